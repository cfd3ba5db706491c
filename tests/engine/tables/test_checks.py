"""Declared rules over a table: what they find, what they count and what they list."""

from __future__ import annotations

from collections import Counter
from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carewright_engine.tables.checks import Checker, Rule, check
from carewright_engine.tables.reading import ROW_ISSUES, UnreadableFile
from carewright_engine.tables.row_rules import (
    a_date,
    between,
    matching,
    not_before,
    one_of,
    required,
    unique,
)


def verdicts(rule: Rule, **columns: list[str | None]) -> list[bool]:
    """Which rows pass the rule."""
    return check(pl.DataFrame(columns), [rule]).clean.to_list()


def test_a_required_value_is_neither_blank_nor_spaces() -> None:
    assert verdicts(required("name"), name=["Ada", None, "", "  "]) == [True, False, False, False]


def test_a_code_must_be_on_its_list_and_may_be_blank() -> None:
    assert verdicts(one_of("kind", ("A", "B")), kind=["A", "C", None]) == [True, False, True]


def test_a_code_that_may_not_be_blank_is_not() -> None:
    assert verdicts(one_of("kind", ("A",), blank=False), kind=["A", None]) == [True, False]


def test_an_identifier_must_have_its_form_from_end_to_end() -> None:
    rule = matching("person", "^P[0-9]{3}$", like="P001")
    found = verdicts(rule, person=["P123", "P1234", "xP123", "P12٣", None])
    assert found == [True, False, False, False, False]


def test_a_number_must_lie_in_its_range_both_ends_included() -> None:
    rule = between("hours", 0, 168)
    found = verdicts(rule, hours=["0", "168", "168.1", "-1", "7.5", "abc", "nan", "inf", None])
    assert found == [True, True, False, False, True, False, False, False, False]


def test_a_whole_number_has_no_fraction() -> None:
    rule = between("age", 18, 120, whole=True)
    assert verdicts(rule, age=["18", "18.5", "17", "121"]) == [True, False, False, False]


def test_a_number_that_may_be_blank_is_still_checked_where_it_stands() -> None:
    rule = between("age", 18, 120, blank=True)
    assert verdicts(rule, age=[None, "18", "abc", "17"]) == [True, True, False, False]


@pytest.mark.parametrize(
    "text",
    ["31/02/1950", "2023-02-29", "2024-1-5", "+2024-1-05", " 2024-1-05", "0001-01-01", "20240101"],
)
def test_what_is_not_a_day_written_year_month_day_is_found(text: str) -> None:
    assert verdicts(a_date("on"), on=[text]) == [False]


def test_a_leap_day_and_a_blank_are_dates() -> None:
    assert verdicts(a_date("on"), on=["2024-02-29", None]) == [True, True]


def test_a_date_outside_its_bounds_is_found() -> None:
    rule = a_date("on", earliest=date(2024, 4, 1), latest=date(2025, 3, 31))
    found = verdicts(rule, on=["2024-03-31", "2024-04-01", "2025-03-31", "2025-04-01"])
    assert found == [False, True, True, False]


def test_an_end_before_its_start_is_found_and_a_missing_end_is_not() -> None:
    found = verdicts(
        not_before("end", "start"),
        start=["2024-04-02", "2024-04-02", "2024-04-02", None],
        end=["2024-04-01", "2024-04-02", None, "2024-04-01"],
    )
    assert found == [False, True, True, True]


def test_the_first_row_with_a_reference_stands_and_later_ones_do_not() -> None:
    assert verdicts(unique("ref"), ref=["a", "b", "a", "a"]) == [True, True, False, False]


def test_a_blank_reference_names_nothing() -> None:
    assert verdicts(unique("ref"), ref=["a", None, None]) == [True, False, False]


def test_a_pair_of_columns_is_repeated_only_where_both_are() -> None:
    found = verdicts(unique("person", "on"), person=["a", "a", "b", "a"], on=["1", "2", "1", "1"])
    assert found == [True, True, True, False]


