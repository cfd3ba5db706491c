"""The readings of three real datastores agree with sums that share no code with the readers."""

from __future__ import annotations

import csv
import gzip
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import polars as pl
import pytest

from carewright_engine.tables.kinds import read_published
from carewright_engine.tables.reading import Reading
from carewright_engine.tables.schemas import GRADE, SERVICE

pytestmark = pytest.mark.realdata

DAYS = ("2016-03-31", "2019-03-31", "2022-03-31")
Raw = list[dict[str, str]]


def path_of(folder: Path, day: str) -> Path:
    return folder / "care_inspectorate" / f"care_inspectorate_datastore_{day}.csv.gz"


@cache
def raw_rows(folder: Path, day: str) -> Raw:
    """The file's rows by the standard library alone, each service once."""
    with gzip.open(path_of(folder, day), "rt", encoding="utf-8", newline="") as published:
        rows = list(csv.DictReader(published))
    number = "CSNumber" if "CSNumber" in rows[0] else "CaseNumber"
    once = {row[number]: row for row in reversed(rows)}
    return [row for row in once.values()]


@cache
def reading_of(folder: Path, day: str) -> Reading:
    return read_published(path_of(folder, day))


def counted(frame: pl.DataFrame, column: str) -> Counter[object]:
    return Counter(frame[column].to_list())


def same_counts(
    folder: Path, day: str, raw_column: str, column: str, told: Callable[[str], object]
) -> None:
    raw = Counter(told(row[raw_column]) for row in raw_rows(folder, day))
    assert counted(reading_of(folder, day).tables["service"], column) == raw


@pytest.mark.parametrize(
    ("day", "read", "kept"),
    [
        ("2016-03-31", 13933, 13929),  # four services stand in the file twice
        ("2019-03-31", 12886, 12886),
        ("2022-03-31", 11708, 11708),
    ],
)
def test_every_row_is_kept_but_repeats(real_data: Path, day: str, read: int, kept: int) -> None:
    reading = reading_of(real_data, day)
    assert (reading.rows_read, reading.rows_kept) == (read, kept)
    assert reading.tables["service"].schema == SERVICE.schema
    assert reading.tables["service"]["service_id"].is_unique().all()


@pytest.mark.parametrize("day", DAYS)
def test_counts_by_status_sector_and_lowest_grade_agree(real_data: Path, day: str) -> None:
    sectors = {
        "Private": "private",
        "Voluntary or Not for Profit": "voluntary",
        "Local Authority": "council",
        "Health Board": "health_board",
    }
    same_counts(real_data, day, "ServiceStatus", "status", lambda cell: cell or None)
    same_counts(real_data, day, "ServiceType", "sector", lambda cell: sectors[cell])
    same_counts(
        real_data, day, "MinGrade", "min_grade", lambda cell: int(float(cell)) if cell else None
    )
    same_counts(real_data, day, "CareService", "care_service", lambda cell: cell)


@pytest.mark.parametrize("day", DAYS)
def test_places_beds_and_staff_sum_to_the_same(real_data: Path, day: str) -> None:
    rows = raw_rows(real_data, day)
    services = reading_of(real_data, day).tables["service"]
    for raw_column, column in (
        ("Registered_Places", "places"),
        ("TotalBeds", "beds"),
        ("SingleBedrooms", "single_bedrooms"),
    ):
        assert services[column].sum() == sum(float(row[raw_column] or 0) for row in rows)
    staff = [float(row["NumberStaff"] or 0) for row in rows]
    known = sum(number for number in staff if number not in (0.1, 0.01))
    assert services["staff_wte"].sum() == pytest.approx(known)


@pytest.mark.parametrize("day", DAYS)
def test_every_council_is_resolved_and_only_services_elsewhere_have_none(
    real_data: Path, day: str
) -> None:
    services = reading_of(real_data, day).tables["service"]
    assert services["council_code"].n_unique() == 33  # 32 councils, and none
    elsewhere = sum(
        row["Council_Area_Name"] == "outside Scotland" for row in raw_rows(real_data, day)
    )
    assert services["council_code"].null_count() == elsewhere


@pytest.mark.parametrize(
    ("day", "pairs"),
    [
        ("2016-03-31", 633),
        ("2019-03-31", 651),
        ("2022-03-31", 675),
    ],
)
def test_combined_pairs_name_each_other(real_data: Path, day: str, pairs: int) -> None:
    rows = raw_rows(real_data, day)
    number = "CSNumber" if "CSNumber" in rows[0] else "CaseNumber"
    names = {row[number]: row["CaseNumber_Combined"] for row in rows}
    mutual = {one for one, other in names.items() if other and names.get(other) == one}
    services = reading_of(real_data, day).tables["service"]
    linked = services.filter(pl.col("combined_with").is_not_null())
    assert set(linked["service_id"]) == mutual
    assert len(mutual) == 2 * pairs


