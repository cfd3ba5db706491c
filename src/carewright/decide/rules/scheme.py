"""A scheme of delegation: which row applies to a decision, and the steps that the row means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from carewright.decide.rules.decided_acts import DecidedAct, Framework
from carewright.platform.api import Role


@dataclass(frozen=True, slots=True)
class Bounds:
    """Over one figure and up to another, itself included, as schemes are worded; None is no limit.

    Without a lower limit the bounds begin at nothing, itself included.
    """

    over: int | None = None
    up_to: int | None = None

    def hold(self, figure: int) -> bool:
        """Whether the figure is within the bounds."""
        above = self.over is None or figure > self.over
        return above and (self.up_to is None or figure <= self.up_to)


ANY = Bounds()


@dataclass(frozen=True, slots=True)
class Part:
    """Who takes one step: so many persons who each hold one of the roles, or a committee."""

    roles: frozenset[Role] = frozenset()
    persons: int = 1
    committee: str = ""


Stage = tuple[Part, ...]
"""Parts that decide side by side; the next stage begins when all of them have approved."""


@dataclass(frozen=True, slots=True)
class SchemeRow:
    """Who decides an act within bounds on its value a year, its months and its framework."""

    number: int
    act: DecidedAct
    pence: Bounds
    months: Bounds
    framework: Framework
    stages: tuple[Stage, ...]
    urgent_roles: frozenset[Role] = frozenset()
    urgent_days: int | None = None  # working days within which approval must follow
    days_to_decide: int | None = None  # working days for each step; None: no time is set
    cited: str = ""  # where the organisation's own constitution says so
    scrutiny_before: int | None = None  # working days that members have before the last step
    scrutiny_after: int | None = None  # working days after it in which they may call it in

    def applies_to(self, wanted: Wanted) -> bool:
        """Whether the decision falls into this row."""
        return (
            self.act == wanted.act
            and self.pence.hold(wanted.annual_pence)
            and self.months.hold(wanted.term_months)
            and self.framework in (Framework.EITHER, wanted.side)
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """The figures of a decision by which its row is found."""

    act: DecidedAct
    annual_pence: int
    term_months: int
    in_framework: bool

    @property
    def side(self) -> Framework:
        """On which side of a framework the decision stands."""
        return Framework.IN if self.in_framework else Framework.OUT


class Dated(Protocol):
    """A version that counts from a day on."""

    @property
    def takes_effect_on(self) -> date: ...


Version = TypeVar("Version", bound=Dated)


def in_force(versions: Iterable[Version], day: date) -> Version | None:
    """The version that counts on a day: the latest that has taken effect."""
    begun = [version for version in versions if version.takes_effect_on <= day]
    return max(begun, key=lambda version: version.takes_effect_on, default=None)


def row_for(rows: Iterable[SchemeRow], wanted: Wanted) -> SchemeRow | None:
    """The row that a decision falls into; an adopted scheme has at most one."""
    return next((row for row in rows if row.applies_to(wanted)), None)
