"""Funnel plots whose limits allow for real differences between areas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from carewright_engine.provision.distances import Numbers

# Standard deviations that hold 95 and 99.8 in 100 of areas that differ no more than usual.
INNER: Final = 1.959964
OUTER: Final = 3.090232


@dataclass(frozen=True, slots=True)
class Funnel:
    """The nation's rate for one person, and by how much areas differ beyond chance."""

    rate: float
    dispersion: float

    def limits(self, people: float, deviations: float) -> tuple[float, float]:
        """The rates between which areas of that many people usually lie; never below 0."""
        width = deviations * float(np.sqrt(self.dispersion * self.rate / people))
        return max(0.0, self.rate - width), self.rate + width

    def position(self, provision: float, people: float) -> str:
        """Where an area lies: within the limits, or above or below the inner or outer ones."""
        rate = provision / people
        for deviations, words in ((OUTER, "99.8 in 100"), (INNER, "95 in 100")):
            lower, upper = self.limits(people, deviations)
            if rate > upper:
                return f"above the {words} limits"
            if rate < lower:
                return f"below the {words} limits"
        return "within the limits"


def funnel(provision: Numbers, people: Numbers, winsorised: float) -> Funnel:
    """The funnel of areas with so much provision for so many people.

    Multiplicative over-dispersion after Spiegelhalter (2005): the mean of squared z scores of
    Poisson counts, the share `winsorised` at each end pulled in to the next, and never below
    1, as areas cannot be more alike than chance allows.
    """
    rate = float(provision.sum() / people.sum())
    if rate == 0:
        return Funnel(0.0, 1.0)
    scores = (provision / people - rate) / np.sqrt(rate / people)
    if winsorised > 0:
        low, high = np.quantile(scores, [winsorised, 1 - winsorised])
        scores = np.clip(scores, low, high)
    return Funnel(rate, max(1.0, float((scores**2).mean())))
