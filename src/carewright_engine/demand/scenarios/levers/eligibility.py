"""Who is helped: the lowest level of need at which the council supports people."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Literal, Self

from pydantic import model_validator

from carewright_engine.demand.scenarios.levers.base import Lever, known
from carewright_engine.demand.scenarios.outlook import Outlook
from carewright_engine.demand.scenarios.uncertain import Ratio

#: Lowest first. Scotland: National Eligibility Framework 2009; England: Care Act 2014 s.13, where
#: needs either meet all three tests or do not, and a council may help below them.
LEVELS: Final = {
    "scotland": ("low", "moderate", "substantial", "critical"),
    "england": ("below_the_tests", "meets_the_tests"),
}


class Eligibility(Lever):
    """A higher or lower threshold.

    `people_at` gives, for every level, how many people would use the support for each one who
    uses it now; `each_at` how much each of them has beside the average now.
    """

    lever: Literal["eligibility"] = "eligibility"
    support: str = "care_at_home"
    nation: Literal["scotland", "england"]
    now_from: str
    then_from: str
    people_at: dict[str, Ratio]
    each_at: dict[str, Ratio]

    @model_validator(mode="after")
    def _levels_of_the_nation(self) -> Self:
        levels = LEVELS[self.nation]
        for field in ("now_from", "then_from"):
            if getattr(self, field) not in levels:
                raise ValueError(f"{field} one of {', '.join(levels)}")
        for field in ("people_at", "each_at"):
            if tuple(sorted(getattr(self, field))) != tuple(sorted(levels)):
                raise ValueError(f"{field} a number for each of {', '.join(levels)}")
        return self

    def applied(self, to: Outlook, *, seed: int) -> Outlook:
        """People and hours as the levels at or above the new threshold have them."""
        levels = LEVELS[self.nation]
        people = {x: self.drawn(self.people_at[x], f"people {x}", to.draws, seed) for x in levels}
        each = {x: self.drawn(self.each_at[x], f"each {x}", to.draws, seed) for x in levels}
        helped = {start: levels[levels.index(start) :] for start in (self.now_from, self.then_from)}
        count = {s: sum(people[x].clip(0) for x in names) for s, names in helped.items()}
        units = {
            s: sum(people[x].clip(0) * each[x].clip(0) for x in names)
            for s, names in helped.items()
        }
        more_people = count[self.then_from] / count[self.now_from]
        more_units = units[self.then_from] / units[self.now_from]
        force = self.force(to)
        now = to.kinds[known(self.support, to)]
        grown = 1 + (more_people - 1) * force
        needed = 1 + (more_units - 1) * force
        changed = replace(now, people=now.people * grown, each=now.each * (needed / grown))
        return to.having(self.support, changed)
