"""What the evaluators have to go by: bids for lots, scores given alone, scores agreed together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from carewright_engine.evaluation.method import Method


@dataclass(frozen=True, slots=True)
class Bid:
    """One supplier's bid for one lot."""

    id: str
    supplier: str
    lot: str
    price: int  # whole pence, of what the lot compares: an hour, a week, the whole
    capacity: int | None = None  # hours a week that the supplier can give in all; None: enough
    most_lots: int | None = None  # the most lots that the supplier wants; None: any number
    rejected: str = ""  # why it is out whatever it scores: late, excluded, price not explained


@dataclass(frozen=True, slots=True)
class Score:
    """One evaluator's score for one criterion of one bid, with the reason, given alone."""

    bid: str
    criterion: str
    evaluator: str
    score: int
    reason: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """The score that the evaluators agreed on, with what they say about it."""

    bid: str
    criterion: str
    score: int
    reason: str


@dataclass(frozen=True, slots=True)
class Lot:
    """What is bid for; lots stand in the order in which places are given."""

    id: str
    title: str
    places: int | None = None  # how many suppliers win a place; None: all who are ranked
    hours: int | None = None  # a week, that a place asks of a supplier's capacity


@dataclass(frozen=True, slots=True)
class Exercise:
    """Everything from which the result can be worked out again."""

    name: str
    method: Method
    lots: tuple[Lot, ...]
    bids: tuple[Bid, ...]
    scores: tuple[Score, ...] = ()
    agreed: tuple[Agreed, ...] = ()
    most_lots_each: int | None = None  # the most lots that one supplier may win


def by_bid_and_criterion(scores: Sequence[Score]) -> dict[tuple[str, str], list[Score]]:
    """Individual scores side by side."""
    found: dict[tuple[str, str], list[Score]] = {}
    for score in scores:
        found.setdefault((score.bid, score.criterion), []).append(score)
    return found


def apart(scores: Sequence[Score]) -> int:
    """How far apart the evaluators of one criterion are: the most less the least."""
    return max(one.score for one in scores) - min(one.score for one in scores)
