"""Places on a framework: lot by lot in the published order, down each ranking until it is full.

A supplier is passed over who has won as many lots as the exercise or the supplier itself allows,
or whose capacity is taken up by lots before. Bids of one rank that do not all fit are not chosen
between: those places wait for the tie to be settled.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from carewright_engine.evaluation.bids import Exercise, Lot
from carewright_engine.evaluation.scoring import Result, Standing


@dataclass(frozen=True, slots=True)
class Place:
    """One bid and whether it wins a place in its lot, with why not."""

    bid: str
    supplier: str
    lot: str
    rank: int
    won: bool
    why_not: str = ""


@dataclass(slots=True)
class _Taken:
    """What suppliers have won in the lots before."""

    lots: dict[str, int] = field(default_factory=dict)
    hours: dict[str, int] = field(default_factory=dict)


def places(exercise: Exercise, results: Sequence[Result]) -> tuple[Place, ...]:
    """Every ranked bid, lot by lot in the exercise's order, the best first."""
    taken = _Taken()
    of = {result.lot.id: result for result in results}
    return tuple(
        place for lot in exercise.lots for place in _in_lot(exercise, lot, of[lot.id], taken)
    )


def _in_lot(exercise: Exercise, lot: Lot, result: Result, taken: _Taken) -> Iterator[Place]:
    left = len(result.ranked) if lot.places is None else lot.places
    for _, tied in groupby(result.ranked, key=lambda standing: standing.rank):
        group = list(tied)
        passed = {one.bid.id: _passed_over(exercise, lot, one, taken) for one in group}
        able = [one for one in group if not passed[one.bid.id]]
        waits = 0 < left < len(able)
        for one in group:
            why_not = passed[one.bid.id] or _why_not(left, waits=waits)
            yield Place(one.bid.id, one.bid.supplier, lot.id, one.rank, not why_not, why_not)
            if not why_not:
                _take(lot, one, taken)
        left = 0 if waits else max(0, left - len(able))


def _why_not(left: int, *, waits: bool) -> str:
    if waits:
        return f"{left} places are left for bids of one rank: the tie must be settled first."
    return "" if left else "The places of this lot are taken by better bids."


def _passed_over(exercise: Exercise, lot: Lot, one: Standing, taken: _Taken) -> str:
    supplier, bid = one.bid.supplier, one.bid
    won = taken.lots.get(supplier, 0)
    if exercise.most_lots_each is not None and won >= exercise.most_lots_each:
        return f"{supplier} has won {won} lots, the most that one supplier may."
    if bid.most_lots is not None and won >= bid.most_lots:
        return f"{supplier} has won {won} lots, the most that it asked for."
    if bid.capacity is not None and lot.hours is not None:
        free = bid.capacity - taken.hours.get(supplier, 0)
        if free < lot.hours:
            return f"{supplier} has {free} hours a week left, and a place asks for {lot.hours}."
    return ""


def _take(lot: Lot, one: Standing, taken: _Taken) -> None:
    supplier = one.bid.supplier
    taken.lots[supplier] = taken.lots.get(supplier, 0) + 1
    taken.hours[supplier] = taken.hours.get(supplier, 0) + (lot.hours or 0)
