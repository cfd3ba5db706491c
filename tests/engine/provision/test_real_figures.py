"""The published files give the figures that hand sums over them give."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from carewright_engine.provision.analyse import analyse_areas
from carewright_engine.provision.answers import AreaProvision
from carewright_engine.provision.areas import area_named
from carewright_engine.provision.inputs import Inputs
from carewright_engine.provision.questions import Question
from carewright_engine.tables.kinds import read_published
from tests.engine.provision.raw_register import (
    Row,
    hhi_of,
    kind_of,
    known_sum,
    number,
    rows_of,
    staff_once,
)

pytestmark = [pytest.mark.realdata, pytest.mark.slow]

ON = date(2022, 3, 31)
REGISTER = "care_inspectorate/care_inspectorate_datastore_{}.csv.gz"
FILES = (
    *(REGISTER.format(day) for day in ("2016-03-31", "2019-03-31", "2022-03-31")),
    "geography/lookup_dz11_iz11_council_names.csv.gz",
    "geography/centroids_dz11.csv.gz",
    "geography/postcodes_scotland_onspd_nov2025.csv.gz",
    "population/scotland_pop_mid2020_by_datazone_sex_single_year.csv.gz",
)
# As the register of 2022 spells them, and as the statistics office does.
COUNCILS = {
    "Fife": "Fife",
    "City of Edinburgh": "City of Edinburgh",
    "Argyll & Bute": "Argyll and Bute",
    "Highland": "Highland",
    "Shetland Islands": "Shetland Islands",
}
HOMES, AT_HOME = "Care Home Service: Older People", "Support Service: Care at Home"


@pytest.fixture(scope="module")
def inputs(real_data: Path) -> Inputs:
    """Every table of the files above, read by the product's own readers."""
    parts: dict[str, list[pl.DataFrame]] = {}
    for name in FILES:
        for table, frame in read_published(real_data / name).tables.items():
            parts.setdefault(table, []).append(frame)
    return Inputs({table: pl.concat(frames) for table, frames in parts.items()})


@pytest.fixture(scope="module")
def answers(inputs: Inputs) -> dict[str, AreaProvision]:
    """Homes for older people in five councils."""
    questions = [
        Question(area_named(inputs, name), ON, "care_homes", "older_people")
        for name in COUNCILS.values()
    ]
    return {a.question.area.name: a for a in analyse_areas(inputs, questions)}


@pytest.fixture(scope="module")
def register(real_data: Path) -> list[Row]:
    """Rows of 2022 as they stand in the file."""
    return rows_of(real_data / REGISTER.format("2022-03-31"))


@pytest.fixture(params=list(COUNCILS))
def council(
    request: pytest.FixtureRequest, register: list[Row], answers: dict[str, AreaProvision]
) -> tuple[list[Row], AreaProvision]:
    """A council's own rows for adults, and our answer."""
    rows = [row for row in register if row["Council_Area_Name"] == request.param]
    adults = [row for row in rows if row["Client_group"] == "Adults"]
    return adults, answers[COUNCILS[request.param]]


def test_the_provision_table_agrees_with_sums_over_the_file(
    council: tuple[list[Row], AreaProvision],
) -> None:
    rows, answer = council
    lines = answer.grid("provision").records()
    for kind in {kind_of(row) for row in rows}:
        theirs = [row for row in rows if kind_of(row) == kind]
        ours = [line for line in lines if line["kind"] == kind]
        assert _sum(ours, "services") == len(theirs)
        assert (_sum(ours, "places") or 0) == (known_sum(theirs, "Registered_Places") or 0)
        assert _sum(ours, "beds") == known_sum(theirs, "TotalBeds")
        for grade in range(1, 7):
            assert _sum(ours, f"grade_{grade}") == sum(
                number(r, "MinGrade") == grade for r in theirs
            )
        assert _sum(ours, "grade_unknown") == sum(number(r, "MinGrade") is None for r in theirs)
    assert _sum(lines, "services") == len(rows)


def test_staff_of_combined_pairs_count_once_in_real_councils(
    council: tuple[list[Row], AreaProvision],
) -> None:
    rows, answer = council
    ours = _sum(answer.grid("provision").records(), "staff_wte")
    assert ours == pytest.approx(staff_once(rows))


def test_concentration_agrees_with_sums_over_the_file(
    council: tuple[list[Row], AreaProvision],
) -> None:
    rows, answer = council
    market = {
        (line["kind"], line["weight"]): line
        for line in answer.grid("market").records()
        if line["basis"] == "entity"
    }
    homes = [row for row in rows if kind_of(row) == HOMES]
    at_home = [row for row in rows if kind_of(row) == AT_HOME]
    by_places = hhi_of(homes, lambda row: number(row, "Registered_Places") or 0)
    assert market[HOMES, "places"]["hhi"] == pytest.approx(by_places, abs=1e-5)
    assert market[AT_HOME, "services"]["hhi"] == pytest.approx(hhi_of(at_home, lambda _: 1))
    assert (AT_HOME, "places") not in market


def _sum(lines: list[dict[str, object]], column: str) -> float | None:
    known = [line[column] for line in lines if line[column] is not None]
    return sum(known) if known else None  # type: ignore[arg-type]


