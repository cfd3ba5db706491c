"""How rates of use have drifted over a longer time than the figures by age and council cover.

Councils once counted people of all ages in one week a year only. Set beside what the nation's
ages alone would have brought, that long series says how fast use per head rises or falls.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from carewright_engine.demand.arrays import Array


@dataclass(frozen=True, slots=True)
class Drift:
    """A year's change of the log of use per head of the same age: its mean and standard error."""

    mean: float
    error: float
    years: int


def drift_of(counts: Mapping[int, float], people: Mapping[int, Array], rates: Array) -> Drift:
    """The mean yearly change of people counted over people expected at fixed rates by band.

    `counts` are people of all ages counted in each year, `people` the population [band] of the
    years; only years that both have, and only steps of one year, are used (at least three).
    """
    years = sorted(set(counts) & set(people))
    per_head = {year: np.log(counts[year] / (people[year] * rates).sum()) for year in years}
    steps = [per_head[y + 1] - per_head[y] for y in years if y + 1 in per_head]
    if len(steps) < 3:
        raise ValueError(f"{len(steps)} yearly steps tell no drift; at least 3 do")
    error = float(np.std(steps, ddof=1) / np.sqrt(len(steps)))
    return Drift(float(np.mean(steps)), error, len(steps))
