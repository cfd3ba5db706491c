"""Published totals beside the sum of their parts: where they differ, the parts are used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Final

from carewright_engine.rules.cells import Cells
from carewright_engine.rules.dated import (
    RANGES,
    Dated,
    Jurisdiction,
    Unit,
    every_dated,
)  # fmt: skip
from carewright_engine.rules.reading import NotInForce, Rows, held_on, holds_on, read, text_of
from carewright_engine.rules.rows import Row, shared

COLUMNS: Final = (
    *("id", "words", "parts", "jurisdiction", "from", "to"),
    *("value", "unit", "source", "verified"),
)
FILE: Final = "published_totals.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedTotal(Row):
    """A total as somebody printed it, with the names of what it is the total of."""

    parts: tuple[str, ...]
    jurisdiction: Jurisdiction
    value: Decimal
    unit: Unit


@dataclass(frozen=True, slots=True)
class Differs:
    """A published total that is not what its parts add up to; in the unit of both."""

    id: str
    on: date
    published: Decimal
    computed: Decimal
    words: str


def difference(published: Decimal, parts: dict[str, Decimal]) -> str | None:
    """What is wrong with a total, in words; nothing if its parts add up to it."""
    computed = sum(parts.values(), Decimal(0))
    if computed == published:
        return None
    said = " + ".join(f"{value} ({name})" for name, value in parts.items())
    return f"published as {published}, but {said} is {computed}: the parts are used"


def read_totals(text: str, file: str = FILE) -> Rows[PublishedTotal]:
    """The totals of a file, by name; `RefusedData` with every fault if there is one."""
    return read(file, text, COLUMNS, _total)


@cache
def every_total() -> Rows[PublishedTotal]:
    """All published totals that came with Carewright, by name."""
    return read_totals(text_of(FILE))


def flagged(totals: Rows[PublishedTotal], values: Rows[Dated]) -> Iterator[Differs]:
    """Each total that differs from its parts on the first day of any of them that it covers."""
    for rows in totals.values():
        for total in rows:
            for day in _days(total, values):
                if found := _differs(total, day, values):
                    yield found


def total_on(name: str, on: date) -> Decimal:
    """The sum of the parts on the day, whatever was printed; `NotInForce` if one is not held."""
    total = held_on(every_total(), name, on)
    return sum((held_on(every_dated(), part, on).value for part in total.parts), Decimal(0))


def _days(total: PublishedTotal, values: Rows[Dated]) -> list[date]:
    changes = {row.starts_on for part in total.parts for row in values.get(part, ())}
    return sorted({total.starts_on} | {day for day in changes if holds_on(total, day)})


def _differs(total: PublishedTotal, day: date, values: Rows[Dated]) -> Differs | None:
    try:
        parts = {part: held_on(values, part, day).value for part in total.parts}
    except NotInForce as missing:
        words = f"{total.id} cannot be compared with its parts: {missing}"
        return Differs(total.id, day, total.value, Decimal(0), words)
    words = difference(total.value, parts) or ""
    computed = sum(parts.values(), Decimal(0))
    return Differs(total.id, day, total.value, computed, words) if words else None


def _total(cells: Cells) -> PublishedTotal:
    unit = cells.one_of("unit", Unit)
    parts = cells.identities("parts")
    if len(parts) < 2:
        cells.refuse("parts", "a total has two parts or more, with a space between them")
    return PublishedTotal(
        **shared(cells),
        parts=parts,
        jurisdiction=cells.one_of("jurisdiction", Jurisdiction),
        value=cells.number("value", *RANGES[unit]),
        unit=unit,
    )
