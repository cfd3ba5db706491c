"""The table of grounds on which an agreement may be changed without a new procurement."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from typing import Final

from carewright_engine.rules.cells import Cells
from carewright_engine.rules.dated import Jurisdiction
from carewright_engine.rules.facts import Regime
from carewright_engine.rules.modification_facts import ChangeFacts
from carewright_engine.rules.reading import Rows, read, text_of
from carewright_engine.rules.rows import Row, shared

FILE: Final = "modification_grounds.csv"
COLUMNS: Final = (
    *("id", "words", "regimes", "jurisdiction", "from", "to", "must", "must_not"),
    *("limits", "last_resort", "notice", "source", "verified"),
)
_FACTS: Final = frozenset(field.name for field in fields(ChangeFacts))


class Limit(StrEnum):
    """What a ground measures, besides what it asks to be so."""

    INCREASE = "increase"  # by this change, of the value now
    INCREASE_OF_ORIGINAL = "increase_of_original"  # by this change, of the value at award
    SMALL = "small"  # this change either way, and all small ones below the threshold
    NET_SMALL = "net_small"  # all small changes together, of the value at award
    TERM = "term"  # either way, of the longest term
    OWN_DECISION = "own_decision"  # all own decisions together
    BELOW = "below"  # the value stays below the threshold


class Yes(StrEnum):
    """A mark that is there or not."""

    YES = "yes"
    NO = "no"


class NoticeWhen(StrEnum):
    """Which notice follows a change on this ground."""

    NONE = "none"
    BEFORE_UNLESS_SMALL = "before_unless_small"
    BEFORE = "before"
    AFTER = "after"
    AFTER_IF_LARGE = "after_if_large"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundRow(Row):
    """One row: what must be so and not be so, what is measured, and which notice follows."""

    regimes: frozenset[Regime]
    jurisdiction: Jurisdiction
    must: tuple[str, ...]
    must_not: tuple[str, ...]
    limits: frozenset[Limit]
    last_resort: bool  # only where no other ground applies
    notice: NoticeWhen


def read_grounds(text: str, file: str = FILE) -> Rows[GroundRow]:
    """The grounds of a file, by name; `RefusedData` with every fault if there is one."""
    return read(file, text, COLUMNS, _ground)


@cache
def every_ground() -> Rows[GroundRow]:
    """All grounds that came with Carewright, by name."""
    return read_grounds(text_of(FILE))


def _ground(cells: Cells) -> GroundRow:
    return GroundRow(
        **shared(cells),
        regimes=cells.some_of("regimes", Regime),
        jurisdiction=cells.one_of("jurisdiction", Jurisdiction),
        must=_facts(cells, "must"),
        must_not=_facts(cells, "must_not"),
        limits=cells.some_of("limits", Limit),
        last_resort=cells.one_of("last_resort", Yes) is Yes.YES,
        notice=cells.one_of("notice", NoticeWhen),
    )


def _facts(cells: Cells, column: str) -> tuple[str, ...]:
    named = cells.identities(column)
    for name in named:
        if name not in _FACTS:
            cells.refuse(column, f'"{name}" is no fact of a change')
    return named
