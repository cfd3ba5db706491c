"""Columns are found by what they mean, across renames, and asked for when missing."""

from __future__ import annotations

import polars as pl
import pytest

from carewright_engine.tables.issues import refuse_nonsense, rows_where, rows_with_issues, together
from carewright_engine.tables.matching import match_columns, normal, require, share_matched
from carewright_engine.tables.reading import ROW_ISSUES, Field, Hints, UnreadableFile

FIELDS = (
    Field("number", (r"(cs|case)number", r"registration_no"), "the registration number", True),
    Field("postcode", (r".*postcode",), "the postcode", True),
    Field("complaints", (r"complaints?_upheld_\d{4}",), "complaints upheld"),
)


@pytest.mark.parametrize(
    ("header", "plain"),
    [
        ("Service Type", "service_type"),
        (" Service_Type__", "service_type"),
        ("% of people (65+)", "of_people_65"),
        ("CSNumber", "csnumber"),
    ],
)
def test_spelling_of_a_header_does_not_matter(header: str, plain: str) -> None:
    assert normal(header) == plain


def test_columns_are_found_under_any_of_their_names_and_in_any_place() -> None:
    found = match_columns(("Service Postcode", "Shoe size", "CaseNumber"), FIELDS, Hints())
    assert found.matched == {"number": "CaseNumber", "postcode": "Service Postcode"}
    assert found.unmatched == ("Shoe size",)
    assert found.missing == ()
    assert found.header("complaints") is None


def test_an_earlier_pattern_wins_over_an_earlier_column() -> None:
    found = match_columns(("Registration No", "CSNumber", "Postcode"), FIELDS, Hints())
    assert found.matched["number"] == "CSNumber"


def test_what_a_person_chose_wins_over_the_name() -> None:
    hints = Hints(columns={"postcode": "Shoe size"})
    found = match_columns(("CSNumber", "Postcode", "Shoe size"), FIELDS, hints)
    assert found.matched["postcode"] == "Shoe size"
    assert found.unmatched == ("Postcode",)


def test_choosing_a_column_that_is_not_there_is_said() -> None:
    hints = Hints(columns={"postcode": "Zip"})
    with pytest.raises(UnreadableFile, match=r'no such column\. Its columns are: "CSNumber"'):
        match_columns(("CSNumber",), FIELDS, hints)


def test_a_missing_column_is_named_with_its_nearest_candidates() -> None:
    found = match_columns(("CSNumber", "Post code of service", "Beds"), FIELDS, Hints())
    with pytest.raises(UnreadableFile) as refused:
        require(found, "the register")
    said = str(refused.value)
    assert "the register" in said
    assert 'the postcode (perhaps "Post code of service")' in said
    assert "Beds" not in said


def test_share_matched_counts_only_what_is_required() -> None:
    assert share_matched(("CSNumber", "complaints_upheld_2122"), FIELDS) == 0.5


def test_a_key_column_full_of_nonsense_refuses_the_file() -> None:
    rows = pl.DataFrame({"Postcode": ["Fife", "Angus", "KY1 1AA"], "source_row": [2, 3, 4]})
    sound = pl.col("Postcode").str.contains(r"\d")
    with pytest.raises(UnreadableFile, match=r'2 of 3 rows.*"Fife".*\(row 2\).*swapped'):
        refuse_nonsense(rows, "Postcode", sound, "postcodes")


def test_a_few_odd_cells_do_not_refuse_the_file() -> None:
    rows = pl.DataFrame({"Postcode": ["Fife", None, "KY1 1AA"], "source_row": [2, 3, 4]})
    refuse_nonsense(rows, "Postcode", pl.col("Postcode").str.contains(r"\d"), "postcodes")


def test_issues_name_row_column_value_reason_and_mend_in_the_files_order() -> None:
    rows = pl.DataFrame({"Beds": ["x", "3", "y"], "Name": ["", "B", "C"], "source_row": [2, 3, 4]})
    odd = rows_where(
        rows, pl.col("Beds").is_in(["x", "y"]), column="Beds", reason="not a number", mend="mend it"
    )
    nameless = rows_where(
        rows, pl.col("Name") == "", column="Name", reason="no name", mend="name it"
    )
    issues = together([odd, nameless])
    assert issues.schema == ROW_ISSUES
    assert issues["source_row"].to_list() == [2, 2, 4]
    assert issues.row(0) == (2, "Beds", "x", "not a number", "mend it")
    assert rows_with_issues(issues) == 2
