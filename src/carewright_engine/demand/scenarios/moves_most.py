"""What moves a figure most: each assumption to its likely low and high, the others held."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.scenarios.known import PARTS, Known
from carewright_engine.demand.scenarios.outlook import Outlook
from carewright_engine.demand.scenarios.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Move:
    """How far one assumption moves the figure from its middle: at its 10th and 90th percentile."""

    assumption: str
    low: float
    high: float

    @property
    def width(self) -> float:
        """How much it matters."""
        return self.high - self.low


def moves_most(
    known: Known, scenario: Scenario, figure: Callable[[Outlook], Array], *, seed: int
) -> tuple[Move, ...]:
    """Each part and each lever, the widest first; `figure` gives one number for every draw.

    All others are held at their middle, so that the moves need not add up to the whole interval.
    """
    held = scenario.certain()
    still = float(figure(held.applied(known.outlook(()), seed=seed))[0])
    moves = [
        _move(words, figure(held.applied(known.outlook((part,)), seed=seed)), still)
        for part, words in PARTS.items()
    ]
    for number, lever in enumerate(scenario.levers):
        one = scenario.certain(but=number)
        moves.append(_move(lever.name, figure(one.applied(known.outlook(()), seed=seed)), still))
    return tuple(sorted(moves, key=lambda move: -move.width))


def _move(assumption: str, drawn: Array, still: float) -> Move:
    low, high = np.quantile(drawn, (0.1, 0.9)) - still
    return Move(assumption, float(low), float(high))
