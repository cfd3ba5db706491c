"""Days for which a value is not held: nothing is carried on, and nothing is estimated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from carewright_engine.rules.dated import FILES, Dated, dated_of


@dataclass(frozen=True, slots=True)
class NotHeld:
    """A value for which no row holds from a day on, until another does; None while none does."""

    file: str  # the file of reference data in which a row would fill it
    last: Dated  # the row that held before
    starts_on: date
    ends_before: date | None


def not_held(*, on: date) -> Iterator[NotHeld]:
    """Each gap between two rows of one value, and after its last row, that begins by the day.

    Before its first row nothing is known of a value, so nothing is said to be missing.
    """
    for file in FILES:
        for rows in dated_of(file).values():
            yield from _gaps(file, rows, on)


def _gaps(file: str, rows: Sequence[Dated], on: date) -> Iterator[NotHeld]:
    for before, after in pairwise(rows):
        if before.ends_before is not None and before.ends_before < after.starts_on:
            yield NotHeld(file, before, before.ends_before, after.starts_on)
    last = rows[-1]
    if last.ends_before is not None and last.ends_before <= on:
        yield NotHeld(file, last, last.ends_before, None)
