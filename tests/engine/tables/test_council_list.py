"""A council's own list of what no regulator lists becomes services beside the others."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from carewright_engine.tables.cost_schemas import UNIT_COST
from carewright_engine.tables.kinds import read_published
from carewright_engine.tables.reading import Hints, Reading, UnreadableFile
from carewright_engine.tables.schemas import SERVICE

HEADER = (
    "Reference,Name,Kind,Run by,Organisation,Care group,Council,Places,Cost,Cost unit,Postcode,"
    "Area served,Languages,Physical access,Status\n"
)
ROW = (
    "D1,Rowan Lunch Club,lunch club,Voluntary,Rowan Practice Trust,Older people,Fife,25,12.50,"
    'session,KY1 1AA,,"English, Polish",step-free,\n'
)
ON = Hints(as_at=date(2024, 3, 31))


def read(folder: Path, text: str, hints: Hints = ON) -> Reading:
    path = folder / "our_services.csv"
    path.write_text(text)
    return read_published(path, hints=hints)


def only_service(folder: Path, **change: str) -> dict[str, Any]:
    cells = dict(
        zip(
            HEADER.strip().split(","),
            ROW.replace('"English, Polish"', "").strip().split(","),
            strict=True,
        )
    )
    cells.update({key.replace("_", " "): value for key, value in change.items()})
    return (
        read(folder, HEADER + ",".join(cells.values()) + "\n" + ROW.replace("D1", "D2"))
        .tables["service"]
        .row(0, named=True)
    )


def test_a_row_becomes_a_service_with_its_cost(tmp_path: Path) -> None:
    reading = read(tmp_path, HEADER + ROW)
    service = reading.tables["service"].row(0, named=True)
    expected = {
        "service_id": "list:D1",
        "as_at": date(2024, 3, 31),
        "register": "council_list",
        "kind": "Day club",
        "care_group": "older_people",
        "sector": "voluntary",
        "public_class": None,
        "provider_name": "Rowan Practice Trust",
        "counting": "counted",
        "council_code": "S12000047",
        "places": 25,
        "postcode": "KY1 1AA",
        "languages": "English, Polish",
        "physical_access": "step-free",
    }
    assert {name: service[name] for name in expected} == expected
    cost = reading.tables["unit_cost"].row(0, named=True)
    assert (cost["pence"], cost["unit"], cost["provision"]) == (1250, "session", "external")
    assert reading.tables["service"].schema == SERVICE.schema
    assert reading.tables["unit_cost"].schema == UNIT_COST.schema


@pytest.mark.parametrize(
    ("written", "sector", "public"),
    [
        ("Council", "council", "council"),
        ("In-house", "council", "council"),
        ("Council company", None, "council_company"),
        ("Company owned by the council", None, "council_company"),
        ("NHS", "health_board", "health_board"),
        ("Private company", "private", None),
        ("Charity", "voluntary", None),
    ],
)
def test_who_runs_it_decides_sector_and_public_class(
    tmp_path: Path, written: str, sector: str | None, public: str | None
) -> None:
    service = only_service(tmp_path, Run_by=written)
    assert (service["sector"], service["public_class"]) == (sector, public)


@pytest.mark.parametrize(
    ("written", "kind", "group"),
    [
        ("Community alarm", "Telecare", "adults"),
        ("Respite for carers", "Breaks for carers", "carers"),
        ("Welfare rights advice", "Advice and information", "adults"),
        ("Equipment store", "Equipment and adaptations", "adults"),
        ("Gardening group", "Gardening group", "adults"),
    ],
)
def test_usual_words_for_a_kind_become_one_and_others_stay(
    tmp_path: Path, written: str, kind: str, group: str
) -> None:
    service = only_service(tmp_path, Kind=written, Care_group="")
    assert (service["kind"], service["care_group"]) == (kind, group)


def test_three_columns_in_any_order_are_enough(tmp_path: Path) -> None:
    reading = read(tmp_path, "Sector,Type of service,Service name\nCouncil,Telecare,Fife Alarms\n")
    service = reading.tables["service"].row(0, named=True)
    assert service["service_id"] == "list:fife-alarms"
    assert (service["places"], service["staff_wte"], service["care_group"]) == (
        None,
        None,
        "adults",
    )
    assert service["counting"] == "doubtful"  # no council said
    assert reading.tables["unit_cost"].is_empty()


def test_a_service_that_comes_to_people_names_the_area_it_serves(tmp_path: Path) -> None:
    service = only_service(tmp_path, Council="", Postcode="", Area_served="Western Isles")
    assert (service["area_served"], service["council_code"]) == ("S12000013", "S12000013")


def test_a_closed_service_stands_apart(tmp_path: Path) -> None:
    assert only_service(tmp_path, Status="Closed")["counting"] == "apart"


def test_what_cannot_be_read_is_listed_and_what_is_nameless_refused(tmp_path: Path) -> None:
    bad = ROW.replace("D1", "D2").replace(",25,", ",many,")
    nameless = ROW.replace("D1", "D3").replace("Rowan Lunch Club", "")
    reading = read(tmp_path, HEADER + ROW + bad + nameless + ROW)
    assert (reading.rows_read, reading.rows_kept, reading.rows_refused) == (4, 2, 2)
    assert reading.doubtful.row(0)[:3] == (3, "Places", "many")
    assert reading.refused["source_row"].to_list() == [4, 5]


def test_costs_of_one_kind_are_averaged_to_the_penny(tmp_path: Path) -> None:
    dearer = ROW.replace("D1", "D2").replace("12.50", "£12.55")
    reading = read(tmp_path, HEADER + ROW + dearer)
    assert reading.tables["unit_cost"]["pence"].to_list() == [1253]


def test_a_list_without_a_day_asks_for_it(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="Give that day"):
        read(tmp_path, HEADER + ROW, Hints())


def test_swapped_columns_are_noticed(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="who runs a service"):
        read(tmp_path, HEADER.replace("Name,Kind,Run by", "Run by,Kind,Name") + ROW)
