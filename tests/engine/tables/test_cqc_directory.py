"""England's directory becomes services, in its full, short and public editions."""

from __future__ import annotations

import csv
import time
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from carewright_engine.tables.kinds import kind_of, read_published
from carewright_engine.tables.opening import open_published
from carewright_engine.tables.reading import Hints, Reading, UnreadableFile
from carewright_engine.tables.schemas import SERVICE

FULL = {
    "Location ID": "1-1000000001",
    "Location HSCA start date": "09/12/2020",
    "Dormant (Y/N)": "N",
    "Care home?": "Y",
    "Location Name": "Rowan Court",
    "Location ODS Code": "VN000",
    "Care homes beds": "41",
    "Location Type/Sector": "Social Care Org",
    "Location Inspection Directorate": "Adult social care",
    "Location Primary Inspection Category": "Residential social care",
    "Location Latest Overall Rating": "Requires improvement",
    "Publication Date": "20/04/2022",
    "Inherited Rating (Y/N)": "N",
    "Location Region": "East of England",
    "Location NHS Region": "East of England",
    "Location Local Authority": "Bristol, City of",
    "Location Street Address": "1 High Street",
    "Location Address Line 2": "",
    "Location City": "Anytown",
    "Location Postal Code": "BS16 5EL",
    "Location Latitude": "51.481",
    "Location Longitude": "-2.513507",
    "Brand ID": "BD000",
    "Brand Name": "BRAND Rowan Practice Group",
    "Provider Companies House Number": "00000000",
    "Provider Charity Number": "",
    "Provider ID": "1-100000009",
    "Provider Name": "Rowan Practice Care Limited",
    "Provider HSCA start date": "01/10/2010",
    "Provider Ownership Type": "Organisation",
    "Regulated activity - Personal care": "",
    "Service type - Care home service with nursing": "Y",
    "Service type - Care home service without nursing": "",
    "Service type - Domiciliary care service": "Y",
    "Service type - Supported living service": "",
    "Service user band - Children 0-18 years": "",
    "Service user band - Dementia": "Y",
    "Service user band - Learning disabilities or autistic spectrum disorder": "",
    "Service user band - Mental Health": "",
    "Service user band - Older People": "Y",
    "Service user band - Physical Disability": "",
    "Service user band - Younger Adults": "",
    "Primary ID": "",
}
NAME = "01_July_2026_HSCA_Active_Locations.csv"


def directory(folder: Path, *changes: dict[str, str], name: str = NAME) -> Path:
    rows = [
        {**FULL, "Location ID": f"1-{1000000001 + place}", **change}
        for place, change in enumerate(changes or ({},))
    ]
    path = folder / name
    with path.open("w", newline="", encoding="utf-8") as out:
        writer = csv.DictWriter(out, list(FULL))
        writer.writeheader()
        writer.writerows(rows)
    return path


def read(folder: Path, *changes: dict[str, str]) -> Reading:
    return read_published(directory(folder, *changes))


def test_a_location_of_the_full_edition_becomes_a_service(tmp_path: Path) -> None:
    reading = read(tmp_path)
    service = reading.tables["service"].row(0, named=True)
    expected = {
        "service_id": "1-1000000001",
        "as_at": date(2026, 7, 1),
        "register": "cqc",
        "name": "Rowan Court",
        "kind": "Care home service with nursing",
        "subtype": "Care home service with nursing; Domiciliary care service",
        "care_group": "older_people",
        "sector": "private",
        "provider_id": "1-100000009",
        "brand": "Rowan Practice Group",
        "status": "Active",
        "counting": "counted",
        "registered_on": date(2020, 12, 9),
        "address": "1 High Street",
        "town": "Anytown",
        "postcode": "BS16 5EL",
        "council_code": "E06000023",
        "latitude": 51.481,
        "longitude": -2.513507,
        "places": 41,
        "beds": 41,
        "staff_wte": None,
        "min_grade": None,
        "rating": "Requires improvement",
        "graded_on": date(2022, 4, 20),
        "source_row": 2,
    }
    assert {name: service[name] for name in expected} == expected
    assert reading.tables["service"].schema == SERVICE.schema
    assert reading.kind == "cqc_directory"


@pytest.mark.parametrize(
    ("change", "counting"),
    [
        ({"Dormant (Y/N)": "Y"}, "apart"),
        (
            {
                "Location Inspection Directorate": "Primary medical services",
                "Location Primary Inspection Category": "Dentists",
            },
            "apart",
        ),
        ({"Primary ID": "1-999"}, "apart"),
        ({"Primary ID": "1-1000000001"}, "counted"),
        ({"Location Local Authority": "Loamshire"}, "doubtful"),
    ],
)
def test_what_is_no_running_social_care_of_its_own_stands_apart(
    tmp_path: Path, change: dict[str, str], counting: str
) -> None:
    assert read(tmp_path, change).tables["service"]["counting"].to_list() == [counting]


@pytest.mark.parametrize(
    ("change", "sector", "public"),
    [
        ({"Provider Name": "Loamshire County Council"}, "council", "council"),
        ({"Provider Name": "London Borough of Loam"}, "council", "council"),
        ({"Provider Name": "Loamshire NHS Foundation Trust"}, "health_board", "health_board"),
        ({"Provider Name": "Essex Cares Limited"}, "private", "council_company"),
        ({"Provider Name": "Encircle LATC Ltd"}, "private", "council_company"),
        ({"Provider Charity Number": "000000"}, "voluntary", None),
        ({"Provider Name": "The Council for Rowan Practice Homes"}, "private", None),
        ({"Provider Companies House Number": ""}, None, None),
    ],
)
def test_who_runs_it_is_told_by_name_and_number(
    tmp_path: Path, change: dict[str, str], sector: str | None, public: str | None
) -> None:
    service = read(tmp_path, change).tables["service"].row(0, named=True)
    assert (service["sector"], service["public_class"]) == (sector, public)
    assert (service["public_basis"] is None) == (public is None)


