"""Draws that keep a small region as varied as a nation: spread evenly, then shuffled.

A few dozen homes drawn independently would wander far from the published distribution. Here
every draw is stratified, so that any seed gives a region in the nation's likeness.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt

Kind = TypeVar("Kind")
Numbers = npt.NDArray[np.float64]


def spread(rng: np.random.Generator, count: int) -> Numbers:
    """One number from each of `count` equal slices of 0 to 1, in random order."""
    return (rng.permutation(count) + rng.random(count)) / max(count, 1)


def apportion(shares: Sequence[float], total: int) -> list[int]:
    """Whole numbers in proportion to the shares that add up to the total (largest remainder)."""
    exact = np.asarray(shares, dtype=float) / sum(shares) * total
    whole = np.floor(exact).astype(int)
    remainders = exact - whole
    for index in np.argsort(-remainders, kind="stable")[: total - int(whole.sum())]:
        whole[index] += 1
    return [int(number) for number in whole]


def quota(rng: np.random.Generator, shares: Mapping[Kind, float], count: int) -> list[Kind]:
    """`count` kinds in their shares, to the nearest whole number, in random order."""
    kinds = list(shares)
    numbers = apportion([shares[kind] for kind in kinds], count)
    ordered = [kind for kind, number in zip(kinds, numbers, strict=True) for _ in range(number)]
    return [ordered[index] for index in rng.permutation(count)]


def from_quantiles(uniform: Numbers, at: Sequence[float], values: Sequence[float]) -> Numbers:
    """Values whose distribution has the given quantiles, straight lines between them."""
    return np.interp(uniform, at, values)
