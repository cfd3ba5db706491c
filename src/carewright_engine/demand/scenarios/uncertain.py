"""A number that is not known exactly: its middle, and where it lies with 80 chances in 100."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Final, Self

import numpy as np
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, model_validator

from carewright_engine.demand.arrays import Array

TENTH: Final = 1.2815515655446004  # standard deviations from the middle to the tenth and ninetieth


class Uncertain(BaseModel):
    """The 10th, 50th and 90th percentiles of a number; all three alike when it is certain."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    low: float
    middle: float
    high: float

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.low <= self.middle <= self.high:
            raise ValueError("low, middle and high in this order")
        return self

    def drawn(self, dice: np.random.Generator, draws: int) -> Array:
        """A split normal: each half has the width that its percentile asks for."""
        return self.at(dice.standard_normal(draws))

    def at(self, steps: Array) -> Array:
        """The number so many standard deviations off its middle."""
        tenths = steps / TENTH
        above = np.where(tenths > 0, self.high - self.middle, self.middle - self.low)
        return self.middle + tenths * above


def certain(number: float) -> Uncertain:
    """A number that is known."""
    return Uncertain(low=number, middle=number, high=number)


def _from_number(said: Any) -> Any:
    if isinstance(said, int | float) and not isinstance(said, bool):
        return {"low": said, "middle": said, "high": said}
    return said


#: A plain number is one that is certain.
NUMBER_OR_RANGE: Final = BeforeValidator(_from_number)


@dataclass(frozen=True, slots=True)
class Inside:
    """Where all three numbers of an `Uncertain` lie; a form reads the range off it."""

    low: float
    high: float

    def __call__(self, said: Uncertain) -> Uncertain:
        """The number, where it lies inside; ValueError otherwise."""
        if not self.low <= said.low <= said.high <= self.high:
            raise ValueError(f"from {self.low:g} to {self.high:g}")
        return said


def inside(low: float, high: float) -> AfterValidator:
    """Refuses an `Uncertain` unless its three numbers lie from `low` to `high`."""
    return AfterValidator(Inside(low, high))


Share = Annotated[Uncertain, NUMBER_OR_RANGE, inside(0, 1)]
Change = Annotated[Uncertain, NUMBER_OR_RANGE, inside(-0.9, 2)]
YearlyGrowth = Annotated[Uncertain, NUMBER_OR_RANGE, inside(-0.2, 0.3)]
Ratio = Annotated[Uncertain, NUMBER_OR_RANGE, inside(0, 20)]
