"""Reference data is taken whole or not at all, and what is wrong with it is said in full."""

from __future__ import annotations

import csv
import tomllib
from datetime import date
from decimal import Decimal
from fnmatch import fnmatch
from importlib.resources import files
from io import StringIO
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carewright_engine.rules.dated import (
    COLUMNS,
    FILES,
    RANGES,
    Unit,
    dated,
    every_dated,
    read_dated,
)  # fmt: skip
from carewright_engine.rules.reading import NotInForce, by_id, held_on, holds_on, text_of
from carewright_engine.rules.refusing import RefusedData
from carewright_engine.rules.totals import FILE as TOTALS
from carewright_engine.rules.totals import read_totals
from tests.architecture.stages import REPOSITORY

GOOD = {
    "id": "wage.test", "words": "A wage", "regime": "minimum_wage",
    "jurisdiction": "united_kingdom", "from": "2024-04-01", "to": "2025-04-01",
    "value": "11.44", "unit": "pounds_an_hour", "source": "SI 2015/621", "verified": "no",
}  # fmt: skip


def a_file(*changes: dict[str, str]) -> str:
    written = StringIO()
    lines = csv.DictWriter(written, COLUMNS, lineterminator="\n")
    lines.writeheader()
    lines.writerows(GOOD | change for change in changes)
    return written.getvalue()


def refused(text: str) -> list[str]:
    with pytest.raises(RefusedData) as found:
        read_dated("wages.csv", text)
    return [str(fault) for fault in found.value.faults]


def test_a_row_holds_from_its_first_day_until_the_day_before_its_last() -> None:
    rows = read_dated("wages.csv", a_file({}))
    assert held_on(rows, "wage.test", date(2024, 4, 1)).value == Decimal("11.44")
    assert held_on(rows, "wage.test", date(2025, 3, 31)).pence == 1144


@pytest.mark.parametrize("day", [date(2024, 3, 31), date(2025, 4, 1)])
def test_nothing_is_assumed_for_a_day_that_no_row_holds_on(day: date) -> None:
    rows = read_dated("wages.csv", a_file({}))
    told = f"No wage.test is held for {day}: one from 2024-04-01 and before 2025-04-01"
    with pytest.raises(NotInForce, match=told):
        held_on(rows, "wage.test", day)


def test_a_name_that_nobody_wrote_is_said_to_be_missing() -> None:
    with pytest.raises(NotInForce, match=r"There is no wage\.unheard_of in the reference data"):
        dated("wage.unheard_of", on=date(2026, 1, 1))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"id": "Wage Test"}, 'id: "Wage Test" is not small letters'),
        ({"words": ""}, "words: nothing is given"),
        ({"jurisdiction": "kent"}, 'jurisdiction: "kent" is none of united_kingdom,'),
        ({"from": "1/4/2024"}, 'from: "1/4/2024" is not a day written like 2026-04-01'),
        ({"from": "2024-02-30"}, 'from: "2024-02-30" is not a day'),
        ({"from": ""}, 'from: "" is not a day'),
        ({"to": "2024-04-01"}, "to: 2024-04-01 is not after 2024-04-01"),
        ({"value": "1144"}, "value: 1144 is outside 3 to 100"),
        ({"value": "£11.44"}, 'value: "£11.44" is not a number'),
        ({"value": "11.445"}, "value: 11.445 has more than 2 figures after the point"),
        ({"value": ""}, 'value: "" is not a number'),
        ({"value": "nan"}, 'value: "nan" is not a number'),
        ({"unit": "pence"}, 'unit: "pence" is none of pounds,'),
        ({"source": ""}, "source: nothing is given"),
        ({"verified": "true"}, 'verified: "true" is none of yes, no, from_memory'),
        ({"source": "SI 2015/621 "}, "source: begins or ends with a space"),
    ],
)
def test_a_bad_cell_refuses_the_file_with_line_column_and_range(
    change: dict[str, str], told: str
) -> None:
    assert refused(a_file(change, {"id": "wage.other"}))[0].startswith(f"wages.csv, line 2, {told}")


def test_every_fault_of_a_file_is_told_at_once_in_its_order() -> None:
    faults = refused(a_file({"value": "x", "unit": "y"}, {}, {"source": "", "id": "wage.more"}))
    assert [fault.split(": ")[0] for fault in faults] == [
        "wages.csv, line 2, unit", "wages.csv, line 2, value", "wages.csv, line 4, source",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["", "\ufeff" + a_file({}), a_file({}).replace("id,words", "words,id"), "id;words\n1;2\n"],
)
def test_columns_in_another_order_or_behind_a_mark_are_refused(text: str) -> None:
    assert refused(text) == [f"wages.csv, line 1, columns: must be {','.join(COLUMNS)}"]


