"""The datastore of any year becomes services and grades, its traps seen through."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from carewright_engine.tables.kinds import kind_of, read_published
from carewright_engine.tables.opening import open_published
from carewright_engine.tables.reading import ROW_ISSUES, Hints, UnreadableFile
from carewright_engine.tables.schemas import GRADE, SERVICE
from tests.engine.tables.datastore_files import ROW, datastore, read_datastore, renamed


def only_service(folder: Path, **change: str) -> dict[str, Any]:
    return read_datastore(folder, change).tables["service"].row(0, named=True)


def test_a_row_becomes_a_service_with_every_fact_in_its_place(tmp_path: Path) -> None:
    service = only_service(tmp_path)
    expected = {
        "service_id": "CS2003000001",
        "as_at": date(2022, 3, 31),
        "register": "care_inspectorate",
        "name": "Rowan Court",
        "kind": "Care Home Service: Older People",
        "care_service": "Care Home Service",
        "care_group": "older_people",
        "sector": "private",
        "public_class": None,
        "provider_name": "Rowan Practice Care Limited",
        "counting": "counted",
        "doubt": None,
        "registered_on": date(2002, 4, 1),
        "address": "1 High Street",
        "postcode": "KY1 1AA",
        "data_zone": "S01009000",
        "council_name": "Fife",
        "council_code": "S12000047",
        "places": 30,
        "beds": 30,
        "staff_wte": 25.5,
        "min_grade": 4,
        "max_grade": 5,
        "graded_on": date(2021, 8, 15),
        "inspected_on": date(2021, 7, 9),
        "risk_score": "Low",
        "complaints_upheld": 2,
        "complaints_year": "2021/22",
        "enforcements": None,
        "requirements_made": True,
        "source_row": 2,
    }
    assert {name: service[name] for name in expected} == expected


def test_what_is_yielded_has_the_canonical_columns_and_adds_up(tmp_path: Path) -> None:
    reading = read_datastore(tmp_path, {}, {"ServiceStatus": ""}, {"CSNumber": "Source: notes"})
    assert reading.tables["service"].schema == SERVICE.schema
    assert reading.tables["grade"].schema == GRADE.schema
    assert reading.doubtful.schema == ROW_ISSUES
    assert reading.rows_read == 3
    assert (reading.rows_kept, reading.rows_doubtful, reading.rows_refused) == (2, 1, 1)


def test_the_file_is_recognised_by_its_columns(tmp_path: Path) -> None:
    assert kind_of(open_published(datastore(tmp_path))).name == "care_inspectorate"


OTHER_NAMES = {
    "CSNumber": "CaseNumber",
    "ServiceType": "Service Type",
    "ServiceProvider": "Service_Provider",
    "Service_Postcode": "Service Postcode",
    "RADScore": "RAD_SAT_Score",
    "Complnt_upheld_or_partially_2122": "Complaints_upheld_2324",
    "Complnt_upheld_or_partially_2021": "Complaints_upheld_2223",
    "Datazone": "DataZone_2011",
}


def test_renamed_columns_give_the_same_service(tmp_path: Path) -> None:
    before = only_service(tmp_path)
    path = renamed(datastore(tmp_path), OTHER_NAMES)
    after = read_published(path).tables["service"].row(0, named=True)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"complaints_year", "dataset"}
    assert after["complaints_year"] == "2023/24"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("21-Aug-02", date(2002, 8, 21)),
        ("21/08/2002", date(2002, 8, 21)),
        ("2002-08-21", date(2002, 8, 21)),
        ("37489", date(2002, 8, 21)),
        ("37489.0", date(2002, 8, 21)),
        ("", date(2002, 4, 1)),  # the month of Date_Reg
    ],
)
def test_dates_are_read_in_every_spelling(tmp_path: Path, written: str, day: date) -> None:
    assert only_service(tmp_path, DateReg=written)["registered_on"] == day


@pytest.mark.parametrize("staff", ["0.1", "0.01", "0.10", "NA", ""])
def test_a_placeholder_for_staff_is_missing_not_a_number(tmp_path: Path, staff: str) -> None:
    assert only_service(tmp_path, NumberStaff=staff)["staff_wte"] is None


@pytest.mark.parametrize(("complaints", "known"), [("0", 0), ("NA", None), ("", None), ("3.0", 3)])
def test_not_applicable_is_neither_zero_nor_doubtful(
    tmp_path: Path, complaints: str, known: int | None
) -> None:
    reading = read_datastore(tmp_path, {"Complnt_upheld_or_partially_2122": complaints})
    assert reading.tables["service"]["complaints_upheld"].to_list() == [known]
    assert reading.rows_doubtful == 0


def test_not_applicable_is_no_subtype_town_or_postcode(tmp_path: Path) -> None:
    agency = {"CareService": "Nurse Agency", "Subtype": "NA", "Client_group": "NA"}
    away = {"Service_Postcode": "NA", "Service_town": "NA", "ServiceProvider": "NA"}
    reading = read_datastore(tmp_path, {**agency, **away}, {"Service_Postcode": "NA"})
    service = reading.tables["service"].row(0, named=True)
    assert (service["subtype"], service["care_group"]) == (None, "adults")
    assert (service["postcode"], service["town"], service["provider_name"]) == (None, None, None)
    assert reading.rows_doubtful == 0


def test_no_places_at_a_home_care_service_means_not_stated(tmp_path: Path) -> None:
    support = {"CareService": "Support Service", "Registered_Places": "0.0"}
    found = read_datastore(
        tmp_path,
        {**support, "Subtype": "Care at Home"},
        {**support, "Subtype": "Other than Care at home"},
        {**support, "Subtype": "Care at Home", "Registered_Places": "12"},
        {**support, "CareService": "Housing Support Service", "Subtype": ""},
    ).tables["service"]
    assert found["places"].to_list() == [None, 0, 12, None]


@pytest.mark.parametrize(
    ("status", "counting"),
    [
        ("Active", "counted"),
        ("active", "counted"),
        ("Proposing to Cancel", "counted"),
        ("", "doubtful"),
        ("Inactive", "apart"),
        ("Cancelled", "apart"),
    ],
)
def test_the_status_decides_whether_a_service_counts(
    tmp_path: Path, status: str, counting: str
) -> None:
    rows = ({"ServiceStatus": status}, {}, {})
    found = read_datastore(tmp_path, *rows).tables["service"]
    assert found["counting"][0] == counting
    assert (found["doubt"][0] is not None) == (counting == "doubtful")


def test_a_question_below_the_lowest_grade_makes_the_service_doubtful(tmp_path: Path) -> None:
    reading = read_datastore(tmp_path, {"Quality_of_Care_and_Support": "2"}, {})
    services = reading.tables["service"]
    assert services["min_grade"].to_list() == [4, 4]
    assert services["counting"].to_list() == ["doubtful", "counted"]
    assert "contradicts" in reading.doubtful["reason"][0]
    assert reading.doubtful["column"][0] == "MinGrade"


def test_an_inactive_service_stays_apart_whatever_its_grades(tmp_path: Path) -> None:
    row = {"Quality_of_Care_and_Support": "2", "ServiceStatus": "Inactive"}
    assert only_service(tmp_path, **row)["counting"] == "apart"


@pytest.mark.parametrize(
    ("change", "proposed"),
    [
        ({"ServiceType": "Local Authority"}, "council"),
        ({"ServiceType": "Health Board"}, "health_board"),
        ({"ServiceType": "Private", "Provided_by_Local_Authority": "Yes"}, "council"),
        ({"ServiceProvider": "Bon Accord Care Ltd"}, "council_company"),
        ({"ServiceProvider": "Cordia (Services) LLP"}, None),  # back with the council by 2022
        ({"ServiceType": "Voluntary or Not for Profit"}, None),
    ],
)
def test_publicly_run_services_are_proposed_with_a_reason(
    tmp_path: Path, change: dict[str, str], proposed: str | None
) -> None:
    service = only_service(tmp_path, **change)
    assert service["public_class"] == proposed
    assert (service["public_basis"] is None) == (proposed is None)


def test_a_company_counts_as_the_councils_only_while_the_council_owned_it(tmp_path: Path) -> None:
    path = datastore(tmp_path, {"ServiceProvider": "Cordia (Services) LLP"})
    reading = read_published(path, hints=Hints(as_at=date(2016, 3, 31)))
    assert reading.tables["service"]["public_class"].to_list() == ["council_company"]


def test_combined_registrations_are_linked_only_when_each_names_the_other(tmp_path: Path) -> None:
    found = read_datastore(
        tmp_path,
        {"CaseNumber_Combined": "CS2003000002"},
        {"CaseNumber_Combined": "CS2003000001"},
        {"CaseNumber_Combined": "CS2003000001"},
        {"CaseNumber_Combined": "CS2003000004"},
    ).tables["service"]
    assert found["combined_with"].to_list() == ["CS2003000002", "CS2003000001", None, None]


@pytest.mark.parametrize(
    ("change", "group"),
    [
        ({"Subtype": "Older People"}, "older_people"),
        ({"Subtype": "Children & Young People", "Client_group": "Children"}, "children"),
        ({"Subtype": "Learning Disabilities"}, "learning_disability"),
        ({"Subtype": "Mental Health Problems"}, "mental_health"),
        ({"Subtype": "Physical and Sensory Impairment"}, "physical_sensory"),
        ({"Subtype": "Alcohol & Drug Misuse"}, "substance_use"),
        (
            {
                "Subtype": "Respite Care and Short Breaks",
                "CareHome_Main_Area_of_Care": "Mental health problems (other than dementia)",
            },
            "mental_health",
        ),
        ({"CareService": "Support Service", "Subtype": "Care at Home"}, "adults"),
        ({"CareService": "Child Minding", "Subtype": "", "Client_group": ""}, "children"),
        ({"CareService": "Child Care Agency", "Subtype": "", "Client_group": ""}, "children"),
        ({"CareService": "Nurse Agency", "Subtype": "", "Client_group": ""}, "adults"),
    ],
)
def test_the_care_group_follows_subtype_then_main_area_then_clients(
    tmp_path: Path, change: dict[str, str], group: str
) -> None:
    assert only_service(tmp_path, **change)["care_group"] == group


def test_a_subtype_names_the_kind_only_of_care_homes_and_support_services(tmp_path: Path) -> None:
    nursery = {"CareService": "Day Care of Children", "Subtype": "Nursery"}
    assert only_service(tmp_path, **nursery)["kind"] == "Day Care of Children"
    home_care = {"CareService": "Support Service", "Subtype": "Care at Home"}
    assert only_service(tmp_path, **home_care)["kind"] == "Support Service: Care at Home"


def test_services_outside_scotland_have_no_council_and_still_count(tmp_path: Path) -> None:
    service = (
        read_datastore(tmp_path, {}, {"Council_Area_Name": "outside Scotland"})
        .tables["service"]
        .row(1, named=True)
    )
    assert (service["council_code"], service["counting"]) == (None, "counted")


def test_an_unknown_council_makes_the_row_doubtful(tmp_path: Path) -> None:
    reading = read_datastore(tmp_path, {}, {}, {"Council_Area_Name": "Loamshire"})
    assert reading.doubtful.row(0)[:3] == (4, "Council_Area_Name", "Loamshire")


@pytest.mark.parametrize(
    ("written", "postcode"),
    [("ky1 1aa", "KY1 1AA"), ("KY1  1AA", "KY1 1AA"), ("KY11AA", "KY1 1AA"), ("", None)],
)
def test_postcodes_come_in_one_spelling(tmp_path: Path, written: str, postcode: str | None) -> None:
    assert only_service(tmp_path, Service_Postcode=written)["postcode"] == postcode


def test_a_service_given_twice_is_kept_once_and_the_second_row_is_listed(tmp_path: Path) -> None:
    reading = read_datastore(tmp_path, {}, {"CSNumber": "CS2003000001"})
    assert reading.tables["service"].height == 1
    assert reading.refused["source_row"].to_list() == [3]
    assert "twice" in reading.refused["reason"][0]


def test_grades_keep_scheme_and_question(tmp_path: Path) -> None:
    grades = read_datastore(tmp_path, {"Quality_of_Care_and_Support": "5"}).tables["grade"]
    assert grades.select("scheme", "question", "grade").rows() == [
        ("combined", "wellbeing", 4),
        ("key_question", "staff", 5),
        ("key_question", "wellbeing", 4),
        ("theme", "wellbeing", 5),
    ]


def test_the_day_of_the_list_is_given_or_named_or_inferred_with_a_note(tmp_path: Path) -> None:
    given = read_datastore(tmp_path, hints=Hints(as_at=date(2022, 4, 30)))
    assert given.as_at == date(2022, 4, 30)
    unnamed = read_published(datastore(tmp_path, name="MDSF_latest.csv"))
    assert unnamed.as_at == date(2021, 8, 15)
    assert "latest date found in it" in unnamed.notes[0]


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("Service_Postcode", "Council_Area_Name", "postcodes"),
        ("CSNumber", "ServiceName", "service numbers"),
        ("ServiceType", "ServiceStatus", "types of provider"),
        ("Registered_Places", "CareService", "kinds of care service"),
        ("MinGrade", "MaxGrade", "seem to be swapped"),
        ("ServiceName", "SP_number", "names"),
        ("DateReg", "NumberStaff", "dates"),
    ],
)
def test_two_columns_with_swapped_names_refuse_the_file(
    tmp_path: Path, one: str, other: str, words: str
) -> None:
    path = renamed(datastore(tmp_path, {}, {}, {}), {one: other, other: one})
    with pytest.raises(UnreadableFile, match=words):
        read_published(path, kind="care_inspectorate")


@pytest.mark.parametrize("missing", ["CSNumber", "CareService", "ServiceType", "ServiceName"])
def test_a_missing_column_is_named(tmp_path: Path, missing: str) -> None:
    path = renamed(datastore(tmp_path), {missing: "Zzz"})
    with pytest.raises(UnreadableFile, match="Care Inspectorate datastore: no column holds"):
        read_published(path)


def test_a_file_without_any_place_is_refused(tmp_path: Path) -> None:
    names = {"Council_Area_Name": "Aaa", "Integration_Authority_Name": "Bbb"}
    with pytest.raises(UnreadableFile, match="no service could be placed"):
        read_published(renamed(datastore(tmp_path), names), kind="care_inspectorate")


def test_a_chosen_column_is_read_in_place_of_a_missing_one(tmp_path: Path) -> None:
    path = renamed(datastore(tmp_path), {"ServiceName": "Zzz"})
    reading = read_published(path, hints=Hints(columns={"name": "Zzz"}), kind="care_inspectorate")
    assert reading.tables["service"]["name"].to_list() == [ROW["ServiceName"]]


def test_numbers_that_cannot_be_read_are_left_out_and_listed(tmp_path: Path) -> None:
    bad = {"Registered_Places": "thirty", "MinGrade": "9", "TotalBeds": "-3"}
    reading = read_datastore(tmp_path, {}, {}, {}, bad)
    service = reading.tables["service"].row(3, named=True)
    assert (service["places"], service["min_grade"], service["beds"]) == (None, None, None)
    assert set(reading.doubtful["column"]) == {"Registered_Places", "MinGrade", "TotalBeds"}
    assert reading.rows_doubtful == 1


def test_a_register_of_councils_that_nobody_knows_is_read_and_says_so(tmp_path: Path) -> None:
    reading = read_datastore(tmp_path, *[{"Council_Area_Name": "Loamshire"}] * 3)
    service = reading.tables["service"]
    assert service["council_name"].to_list() == ["Loamshire"] * 3
    assert service["council_code"].null_count() == 3
    assert reading.rows_doubtful == 0
    assert any("look-ups" in note for note in reading.notes)


def test_councils_that_stand_in_another_column_were_swapped(tmp_path: Path) -> None:
    swap = {"Council_Area_Name": "Service_town", "Service_town": "Council_Area_Name"}
    path = renamed(datastore(tmp_path, {}, {}, {}), swap)
    with pytest.raises(UnreadableFile, match="seem to be swapped"):
        read_published(path, kind="care_inspectorate")
