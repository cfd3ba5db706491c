"""What a lever changes for the people who are followed, and from when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Final, Literal

import numpy as np

from carewright_engine.demand.individuals.eligibility import Nation, Rules, rules_from
from carewright_engine.demand.individuals.life_model import AS_IT_STANDS, Levers
from carewright_engine.demand.scenarios.uncertain import Uncertain

#: No chance is multiplied by more.
MOST_TIMES: Final = 20.0

What = Literal["rules", "charge", "carers_stop", "care_home"]


@dataclass(frozen=True, slots=True)
class Pull:
    """One lever: `size` is pounds a week, or what chances and shares are multiplied by.

    For rules it is `nation` with the levels from which help begins now and then.
    """

    what: What
    from_year: int
    full_from: int
    size: Uncertain | None = None
    nation: Nation | None = None
    now_from: str = ""
    then_from: str = ""

    def force(self, year: int) -> float:
        """0 before it begins, growing evenly to 1."""
        steps = self.full_from - self.from_year + 1
        return float(np.clip((year - self.from_year + 1) / steps, 0, 1))

    def now(self) -> Rules | None:
        """The rules in force today, where the lever says."""
        return rules_from(self.nation, self.now_from) if self.nation else None

    def on(self, levers: Levers, year: int, step: float) -> Levers:
        """The levers of a year with this one pulled too, its size so many deviations off."""
        force = self.force(year)
        if force == 0:
            return levers
        if self.what == "rules":
            return replace(levers, rules=self._then(), rules_in_force=force)
        if self.size is None:
            raise LookupError(f"{self.what} has no size")
        if self.what == "charge":
            return replace(levers, charge=levers.charge + force * self.size.middle)
        size = float(np.clip(self.size.at(np.array(step)), 0, MOST_TIMES))
        times = size if force == 1 else 1 + (size - 1) * force
        return replace(levers, **{self.what: getattr(levers, self.what) * times})

    def _then(self) -> Rules | None:
        return rules_from(self.nation, self.then_from) if self.nation else None


def levers_by_year(
    pulls: Sequence[Pull], years: Sequence[int], steps: Sequence[float]
) -> tuple[Levers, ...]:
    """The levers of each year; the first is the base year, in which nothing is pulled yet."""
    both = list(zip(pulls, steps, strict=True))
    pulled = (
        reduce(lambda levers, each: each[0].on(levers, year, each[1]), both, AS_IT_STANDS)
        for year in years
    )
    return (AS_IT_STANDS, *pulled)