def test_the_lowest_grade_is_contradicted_in_107_of_3932_services(real_data: Path) -> None:
    """Care homes, support and housing support services; themes beside newer key questions."""
    kinds = ("Care Home Service", "Support Service", "Housing Support Service")
    rows = [row for row in raw_rows(real_data, "2022-03-31") if row["CareService"] in kinds]
    assert len(rows) == 3932
    asked = [name for name in rows[0] if name.startswith(("KQ_", "Quality_of_"))]
    contradicted = set()
    for row in rows:
        given = [float(row[name]) for name in asked if row[name]]
        if given and row["MinGrade"] and min(given) != float(row["MinGrade"]):
            contradicted.add(row["CSNumber"])
    assert len(contradicted) == 107
    services = reading_of(real_data, "2022-03-31").tables["service"]
    doubtful = services.filter(
        pl.col("care_service").is_in(kinds) & pl.col("doubt").str.contains("contradicts")
    )
    assert set(doubtful["service_id"]) == contradicted


def test_675_of_1095_home_care_services_state_no_places(real_data: Path) -> None:
    services = reading_of(real_data, "2022-03-31").tables["service"]
    home_care = services.filter(pl.col("kind") == "Support Service: Care at Home")
    raw = [r for r in raw_rows(real_data, "2022-03-31") if r["Subtype"] == "Care at Home"]
    zeros = sum(
        row["Registered_Places"] not in ("",) and not float(row["Registered_Places"]) for row in raw
    )
    blanks = sum(row["Registered_Places"] == "" for row in raw)
    assert (home_care.height, zeros) == (1095, 675)
    assert home_care["places"].null_count() == zeros + blanks


def test_children_are_told_from_older_people(real_data: Path) -> None:
    services = reading_of(real_data, "2022-03-31").tables["service"]
    homes = services.filter(pl.col("care_service") == "Care Home Service")
    assert homes.height == 1388
    assert counted(homes, "care_group")["children"] == 336
    early = services.filter(pl.col("care_service").is_in(["Child Minding", "Day Care of Children"]))
    assert early.height == 7396
    assert set(early["care_group"]) == {"children"}


def test_council_company_and_health_board_services_are_seen_as_public(real_data: Path) -> None:
    services = reading_of(real_data, "2022-03-31").tables["service"]
    company = services.filter(pl.col("public_class") == "council_company")
    assert set(company["provider_name"]) == {"Bon Accord Care"}
    assert set(company["sector"]) == {"private"}
    highland = services.filter(
        (pl.col("council_name") == "Highland") & (pl.col("public_class") == "health_board")
    )
    assert highland.height == 45


@pytest.mark.parametrize("day", DAYS)
def test_graded_questions_are_as_many_as_filled_cells(real_data: Path, day: str) -> None:
    rows = raw_rows(real_data, day)
    asked = [n for n in rows[0] if n.startswith(("KQ_", "Quality_of_", "Comb_Eval_"))]
    filled = sum(bool(row[name]) for row in rows for name in asked)
    grades = reading_of(real_data, day).tables["grade"]
    assert grades.height == filled
    assert grades.select(GRADE.key).is_unique().all()


@pytest.mark.parametrize("day", DAYS)
def test_dates_are_read_wherever_they_are_given(real_data: Path, day: str) -> None:
    services = reading_of(real_data, day).tables["service"]
    assert services["registered_on"].null_count() == 0
    blank = sum(row["Last_inspection_Date"] == "" for row in raw_rows(real_data, day))
    assert services["inspected_on"].null_count() == blank
    assert services["registered_on"].max() <= reading_of(real_data, day).as_at


def test_spreadsheet_serials_and_missing_columns_are_coped_with(real_data: Path) -> None:
    sample = "careinspectorate_mdsf_2022-03-31_sample_adult_no_contacts.csv"
    reading = read_published(real_data / "samples" / sample)
    services = reading.tables["service"]
    assert services.height == 75
    assert services["registered_on"].null_count() == 0
    assert "The file has no lowest grade: grades are not known." in reading.notes
    assert services["council_code"].null_count() == 2  # Clackmannanshire and Stirling: either
