"""What is foreseen for each council of an area, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from carewright_engine.demand.scenarios.gap import GapAhead


@dataclass(frozen=True, slots=True)
class CouncilAhead:
    """One council's latest projection, as now; without one, `projection_id` is None.

    `middle` is the middle estimate of hours a week, or places, by year.
    """

    code: str
    name: str
    projection_id: UUID | None = None
    reference: str = ""
    years: tuple[int, ...] = ()
    middle: tuple[float, ...] = ()
    gap: GapAhead | None = None

    def change(self, year: int) -> float | None:
        """By what share need has grown since the first year projected; None where not known."""
        if year not in self.years or self.middle[0] <= 0:
            return None
        return self.middle[self.years.index(year)] / self.middle[0] - 1

    def short_of(self, year: int) -> float | None:
        """The share of what is needed that cannot be provided; None where not known."""
        if self.gap is None or year not in self.gap.years:
            return None
        needed = self.middle[self.years.index(year)]
        return self.gap.size(year) / needed if needed > 0 else None

    def chance_of_gap(self, year: int) -> float | None:
        """The chance that capacity does not suffice in a year; None where not known."""
        if self.gap is None or year not in self.gap.years:
            return None
        return self.gap.chance[self.gap.years.index(year)]
