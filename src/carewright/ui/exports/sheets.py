"""A list as a table of typed cells, each unable to run in a spreadsheet."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext

from carewright.ui.formats import in_london
from carewright.ui.lists.asked import Asked
from carewright.ui.lists.declared import Kind, ListColumn
from carewright_engine.values.inert import inert

Typed = str | int | float | Decimal | date | datetime | None

#: One row of the sheet's 1,048,576 is the heading.
MOST_ROWS: Final = 1_048_575
LONGEST_TEXT: Final = 32_767
LARGEST_EXACT: Final = 10**15


class TooManyRows(Exception):
    """More rows than a spreadsheet can hold; the CSV file has no such limit."""

    def __str__(self) -> str:
        return gettext("A spreadsheet holds 1,048,575 rows. Download the list as CSV instead")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to be written: its name, headings and kinds, and the rows as they come."""

    name: str
    headings: tuple[str, ...]
    kinds: tuple[Kind, ...]
    rows: Iterator[tuple[Typed, ...]]

    @property
    def short_name(self) -> str:
        """A spreadsheet takes 31 characters and none of []:*?/\\ in the name of a sheet."""
        return re.sub(r"[\[\]:*?/\\']", " ", self.name).strip()[:31].strip() or gettext("List")

    def counted_rows(self) -> Iterator[tuple[Typed, ...]]:
        """The rows, as long as they fit on one sheet."""
        for line, row in enumerate(self.rows, start=1):
            if line > MOST_ROWS:
                raise TooManyRows
            yield row


def sheet_of(asked: Asked, rows: Any) -> Sheet:
    """The list's columns and all its rows, those that stand beneath others included."""
    columns = asked.listing.columns
    typed = [_typed(column) for column in columns]
    return Sheet(
        name=str(asked.listing.caption),
        headings=tuple(inert(str(column.heading)) for column in columns),
        kinds=tuple(column.kind for column in columns),
        rows=(tuple([take(row) for take in typed]) for row in asked.narrowed(rows).each()),
    )


def _typed(column: ListColumn) -> Callable[[Any], Typed]:
    """Takes the column's value out of a row as the type that a spreadsheet reckons with."""
    take, convert = column.take, CONVERSIONS[column.kind]

    def typed(row: Any) -> Typed:
        value = take(row)
        return None if value is None else convert(value)

    return typed


def _figure(value: Any) -> Typed:
    """A finite figure; one too long for a spreadsheet's sixteen digits is kept as text."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Decimal) and not value.is_finite():
        return None
    if isinstance(value, int) and abs(value) >= LARGEST_EXACT:
        return inert(str(value))
    return value if isinstance(value, int | Decimal) else inert(str(value))


CONVERSIONS: Final[dict[Kind, Callable[[Any], Typed]]] = {
    "text": lambda value: inert(str(value)),
    "tag": lambda tag: inert(str(tag.text)),
    "yes_no": lambda value: gettext("Yes") if value else gettext("No"),
    "number": _figure,
    "percent": _figure,
    "pounds": lambda pence: Decimal(pence).scaleb(-2),
    "date": lambda day: in_london(day).date() if isinstance(day, datetime) else day,
    "datetime": in_london,
}
