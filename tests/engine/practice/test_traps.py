"""Every trap of real registers is planted, and counted by reading the written files anew."""

from __future__ import annotations

import csv
import gzip
import io
from collections import Counter

import pytest

from carewright_engine.tables.practice import practice_region, write_practice
from carewright_engine.tables.practice.region import register_file

Rows = list[dict[str, str]]
ENCODINGS = {2016: "cp1252", 2019: "utf-8", 2022: "utf-8-sig"}
IN_EVERY_REGISTER = {
    "childminders and nurseries",
    "homes for children",
    "inactive",
    "staff 0.1",
    "staff 0.01",
    "0 places for care at home",
    "combined registrations",
    "pairs that state the same staff twice",
    "health board, field of the council blank",
}
EXPECTED = {
    2016: IN_EVERY_REGISTER | {"proposing to cancel", "listed twice"},
    2019: IN_EVERY_REGISTER
    | {"proposing to cancel", "outside Scotland", "no data zone, but a postcode"},
    2022: IN_EVERY_REGISTER
    | {
        "blank status",
        "staff NA",
        "complaints NA",
        "combined with one that is inactive",
        "lowest grade below every question joined",
        "lowest grade without questions",
        "outside Scotland",
        "neither data zone nor postcode",
        "no data zone, but a postcode",
        "a provider's name with a comma",
    },
}


@pytest.fixture(scope="module")
def registers(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Rows]:
    """The three registers, read with nothing but the standard library."""
    folder = tmp_path_factory.mktemp("practice")
    write_practice(folder)
    read = {}
    for year, encoding in ENCODINGS.items():
        text = gzip.decompress((folder / register_file(year)).read_bytes()).decode(encoding)
        read[year] = list(csv.DictReader(io.StringIO(text)))
    return read


@pytest.fixture(scope="module")
def said() -> dict[tuple[int, str], int]:
    return {(trap.year, trap.name): trap.rows for trap in practice_region().traps}


@pytest.mark.parametrize("seed", [20220331, 1, 2])
@pytest.mark.parametrize("year", sorted(EXPECTED))
def test_every_trap_is_planted(seed: int, year: int) -> None:
    assert {trap.name for trap in practice_region(seed).traps if trap.year == year} == EXPECTED[
        year
    ]


@pytest.mark.parametrize("year", sorted(EXPECTED))
def test_traps_are_counted_as_the_files_have_them(
    year: int, registers: dict[int, Rows], said: dict[tuple[int, str], int]
) -> None:
    rows = registers[year]
    status = Counter(row["ServiceStatus"] for row in rows)
    staff = Counter(row["NumberStaff"] for row in rows)
    assert said[year, "inactive"] == status["Inactive"]
    assert said.get((year, "proposing to cancel"), 0) == status["Proposing to Cancel"]
    assert said.get((year, "blank status"), 0) == status[""]
    assert said[year, "staff 0.1"] == staff["0.1"]
    assert said[year, "staff 0.01"] == staff["0.01"]
    assert said.get((year, "staff NA"), 0) == staff["NA"]


def test_missing_is_written_as_blank_or_na_and_zero_as_zero(registers: dict[int, Rows]) -> None:
    complaints = Counter(row["Complnt_upheld_or_partially_2122"] for row in registers[2022])
    assert complaints["NA"] == 3
    assert complaints[""] > 400
    assert complaints["1.0"] > 0
    assert any(row["NumberStaff"] == "0.0" for row in registers[2022])


def test_contradicted_lowest_grades_are_those_of_the_pandemic_question(
    registers: dict[int, Rows],
) -> None:
    contradicted = []
    for row in registers[2022]:
        joined = [float(v) for name, v in row.items() if name.startswith("Comb_Eval") and v]
        if row["MinGrade"] and joined and float(row["MinGrade"]) < min(joined):
            contradicted.append(row)
    assert len(contradicted) == 5
    assert all(row["KQ_COVID19"] == row["MinGrade"] for row in contradicted)
    assert all(row["Client_group"] == "Adults" for row in contradicted)


