"""What the imported files tell of people ahead, carers and delays, as pages see it."""

from __future__ import annotations

from dataclasses import dataclass

from carewright_engine.demand.population.then_and_now import Growth


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """Growth of older people as an audit gave it, and as the nation's projection has it now.

    `files` are those that hold the projection; `same_years` says whether the years compared are
    those of the audit's successor, 2011 to 2035.
    """

    nation: str
    pairs: tuple[tuple[Growth, Growth], ...]
    files: tuple[str, ...]
    same_years: bool


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
class CarersHere:
    """Unpaid carers of an area, by age; `councils` is how many councils of it the file holds."""

    area: str
    councils: int
    ages: tuple[CarersOfAge, ...]
