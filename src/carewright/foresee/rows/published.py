"""What the imported files tell of people ahead, carers and delays, as pages see it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from carewright_engine.demand.need.care_groups import Held
from carewright_engine.demand.need.counted_groups import Count
from carewright_engine.demand.need.delays import Association
from carewright_engine.demand.population.then_and_now import Growth


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """Growth of older people as an audit gave it, and as the nation's projection has it now.

    `nation` is the place that the files are of, `said_of` the place that the audit spoke of: where
    the two differ, one does not answer the other. `files` hold the projection; `same_years` says
    whether the years compared are those of the audit's successor, 2011 to 2035.
    """

    nation: str
    pairs: tuple[tuple[Growth, Growth], ...]
    files: tuple[str, ...]
    same_years: bool
    said_of: str

    @property
    def same_place(self) -> bool:
        """Whether both figures are of one place, so that they may be compared."""
        return self.nation == self.said_of


@dataclass(frozen=True, slots=True)
class CarersOfAge:
    """How many of everyone of an age give unpaid care, and how sure the shares are.

    Shares are of everyone of the age; each interval holds 95 chances in 100.
    """

    ages: str
    everyone: float
    by_hours: tuple[tuple[str, float], ...]  # hours a week, carers
    share: float
    interval: tuple[float, float]

    @property
    def carers(self) -> float:
        """All who give care, however long."""
        return sum(carers for _hours, carers in self.by_hours)


@dataclass(frozen=True, slots=True)
class CarersAhead:
    """Carers in the last year of a projection, if as many of each age give as much care as now.

    `ages` are carers of each age, with where they lie with 95 chances in 100; `breaks` as now.
    """

    projection_id: UUID
    reference: str
    year: int
    ages: tuple[tuple[float, float, float], ...]
    breaks: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class CarersHere:
    """Unpaid carers of an area, by age; `councils` is how many councils of it the file holds.

    `breaks` are hours a week of break that they need together: if none is strained, if as many are
    as is assumed, and if all are. The need of each carer is a practice figure.
    """

    area: str
    councils: int
    ages: tuple[CarersOfAge, ...]
    breaks: tuple[float, float, float]
    ahead: CarersAhead | None = None


@dataclass(frozen=True, slots=True)
class DelaysHere:
    """Delayed days by council, and what went with them where enough councils are held to tell.

    `days` are of the months `span`; `with_both` is in how many councils delays and care at home
    can be set beside each other, of which the association wants `wanted`.
    """

    association: Association | None
    days: tuple[tuple[str, float, int], ...]  # council, bed days, months held
    span: str
    with_both: int
    wanted: int


@dataclass(frozen=True, slots=True)
class GroupHere:
    """A care group: what the files hold of it, and what they count of it in an area."""

    held: Held
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class CareGroupsHere:
    """Every care group by name, counted in an area of so many councils."""

    area: str
    councils: int
    groups: tuple[GroupHere, ...]