def test_a_row_that_breaks_two_rules_is_refused_once_and_counted_for_each() -> None:
    frame = pl.DataFrame({"age": ["7", "30"], "kind": ["Z", "A"]})
    found = check(frame, [between("age", 18, 120), one_of("kind", ("A",))])
    assert found.refused == 1
    assert found.counts == {"age:range": 1, "kind:code": 1}
    assert found.mask.to_list() == [0b11, 0b00]


def test_an_issue_says_where_what_why_and_how_to_mend_it() -> None:
    frame = pl.DataFrame({"kind": ["A", "Z"]})
    issues = check(frame, [one_of("kind", ("A", "B"))]).issues
    assert issues.schema == ROW_ISSUES
    assert issues.rows() == [
        (
            3,
            "kind",
            "Z",
            "kind is not on its list of codes",
            "Use one of A, B; leave it blank where it is not known.",
        )
    ]


def test_rows_keep_the_numbers_their_reader_gave_them() -> None:
    frame = pl.DataFrame({"kind": ["A", "Z"], "source_row": [10, 20]})
    assert check(frame, [one_of("kind", ("A",))]).issues["source_row"].to_list() == [20]


def test_listing_stops_at_its_limit_for_each_rule_and_counting_does_not() -> None:
    frame = pl.DataFrame({"age": ["1"] * 50, "kind": ["A"] * 49 + ["Z"]})
    found = check(frame, [between("age", 18, 120), one_of("kind", ("A",))], listed=5)
    assert found.counts == {"age:range": 50, "kind:code": 1}
    assert Counter(found.issues["column"]) == {"age": 5, "kind": 1}


def test_a_missing_column_is_named_with_what_to_do() -> None:
    with pytest.raises(UnreadableFile, match=r"no column 'kind'.*Add the column"):
        check(pl.DataFrame({"age": ["1"]}), [one_of("kind", ("A",))])


def test_two_rules_may_not_share_a_code() -> None:
    with pytest.raises(ValueError, match="age:range"):
        check(pl.DataFrame({"age": ["1"]}), [between("age", 0, 1), between("age", 2, 3)])


def test_a_table_without_rows_breaks_nothing() -> None:
    frame = pl.DataFrame(schema={"ref": pl.String, "kind": pl.String})
    found = check(frame, [unique("ref"), one_of("kind", ("A",))])
    assert found.refused == 0
    assert found.counts == {"ref:unique": 0, "kind:code": 0}


def test_a_table_is_not_clean_for_want_of_rules() -> None:
    with pytest.raises(ValueError, match="one rule at least"):
        check(pl.DataFrame({"a": ["1", "2"]}), [])


def test_more_rules_than_a_number_has_bits_are_checked_but_not_packed_into_one() -> None:
    rules = [Rule(f"rule {n}", "a", "", "", pl.col("a") == str(n)) for n in range(65)]
    found = check(pl.DataFrame({"a": ["64", "0"]}), rules)
    assert (found.counts["rule 64"], found.counts["rule 0"]) == (1, 1)
    with pytest.raises(ValueError, match="64 rules"):
        _ = found.mask


KEYS = st.lists(st.sampled_from(["a", "b", "c", "d", "e", None]), max_size=40)


@given(keys=KEYS, size=st.integers(min_value=1, max_value=7))
def test_slices_find_the_same_as_the_whole_table(keys: list[str | None], size: int) -> None:
    frame = pl.DataFrame({"ref": keys}, schema={"ref": pl.String})
    rules = [unique("ref"), one_of("ref", ("a", "b", "c"))]
    whole = check(frame, rules)
    checker = Checker(rules)
    parts = [checker.check(part) for part in frame.iter_slices(size)]
    assert [row for part in parts for row in part.clean] == whole.clean.to_list()
    assert [row for part in parts for row in part.issues.rows()] == whole.issues.rows()
    assert checker.counts == whole.counts


@given(keys=KEYS)
def test_repeats_are_those_that_a_set_would_find(keys: list[str | None]) -> None:
    seen: set[str] = set()
    expected = []
    for key in keys:
        expected.append(key is not None and key not in seen)
        seen |= {key} if key else set()
    frame = pl.DataFrame({"ref": keys}, schema={"ref": pl.String})
    assert check(frame, [unique("ref")]).clean.to_list() == expected
