"""At how much a year the scheme of delegation is asked who approves a round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from carewright.decide.api import DecidedAct, SchemeRow, Wanted, row_for
from carewright_engine.costing.spread import FEWEST

MONTHS: Final = 12  # an uplift is decided by what it costs in a year
#: A figure that would give a person's price away is written as the next of these times ten.
ROUND_FIGURES: Final = (1, 2, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a round when its approval is asked for; pence a year."""

    pence: int  # every rise, and what is owed for days gone by
    unknown: int = 0  # lines that rise and of which nobody knows how much is bought
    placements: int = 0  # of one person each, among those that rise


@dataclass(frozen=True, slots=True)
class Level:
    """At which figure whoever approves is found, and why it is not the sum itself."""

    pence: int
    unknown: int
    rounded: bool


def level_of(known: Known, rows: Iterable[SchemeRow]) -> Level:
    """The figure at which the scheme is asked.

    A line of which nobody knows how much is bought counts for nothing in a sum, so that a dear
    round of such lines would be judged as a cheap one. A round with one of them is therefore judged
    as the dearest that the scheme knows, up to a committee where its last row names one. No
    estimate of whoever proposes lowers that: the agreement has to say its value, as it was signed.

    Where few of the lines are one person's, the sum beside what everybody sees would give that
    person's price away, so it is rounded up to 1, 2 or 5 times a power of ten, within its row.
    """
    ours = [each for each in rows if _is_ours(each)]
    pence = max([known.pence, *_lower_ends(ours)]) if known.unknown else known.pence
    few = 0 < known.placements < FEWEST
    shown = _rounded_up(pence, ours) if few and pence else pence
    return Level(shown, known.unknown, few)


def _is_ours(row: SchemeRow) -> bool:
    return row.act is DecidedAct.UPLIFT and row.months.hold(MONTHS)


def _lower_ends(rows: Iterable[SchemeRow]) -> Iterator[int]:
    """The least figure of each row outside a framework."""
    for row in rows:
        least = 0 if row.pence.over is None else row.pence.over + 1
        if row.applies_to(_wanted(least)):
            yield least


def _rounded_up(pence: int, rows: Iterable[SchemeRow]) -> int:
    """Never so far that another row would count."""
    power = int(10 ** (len(str(pence)) - 1))
    round_figure = power * next((each for each in ROUND_FIGURES if each * power >= pence), 10)
    row = row_for(rows, _wanted(pence))
    most = row.pence.up_to if row else None
    return round_figure if most is None else min(round_figure, most)


def _wanted(pence: int) -> Wanted:
    return Wanted(DecidedAct.UPLIFT, pence, MONTHS, in_framework=False)
