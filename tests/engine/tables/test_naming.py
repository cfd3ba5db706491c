"""Councils known only by name in one file get their codes from the look-ups beside it."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from carewright_engine.tables.naming import (
    COUNCIL_NOT_KNOWN,
    COUNCIL_NOT_SAID,
    councils_within,
    named_areas,
    placed_in_areas,
)
from carewright_engine.tables.schemas import ACTIVITY, AREA, MEMBERSHIP, SERVICE

ELM, OAK = "S12900001", "S12900002"


def service(**said: object) -> dict[str, object]:
    return {
        "service_id": "CS1",
        "as_at": date(2022, 3, 31),
        "council_name": "Elmshire",
        "counting": "counted",
    } | said


def services(*rows: dict[str, object]) -> pl.DataFrame:
    numbered = [row | {"service_id": f"CS{place}"} for place, row in enumerate(rows)]
    return SERVICE.conform(pl.DataFrame(numbered, schema_overrides=dict(SERVICE.schema)))


def areas(*named: tuple[str, str, str]) -> pl.DataFrame:
    rows = [{"code": code, "kind": kind, "name": name} for code, kind, name in named]
    return AREA.conform(pl.DataFrame(rows, schema_overrides=dict(AREA.schema)))


def belongs(*edges: tuple[str, str, str, str]) -> pl.DataFrame:
    names = ("code", "kind", "parent_code", "parent_kind")
    rows = [dict(zip(names, edge, strict=True)) for edge in edges]
    return MEMBERSHIP.conform(pl.DataFrame(rows, schema_overrides=dict(MEMBERSHIP.schema)))


AREAS = areas((ELM, "council", "Elmshire"), (OAK, "council", "City of Oak and Ash"))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Elmshire", ELM),
        ("ELMSHIRE COUNCIL", ELM),
        ("Oak & Ash", OAK),
        ("Oak and Ash, City of", OAK),
        ("Loamshire", None),
    ],
)
def test_a_council_is_found_by_any_spelling_of_its_name(written: str, code: str | None) -> None:
    placed = placed_in_areas(services(service(council_name=written)), AREAS, MEMBERSHIP.empty())
    assert placed["council_code"].to_list() == [code]
    assert placed["council_name"].to_list() == [written]


def test_a_council_that_the_reader_found_stays() -> None:
    known = services(service(council_code="S12000047", data_zone="S01000001"))
    zones = belongs(("S01000001", "data_zone", ELM, "council"))
    assert placed_in_areas(known, AREAS, zones).equals(known)


def test_a_name_that_two_areas_share_tells_neither() -> None:
    twice = areas((ELM, "council", "Elmshire"), (OAK, "council", "Elmshire"))
    placed = placed_in_areas(services(service()), twice, MEMBERSHIP.empty())
    assert placed["council_code"].to_list() == [None]


def test_without_a_known_name_the_data_zone_places_a_service() -> None:
    zones = belongs(("S01000001", "data_zone", OAK, "council"))
    blank = service(council_name=None, data_zone="S01000001")
    placed = placed_in_areas(services(blank), AREAS, zones)
    assert placed["council_code"].to_list() == [OAK]


def test_an_authority_of_one_council_places_a_service_and_one_of_two_does_not() -> None:
    partnerships = areas(
        ("S37900001", "integration_authority", "Elmshire and Oakshire"),
        ("S37900002", "integration_authority", "Strathalder"),
    )
    members = belongs(
        (ELM, "council", "S37900001", "integration_authority"),
        (OAK, "council", "S37900001", "integration_authority"),
        ("S12900003", "council", "S37900002", "integration_authority"),
    )
    asked = services(
        service(council_name=None, integration_authority_name="Strathalder"),
        service(council_name=None, integration_authority_name="Elmshire and Oakshire"),
    )
    placed = placed_in_areas(asked, partnerships, members)
    assert placed["council_code"].to_list() == ["S12900003", None]


def test_services_outside_the_nation_are_placed_in_no_council() -> None:
    zones = belongs(("S01000001", "data_zone", OAK, "council"))
    abroad = services(service(council_name="outside Scotland", data_zone="S01000001"))
    assert placed_in_areas(abroad, AREAS, zones)["council_code"].to_list() == [None]


def test_the_doubt_about_the_council_goes_when_it_is_found_and_others_stay() -> None:
    other = "a graded question contradicts the file's lowest grade; the lowest grade was kept"
    asked = services(
        service(doubt=COUNCIL_NOT_KNOWN, counting="doubtful"),
        service(doubt=f"{other}; {COUNCIL_NOT_SAID}", counting="doubtful"),
        service(doubt=COUNCIL_NOT_KNOWN, counting="apart"),
        service(doubt=COUNCIL_NOT_KNOWN, counting="doubtful", council_name="Loamshire"),
    )
    placed = placed_in_areas(asked, AREAS, MEMBERSHIP.empty())
    assert placed["counting"].to_list() == ["counted", "doubtful", "apart", "doubtful"]
    assert placed["doubt"].to_list() == [None, other, None, COUNCIL_NOT_KNOWN]


def figure(name: str, **said: object) -> dict[str, object]:
    return {"area_name": name, "area_code": None, "area_kind": "council"} | said


def test_figures_get_the_code_and_kind_of_the_area_they_name() -> None:
    known = areas(
        (ELM, "council", "Elmshire"),
        ("S08900001", "health_board", "Alder and Elm"),
        ("S37900001", "integration_authority", "Elmshire and Oakshire"),
    )
    rows = [
        figure("Elmshire"),
        figure("NHS Alder & Elm"),
        figure("Elmshire & Oakshire"),
        figure("Alder and Elm"),
        figure("Fife", area_code="S12000047"),
    ]
    asked = ACTIVITY.conform(pl.DataFrame(rows, schema_overrides=dict(ACTIVITY.schema)))
    assert named_areas(asked, known).select("area_code", "area_kind").rows() == [
        (ELM, "council"),
        ("S08900001", "health_board"),
        ("S37900001", "integration_authority"),
        (None, "council"),
        ("S12000047", "council"),
    ]


def test_a_board_is_made_of_the_councils_that_lie_wholly_within_it() -> None:
    members = belongs(
        ("S01000001", "data_zone", ELM, "council"),
        ("S01000002", "data_zone", ELM, "council"),
        ("S01000003", "data_zone", OAK, "council"),
        ("S01000004", "data_zone", OAK, "council"),
        ("S01000001", "data_zone", "S08900001", "health_board"),
        ("S01000002", "data_zone", "S08900001", "health_board"),
        ("S01000003", "data_zone", "S08900001", "health_board"),
    )
    assert councils_within(members, "health_board") == {"S08900001": (ELM,)}
