"""What chance alone does: the same model under many seeds, as quantiles that name their level."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from carewright_engine.demand.refusing import (
    BadParameter,
    require_between,
)

Table = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Interval:
    """Values between which a stated share of runs lies, with the middle run between them."""

    level: float
    low: Table
    middle: Table
    high: Table


def interval(runs: Table, level: float) -> Interval:
    """The central interval of `runs[run, ...]`, such as `level=0.8`: from the 10% to the 90%."""
    require_between("level", level, 0, 1)
    if len(runs) < 2:
        raise BadParameter("runs", len(runs), "2 or more")
    low, middle, high = np.quantile(runs, [(1 - level) / 2, 0.5, (1 + level) / 2], axis=0)
    return Interval(level, low, middle, high)


def over_seeds(answer: Callable[[int], Table], seeds: Sequence[int]) -> Table:
    """The answer under each seed; two scenarios under the same seeds share their dice."""
    return np.array([answer(seed) for seed in seeds])


def noise_spared(before: Table, after: Table) -> float:
    """How many times smaller common dice make the variance of a difference.

    Both hold one number a seed, for the same seeds in the same order. Dice apart are those of
    another seed: each `after` less the `before` of the seed next to it. Infinite if common dice
    leave no noise at all.
    """
    common = float(np.var(after - before))
    apart = float(np.var(after - np.roll(before, 1)))
    return apart / common if common else float("inf")