def test_a_line_that_is_too_short_is_refused() -> None:
    assert refused(a_file({}) + "wage.x,words\n") == [
        "wages.csv, line 3, columns: 2 cells instead of 10"
    ]


@pytest.mark.parametrize(
    ("typed", "told"),
    [('"A "wage" there"', "expected after"), ('"A wage', "unexpected end of data")],
)
def test_a_stray_quotation_mark_is_told_with_its_line_and_the_others_are_read(
    typed: str, told: str
) -> None:
    (fault,) = refused(a_file({}, {"words": "MARK", "id": "wage.x"}).replace("MARK", typed))
    assert fault.startswith("wages.csv, line 3, columns: not cells: ")
    assert told in fault


@pytest.mark.parametrize("ends_before", ["", "2025-04-02"])
def test_two_rows_of_one_name_never_hold_on_the_same_day(ends_before: str) -> None:
    later = {"from": "2025-04-01", "to": ""}
    assert refused(a_file(later, {"to": ends_before})) == [
        "wages.csv, line 2, from: line 3 says what wage.test is on 2025-04-01 already"
    ]


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), min_size=1, max_size=6))
def test_a_file_is_taken_exactly_when_no_day_has_two_answers(spans: list[tuple[int, int]]) -> None:
    first = date(2024, 1, 1).toordinal()
    days = [(date.fromordinal(first + a), date.fromordinal(first + a + n)) for a, n in spans]
    text = a_file(*({"from": str(start), "to": str(end)} for start, end in days))
    if any(later < end for (_, end), (later, _) in pairwise(sorted(days))):
        assert refused(text)
    else:
        assert len(read_dated("wages.csv", text)["wage.test"]) == len(days)


def test_no_row_that_comes_with_carewright_holds_beside_another_of_its_name() -> None:
    for rows in every_dated().values():
        assert not any(holds_on(before, after.starts_on) for before, after in pairwise(rows))


def test_every_unit_has_a_range() -> None:
    assert set(RANGES) == set(Unit)


def test_rows_are_kept_in_the_order_of_their_days() -> None:
    rows = every_dated()["wage.nlw"]
    assert by_id(reversed(rows))["wage.nlw"] == rows


def test_an_installed_carewright_carries_every_file_of_reference_data() -> None:
    packed = {file.name for file in (files("carewright_engine") / "reference_data").iterdir()}
    kept = {file.name for file in (REPOSITORY / "reference_data").iterdir()}
    assert packed == kept
    declared = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())
    patterns = declared["tool"]["setuptools"]["package-data"]["carewright_engine"]
    tables = [name for name in kept if name.endswith(".csv")]
    assert all(any(fnmatch(f"/{name}", f"{p[2:]}") for p in patterns) for name in tables)


#: What an editor mistypes, by column, and what is said of it; every file of values has the columns.
MISTYPED = (
    ("value", "about 12", "is not a number written like 1234.56"),
    ("from", "1 April 2024", "is not a day written like 2026-04-01"),
    ("jurisdiction", "Kent", "is none of united_kingdom"),
    ("source", "", "nothing is given"),
    ("verified", "Y", "is none of yes, no, from_memory"),
    ("unit", "pence", "is none of pounds"),
)


@pytest.mark.parametrize("file", [*FILES, TOTALS])
def test_an_edited_file_with_bad_rows_is_refused_whole_and_every_row_is_named(file: str) -> None:
    header, *lines = csv.reader(text_of(file).splitlines())
    told = []
    for place, (column, typed, reason) in enumerate(MISTYPED):
        if place < len(lines):
            lines[-1 - place][header.index(column)] = typed
            told.append((len(lines) + 1 - place, column, reason))
    written = StringIO()
    csv.writer(written, lineterminator="\n").writerows([header, *lines])
    text = written.getvalue()
    with pytest.raises(RefusedData) as found:
        read_totals(text) if file == TOTALS else read_dated(file, text)
    said = [(each.line, each.field, each.reason) for each in found.value.faults]
    for line, column, reason in told:
        assert any((n, c) == (line, column) and reason in why for n, c, why in said), (line, column)
    assert {line for line, _column, _reason in told} == {line for line, _c, _r in said}
