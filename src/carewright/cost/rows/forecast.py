"""A forecast of spend as pages see it; money in pence, years by the one in which they begin."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from uuid import UUID

from carewright_engine.costing.by_day import NOTHING_SPENT, Parts
from carewright_engine.costing.solving import NoSolution, solve_growth


class By(StrEnum):
    """What the lines of a forecast are."""

    AGREEMENT = "agreement"
    FRAMEWORK = "framework"
    BUDGET = "budget"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {"budget": "Budget holder"}.get(self.value, self.value.capitalize())


class Left(StrEnum):
    """Why an agreement is not in the sum; it is never counted as nought."""

    NO_VALUE = "no_value"
    NOT_SIGNED = "not_signed"
    NO_FIRST_DAY = "no_first_day"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {
            "no_value": "No value has been written down",
            "not_signed": "Not signed yet, so nothing is committed",
            "no_first_day": "Nobody knows when it began, so its value cannot be told by day",
        }[self.value]


@dataclass(frozen=True)
class Line:
    """The spend of an agreement, of a framework or of a budget, year by year."""

    name: str
    agreement_id: UUID | None  # None: several are added up
    agreements: int
    beneath: str
    years: tuple[Parts, ...]
    is_extended: bool = False  # its value was that of a shorter term

    @cached_property
    def whole(self) -> Parts:
        """All years together."""
        return sum(self.years, NOTHING_SPENT)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An agreement that is not in the sum, and why."""

    agreement_id: UUID
    reference: str
    title: str
    provider: str
    why: Left


@dataclass(frozen=True, slots=True)
class NeedUsed:
    """The projection whose growth moves the forecast, and which agreements it moves."""

    projection_id: UUID
    name: str
    area: str
    support: str
    chances: int  # in 100, of the interval that is carried through
    agreements: int


@dataclass(frozen=True)
class Forecast:
    """What is committed and what is likely to be spent, with everything it rests on."""

    years: tuple[int, ...]
    inflation: Decimal
    need: NeedUsed | None
    lines: tuple[Line, ...]
    left_out: tuple[LeftOut, ...]

    @cached_property
    def by_year(self) -> tuple[Parts, ...]:
        """All lines together, year by year."""
        return tuple(
            sum((line.years[place] for line in self.lines), NOTHING_SPENT)
            for place in range(len(self.years))
        )

    @cached_property
    def whole(self) -> Parts:
        """All lines and all years together."""
        return sum(self.by_year, NOTHING_SPENT)

    @property
    def solved(self) -> Decimal | None:
        """The yearly growth at which the first year's forecast comes to the whole."""
        try:
            return solve_growth(self.by_year[0].forecast, self.whole.forecast, len(self.years))
        except NoSolution:
            return None
