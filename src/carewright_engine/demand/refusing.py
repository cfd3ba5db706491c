"""Parameters and tables that cannot be: which one, what was said, and what may be said."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray


class BadParameter(ValueError):
    """A parameter outside what it may be; the words name field and range, and how to mend it."""

    def __init__(self, field: str, said: object, wanted: str, mend: str = "") -> None:
        super().__init__(f"{field} is {said}; it must be {wanted}.{mend and ' '}{mend}")
        self.field, self.said, self.wanted, self.mend = field, said, wanted, mend

    def of(self, what: str) -> BadParameter:
        """The same, of this thing: a file, an option or a scenario that the field is in."""
        return BadParameter(f"{what}, {self.field}", self.said, self.wanted, self.mend)


def within(field: str, said: float, low: float, high: float = math.inf) -> float:
    """The number, where it lies from `low` to `high`; otherwise `BadParameter`."""
    if not (math.isfinite(said) and low <= said <= high):
        top = f"from {low:g} to {high:g}" if math.isfinite(high) else f"{low:g} or more"
        raise BadParameter(field, said, top)
    return said


def a_share(field: str, said: float) -> float:
    """A rate, chance or share, from 0 to 1; otherwise `BadParameter`."""
    return within(field, said, 0.0, 1.0)


def require_shape(field: str, given: NDArray[np.generic], wanted: tuple[int, ...]) -> None:
    """Refuse a table that has not these lengths."""
    if given.shape != wanted:
        raise BadParameter(field, f"of shape {given.shape}", f"shape {wanted}")


def require_between(field: str, given: object, low: float, high: float) -> None:
    """Refuse a number, or a table with a number, outside these limits; NaN is outside any."""
    values = np.asarray(given, float)
    outside = ~((values >= low) & (values <= high))
    if outside.any():
        raise BadParameter(field, f"{values[outside][0]:g}", f"from {low:g} to {high:g}")


def require_not_negative(field: str, given: object) -> None:
    """Refuse negative people, hours or pounds, and numbers without end."""
    values = np.asarray(given, float)
    outside = ~((values >= 0) & np.isfinite(values))
    if outside.any():
        raise BadParameter(field, f"{values[outside][0]:g}", "0 or more")


def require_shares(field: str, given: NDArray[np.float64]) -> None:
    """Refuse shares along the last axis that do not add up to one."""
    require_between(field, given, 0, 1)
    sums = given.sum(axis=-1)
    off = np.abs(sums - 1) > 1e-9
    if off.any():
        raise BadParameter(field, f"adding up to {sums[off][0]:g}", "shares that add up to 1")
