"""Parameters that cannot be: which one, what was said, and what may be said instead."""

from __future__ import annotations

import math


class BadParameter(ValueError):
    """A parameter outside what it may be; the words name the field and the range."""

    def __init__(self, field: str, said: object, wanted: str) -> None:
        super().__init__(f"{field} is {said}; it must be {wanted}.")
        self.field, self.said, self.wanted = field, said, wanted


def within(field: str, said: float, low: float, high: float = math.inf) -> float:
    """The number, where it lies from `low` to `high`; otherwise `BadParameter`."""
    if not (math.isfinite(said) and low <= said <= high):
        top = f"from {low:g} to {high:g}" if math.isfinite(high) else f"{low:g} or more"
        raise BadParameter(field, said, top)
    return said


def a_share(field: str, said: float) -> float:
    """A rate, chance or share, from 0 to 1; otherwise `BadParameter`."""
    return within(field, said, 0.0, 1.0)
