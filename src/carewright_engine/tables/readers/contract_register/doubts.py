"""What a person should look at in a register: what cannot be so, and what stands twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

import polars as pl

from carewright_engine.tables.contract_repeats import TELL_APART, listed_of, repeats_within
from carewright_engine.tables.gaps import Absence
from carewright_engine.tables.matching import normal
from carewright_engine.tables.readers.contract_register.fields import DAYS, FIELDS
from carewright_engine.tables.readers.contract_register.register_rows import Row
from carewright_engine.tables.reading import ROW_ISSUES

Issue = tuple[int, str, str | None, str, str]  # a row of `ROW_ISSUES`, under meanings
Cells = Mapping[str, str | None]

WORDS: Final = {field.meaning: field.words for field in FIELDS}
SUMS: Final = ("annual", "total", "vat", "price")
SPANS: Final = ("months", "extension_months", "notice", "provider_notice", "council_notice")
NAMES: Final = ("reference", "title", "description", "supplier_name")
A_YEAR: Final = 11.5  # months: some registers count a year's contract short


def refused(number: int, cells: Cells, headers: Mapping[str, str]) -> Issue | None:
    """A row that is no contract: it names nothing, sums up others or repeats the headings."""
    named = [(field, text) for field in NAMES if (text := cells.get(field))]
    if not named:
        return (
            number, "title", None, "the row names no contract and no supplier",
            "Give it a title, a reference or a supplier, or leave the row out.",
        )  # fmt: skip
    if all(normal(text) == normal(headers[field]) for field, text in named):
        reason = "the row repeats the headings"
        return number, named[0][0], named[0][1], reason, "Nothing: it is no contract."
    if len(named) == 1 and normal(named[0][1]) in ("total", "grand_total", "totals", "sub_total"):
        reason = "the row adds up others"
        return number, named[0][0], named[0][1], reason, "Nothing: it is no contract."
    return None


def doubts(row: Row, cells: Cells) -> Iterator[Issue]:
    """What cannot be read in a row, and what cannot all be true of it."""
    for field, text in row.faults.items():
        yield row.number, field, text, f"{WORDS[field]} cannot be read", _mend(field)
    yield from _unnamed(row, cells)
    yield from _dates(row, cells)
    year, total = row.values.get("annual_pence"), _most(row)
    months = row.values.get("months")
    long_enough = isinstance(months, float) and months > A_YEAR
    if isinstance(year, int) and total is not None and total < year and long_enough:
        reason = "the value over the whole term is less than a year's"
        yield row.number, "total", cells["total"], reason, "Correct whichever is wrong."


def _most(row: Row) -> int | None:
    total = row.values.get("total_to_pence", row.values.get("total_pence"))
    return total if isinstance(total, int) else None


def _unnamed(row: Row, cells: Cells) -> Iterator[Issue]:
    if "title" not in row.values:
        reason = "the contract has no title"
        yield row.number, "title", cells["title"], reason, "Give it one."
    gap = row.gaps.get("supplier_name")
    if gap is not None:
        several = gap.absence is Absence.SEVERAL
        reason = "the suppliers are not named" if several else "no supplier is named"
        mend = "Give a row for each supplier." if several else "Name the supplier."
        yield row.number, "supplier_name", cells["supplier_name"], reason, mend


def _dates(row: Row, cells: Cells) -> Iterator[Issue]:
    start = row.values.get("starts_on")
    for field, column in (("end", "ends_before"), ("now_end", "now_ends_before")):
        end = row.values.get(column)
        if isinstance(start, date) and isinstance(end, date) and end <= start:
            reason = "it ends before it starts"
            yield row.number, field, cells[field], reason, "Correct whichever date is wrong."


def _mend(field: str) -> str:
    if field in DAYS:
        return "Write the day as 31/03/2026, or say 'rolling' or 'TBC'."
    if field in SUMS:
        return "Write pounds, as 12,500 or £1.2m or £10,000 - £20,000."
    if field in SPANS:
        return "Write a number and its unit, as 3 months or 84 days."
    if field in ("sme", "vcse", "in_advance"):
        return "Write Yes or No."
    return "Correct the cell, or leave it blank where it is not known."


def repeated(contracts: pl.DataFrame) -> list[Issue]:
    """Rows that may stand twice; a reference that suppliers share is no doubt."""
    listed = listed_of(contracts.select(TELL_APART).iter_rows())
    return [
        (
            int(repeat.id), "title", None,
            f"it may repeat row {repeat.earlier}: {' and '.join(repeat.reasons)}",
            "Leave one of them out if it is the same contract.",
        )
        for repeat in repeats_within(listed)
        if repeat.likely
    ]  # fmt: skip


def as_frame(issues: Sequence[Issue]) -> pl.DataFrame:
    """Issues as the readers hand them back."""
    return pl.DataFrame(issues, schema=ROW_ISSUES, orient="row")
