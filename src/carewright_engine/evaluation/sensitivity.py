"""Which change of weights would have changed the winner: looked at after scoring, never before.

One weight of the highest criteria moves, and the others share the rest in their old proportion.
Every bid's total is then a straight line in that weight, so the weight at which another bid draws
level is found exactly. Thresholds do not depend on these weights; tie-breaks are left aside.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from carewright_engine.evaluation.method import HUNDRED, Method
from carewright_engine.evaluation.price import PER_POINT
from carewright_engine.evaluation.scoring import Result, Standing


@dataclass(frozen=True, slots=True)
class Turn:
    """A weight at which another bid draws level with the winner, in percent, exact."""

    weight: Fraction
    bid: str


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """How far one weight can move before the winner changes; None: however far."""

    criterion: str
    weight: Fraction
    lowered: Turn | None
    raised: Turn | None


def sensitivity(method: Method, result: Result) -> tuple[Sensitivity, ...]:
    """For each of the highest criteria with a weight that can move; none without a rival."""
    if len(result.ranked) < 2:
        return ()
    return tuple(
        _of(method, result, criterion.id, Fraction(criterion.weight) / HUNDRED)
        for criterion in method.criteria
        if 0 < criterion.weight < HUNDRED
    )


def _of(method: Method, result: Result, criterion: str, now: Fraction) -> Sensitivity:
    lowered: list[tuple[Fraction, str]] = []
    raised: list[tuple[Fraction, str]] = []
    for rival, at_nought, at_whole in _leads(method, result, criterion, now):
        if at_nought == at_whole:
            continue
        level = at_nought / (at_nought - at_whole)
        if at_nought < 0 and 0 <= level <= now:
            lowered.append((level, rival))
        if at_whole < 0 and now <= level <= 1:
            raised.append((level, rival))
    down = max(lowered, key=lambda turn: turn[0], default=None)
    up = min(raised, key=lambda turn: turn[0], default=None)
    return Sensitivity(criterion, now * HUNDRED, _turn(down), _turn(up))


def _turn(found: tuple[Fraction, str] | None) -> Turn | None:
    return None if found is None else Turn(found[0] * HUNDRED, found[1])


def _leads(
    method: Method, result: Result, criterion: str, now: Fraction
) -> Iterator[tuple[str, Fraction, Fraction]]:
    """By how much the winner leads each rival with the weight at nought, and at the whole."""
    first, *rivals = result.ranked
    for rival in rivals:
        # Where quality divides the price, p/q < P/Q is P q - p Q > 0: a straight line again.
        by_price = method.price.formula == PER_POINT
        ours, theirs = (rival.bid.price, first.bid.price) if by_price else (1, 1)
        yield (
            rival.bid.id,
            ours * _rest(method, first, criterion, now)
            - theirs * _rest(method, rival, criterion, now),
            ours * first.shares[criterion] - theirs * rival.shares[criterion],
        )


def _rest(method: Method, standing: Standing, without: str, now: Fraction) -> Fraction:
    """What the bid would have were the criterion left out and the others made the whole."""
    others = (one for one in method.criteria if one.id != without)
    weighted = (Fraction(one.weight) * standing.shares[one.id] for one in others)
    return sum(weighted, Fraction(0)) / HUNDRED / (1 - now)