FIFE = {
    "type.services": 71,
    "type.publicly_run": 8,
    "type.private": 61,
    "type.voluntary": 2,
    "type.public_proposed": 8,
    "quality.graded": 70,
    "quality.good": 32,
    "quality.ungraded": 1,
    "quality.good.publicly_run": 6,
    "quality.good.private": 25,
    "quality.good.voluntary": 1,
    "quality.stale": 28,
    "quality.complaints": 23,
    "capacity.places": 2950,
    "capacity.single": 2821,
    "capacity.median_size": 40,
    "capacity.change_in_places": -49,
    "access.people": 78169,
    "market.suppliers.entity": 38,
    "market.suppliers.group": 36,
    "market.largest": "Kingdom Homes Ltd",
    "market.if_largest_closed": 402,
    "gap.position": "within the limits",
}
FIFE_SHOWN = {
    "quality.good_share": "46%",
    "capacity.staff": "2,334",
    "access.any.within_5_km": "96.3%",
    "access.good.within_5_km": "91.6%",
    "access.very_good.within_5_km": "52.9%",
    "access.any.half_within_km": "0.9",
    "access.good.half_within_km": "1.4",
    "access.very_good.half_within_km": "4.7",
    "access.publicly_run.half_within_km": "3.2",
    "access.voluntary.half_within_km": "11.0",
    "market.hhi.entity": "613",
    "market.hhi.group": "637",
    "market.largest_share": "13.6%",
    "gap.rate.65_and_over": "37.7",
    "gap.rate.75_and_over": "85.3",
    "gap.nation_rate.65_and_over": "35.3",
    "gap.nation_rate.75_and_over": "79.3",
    "gap.dispersion": "15.8",
    "gap.expected": "2,744",
    "gap.expected_difference": "-206",
}


def test_fife_is_as_the_published_page_shows_it(answers: dict[str, AreaProvision]) -> None:
    fife = answers["Fife"]
    assert {key: fife.figure(key).value for key in FIFE} == FIFE
    assert {key: fife.figure(key).shown for key in FIFE_SHOWN} == FIFE_SHOWN


def test_fife_over_the_years(answers: dict[str, AreaProvision]) -> None:
    fife = answers["Fife"]
    trend = [row[:3] for row in fife.grid("grade_trend").rows]
    assert trend == [("2016-03-31", 74, 54), ("2019-03-31", 72, 55), ("2022-03-31", 70, 32)]
    places = [row[:4] for row in fife.grid("places_over_time").rows]
    assert places == [
        ("2016-03-31", 76, 2999, 349),
        ("2019-03-31", 73, 2971, 334),
        ("2022-03-31", 71, 2950, 334),
    ]


def test_fife_by_who_runs_homes_and_by_size(answers: dict[str, AreaProvision]) -> None:
    fife = answers["Fife"]
    staff = {row["run_by"]: row["staff_known"] for row in fife.grid("run_by").records()}
    assert staff == {"Publicly run": 8, "Private": 58, "Voluntary": 2, "All": 68}
    assert fife.grid("sizes").column("all") == [4, 13, 12, 19, 8, 13, 1, 1]
    assert fife.grid("lowest_grades").column("all") == [1, 5, 26, 32, 5, 1, 1]


def test_fife_kind_by_kind(answers: dict[str, AreaProvision]) -> None:
    kinds = answers["Fife"].grid("services_by_kind").records()
    assert {row["kind"]: row["all"] for row in kinds} == {
        "Care homes, older people": 71,
        "Care at home": 55,
        "Housing support": 41,
        "Day and other support": 30,
        "Care homes, other adults": 8,
        "Nurse agencies": 6,
        "Adult placement": 5,
    }


def test_every_council_of_the_funnel_is_as_published(answers: dict[str, AreaProvision]) -> None:
    rates = {row["area"]: row for row in answers["Fife"].grid("rates").records()}
    assert len(rates) == 32
    assert rates["Glasgow City"]["provision"] == 4123
    assert rates["Orkney Islands"]["people"] == 2519
    unusual = {
        name
        for name, row in rates.items()
        if not float(row["lower_998"] or 0)
        <= float(row["rate"] or 0)
        <= float(row["upper_998"] or 0)
    }
    assert unusual == {"Glasgow City"}


def test_the_council_owned_company_of_aberdeen_is_proposed_as_publicly_run(
    inputs: Inputs,
) -> None:
    area = area_named(inputs, "Aberdeen City")
    answer = next(analyse_areas(inputs, [Question(area, ON, "care_homes", "older_people")]))
    run_by = {row["run_by"]: row["services"] for row in answer.grid("run_by").records()}
    assert "Publicly run" in run_by


def test_clackmannanshire_and_stirling_are_their_councils_together(inputs: Inputs) -> None:
    names = ("Clackmannanshire and Stirling", "Clackmannanshire", "Stirling")
    questions = [Question(area_named(inputs, n), ON, "care_homes", "older_people") for n in names]
    both, one, other = (a.figure("capacity.places").value for a in analyse_areas(inputs, questions))
    assert both == 282 + 625
    assert (one, other) == (282, 625)