def test_combined_pairs_name_each_other_and_share_a_provider(registers: dict[int, Rows]) -> None:
    for year, rows in registers.items():
        number = "CaseNumber" if year == 2016 else "CSNumber"
        by_number = {row[number]: row for row in rows}
        halves = [row for row in rows if row["Combined_Service_"] == "Yes"]
        assert len(halves) > 50
        for half in halves:
            other = by_number[half["CaseNumber_Combined"]]
            assert other["CaseNumber_Combined"] == half[number]
            assert other["SP_number"] == half["SP_number"]


def test_two_companies_of_one_group_have_numbers_of_their_own(registers: dict[int, Rows]) -> None:
    group = {
        (row["ServiceProvider"], row["SP_number"])
        for row in registers[2022]
        if row["ServiceProvider"].startswith("Corriemoor Care")
    }
    assert {name for name, _ in group} == {
        "Corriemoor Care Limited",
        "Corriemoor Care (No. 2) Limited",
    }
    assert len({number for _, number in group}) == 2


def test_one_provider_is_spelled_with_a_comma_and_without(registers: dict[int, Rows]) -> None:
    spellings = {
        row["ServiceProvider"]: row["SP_number"]
        for row in registers[2022]
        if row["ServiceProvider"].startswith("Thornmere Homes")
    }
    assert set(spellings) == {"Thornmere Homes Limited", "Thornmere Homes, Limited"}
    assert len(set(spellings.values())) == 1


def test_the_company_that_a_council_owns_is_filed_as_private(registers: dict[int, Rows]) -> None:
    for year in (2019, 2022):
        owned = [
            row
            for row in registers[year]
            if row["ServiceProvider"] == "Elmshire Community Care Company Limited"
        ]
        assert len(owned) == 5
        assert {row["ServiceType"] for row in owned} == {"Private"}
        assert {row["Provided_by_Local_Authority"] for row in owned} == {""}


def test_the_health_board_runs_care_in_strathalder_and_leaves_the_field_blank(
    registers: dict[int, Rows],
) -> None:
    led = [row for row in registers[2022] if row["ServiceType"] == "Health Board"]
    assert {row["ServiceProvider"] for row in led} == {"NHS Alder and Elm"}
    assert {row["Council_Area_Name"] for row in led} == {"Strathalder"}
    assert {row["Provided_by_Local_Authority"] for row in led} == {""}
    assert any(row["Subtype"] == "Older People" for row in led)


def test_the_island_has_a_home_a_home_care_service_and_a_day_service(
    registers: dict[int, Rows],
) -> None:
    lookup = practice_region().frames["geography/lookup_dz11_iz11_council_names.csv.gz"]
    names = dict(lookup.select("dz11_code", "iz11_name").iter_rows())
    island = [
        row
        for row in registers[2022]
        if names.get(row["Datazone"]) in ("Sorrabay", "Isle of Sorra")
        and row["Client_group"] == "Adults"
    ]
    assert {"Older People", "Care at Home"} <= {row["Subtype"] for row in island}
    assert {row["ServiceType"] for row in island} == {"Health Board"}


def test_some_homes_go_on_under_a_new_number_at_the_same_address(
    registers: dict[int, Rows],
) -> None:
    def homes(year: int, number: str) -> dict[tuple[str, str], str]:
        return {
            (row["ServiceName"], row["Service_Postcode"]): row[number]
            for row in registers[year]
            if row["Subtype"] == "Older People" and row["ServiceStatus"] == "Active"
        }

    before, after = homes(2016, "CaseNumber"), homes(2022, "CSNumber")
    renumbered = [key for key in before if key in after and before[key] != after[key]]
    assert len(renumbered) >= 2


def test_both_grading_schemes_stand_in_the_later_registers(registers: dict[int, Rows]) -> None:
    assert not any("KQ_" in name for name in registers[2016][0])
    for year in (2019, 2022):
        rows = registers[year]
        assert any(row["KQ_Leadership"] for row in rows)
        assert any(row["Quality_of_Staffing"] and not row["KQ_Support_Wellbeing"] for row in rows)