@pytest.mark.parametrize("rating", ["Not Rated", "Insufficient evidence to rate", "", "-"])
def test_an_unrated_location_has_no_rating(tmp_path: Path, rating: str) -> None:
    change = {"Location Latest Overall Rating": rating}
    assert read(tmp_path, change).tables["service"]["rating"].to_list() == [None]


def test_no_beds_are_none_stated_and_home_care_has_none_to_state(tmp_path: Path) -> None:
    home_care = {"Care home?": "N", "Service type - Care home service with nursing": ""}
    services = read(tmp_path, {"Care homes beds": "0"}, home_care).tables["service"]
    assert services["beds"].to_list() == [None, None]
    assert services["kind"].to_list()[1] == "Domiciliary care service"


BANDS = {name: "" for name in FULL if name.startswith("Service user band")}


@pytest.mark.parametrize(
    ("ticked", "group"),
    [
        (("Older People",), "older_people"),
        (("Older People", "Dementia", "Mental Health", "Physical Disability"), "older_people"),
        (
            ("Learning disabilities or autistic spectrum disorder", "Younger Adults"),
            "learning_disability",
        ),
        (("Mental Health", "Younger Adults"), "mental_health"),
        (("Physical Disability",), "physical_sensory"),
        (("Children 0-18 years",), "children"),
        (tuple(name.removeprefix("Service user band - ") for name in BANDS), "adults"),
        ((), "adults"),
    ],
)
def test_a_care_group_is_named_only_when_the_bands_single_it_out(
    tmp_path: Path, ticked: tuple[str, ...], group: str
) -> None:
    change = {**BANDS, **{f"Service user band - {name}": "Y" for name in ticked}}
    assert read(tmp_path, change).tables["service"]["care_group"].to_list() == [group]


def test_the_public_list_with_titles_above_its_header_is_read(tmp_path: Path) -> None:
    path = tmp_path / "31_May_2026_CQC_directory.csv"
    path.write_text(
        "CQC care directory,,,\n\nNotes,,,\n,,,\n"
        "Name,Postcode,Service types,Specialisms/services,Provider name,Local authority,"
        "CQC Location ID (for office use only),CQC Provider ID (for office use only)\n"
        'Rowan Court,BS16 5EL,Nursing homes|Homecare agencies,"Dementia|Caring for adults over 65 '
        'yrs",Rowan Practice Care Limited,"Bristol, City of",1-1000000001,1-100000009\n'
        "Dental Place,BS16 5EL,Dentist,Services for everyone,Elder Practice Dental,Bristol,"
        "1-1000000002,1-100000010\n"
    )
    services = read_published(path).tables["service"]
    assert services["kind"][0] == "Care home service with nursing"
    assert services["care_group"][0] == "older_people"
    assert services["counting"].to_list() == ["counted", "apart"]


def test_swapped_columns_are_noticed(tmp_path: Path) -> None:
    path = directory(tmp_path)
    text = path.read_text().replace("Location Latitude,Location Longitude", "LNG,LAT")
    path.write_text(text.replace("LNG", "Location Longitude").replace("LAT", "Location Latitude"))
    with pytest.raises(UnreadableFile, match="degrees north"):
        read_published(path)


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    path = directory(tmp_path)
    path.write_text(path.read_text().replace("Location Local Authority", "Zzz"))
    with pytest.raises(UnreadableFile, match="the local authority"):
        read_published(path, kind="cqc_directory")


def test_a_location_given_twice_is_kept_once(tmp_path: Path) -> None:
    reading = read(tmp_path, {}, {"Location ID": "1-1000000001"})
    assert (reading.rows_kept, reading.rows_refused) == (1, 1)


def test_a_whole_edition_reads_in_seconds(tmp_path: Path) -> None:
    path = directory(tmp_path, *({},) * 60_000)
    started = time.perf_counter()
    reading = read_published(path)
    assert reading.rows_kept == 60_000
    assert time.perf_counter() - started < 10  # about 2 s on an idle machine


def test_an_edition_as_a_spreadsheet_gives_the_same_services(tmp_path: Path) -> None:
    as_csv = directory(tmp_path, {}, {"Dormant (Y/N)": "Y"})
    path = tmp_path / "01_July_2026.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("README").write(0, 0, "How to read this file")
        sheet = book.add_worksheet("HSCA_Active_Locations")
        for place, row in enumerate(csv.reader(as_csv.read_text(encoding="utf-8").splitlines())):
            sheet.write_row(place, 0, row)
    first, second = (read_published(each).tables["service"] for each in (as_csv, path))
    assert first.drop("dataset").equals(second.drop("dataset"))


@pytest.mark.realdata
def test_the_sample_of_july_2026_is_read(real_data: Path) -> None:
    path = real_data / "cqc" / "cqc_asc_locations_jul2026_sample25.csv"
    assert kind_of(open_published(path)).name == "cqc_directory"
    reading = read_published(path, hints=Hints())
    services = reading.tables["service"]
    with path.open(encoding="utf-8") as raw:
        rows = list(csv.DictReader(raw))
    assert services.height == len(rows) == 25
    assert services["council_code"].null_count() == 0
    assert services["beds"].sum() == sum(int(row["care_homes_beds"]) for row in rows)
    assert (services["counting"] == "apart").sum() == sum(r["dormant"] == "True" for r in rows)
    assert reading.as_at == date(2026, 7, 31)
