"""Who is helped: the lowest level of need at which the council supports people."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Literal, Self

from pydantic import Field, model_validator

from carewright_engine.demand.individuals.eligibility import BY_NATION, Nation
from carewright_engine.demand.scenarios.followed.pulls import Pull
from carewright_engine.demand.scenarios.levers.base import Lever, UnknownInOutlook, known
from carewright_engine.demand.scenarios.levers.following import followed_with
from carewright_engine.demand.scenarios.outlook import Outlook
from carewright_engine.demand.scenarios.uncertain import Ratio

#: The words of each nation's levels, lowest first.
LEVELS: Final[dict[str, tuple[str, ...]]] = {
    nation: tuple(level.word for level in levels) for nation, levels in BY_NATION.items()
}


class Eligibility(Lever):
    """A higher or lower threshold.

    Its effect is found by following people one by one, unless it is stated: `people_at` gives, for
    every level, how many people would use the support for each one who uses it now; `each_at` how
    much each of them has beside the average now.
    """

    lever: Literal["eligibility"] = "eligibility"
    support: str = "care_at_home"
    nation: Nation
    now_from: str
    then_from: str
    people_at: dict[str, Ratio] = Field(default_factory=dict)
    each_at: dict[str, Ratio] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _levels_of_the_nation(self) -> Self:
        levels = LEVELS[self.nation]
        for field in ("now_from", "then_from"):
            if getattr(self, field) not in levels:
                raise ValueError(f"{field} one of {', '.join(levels)}")
        for field in ("people_at", "each_at"):
            said = tuple(sorted(getattr(self, field)))
            if self.is_stated and said != tuple(sorted(levels)):
                raise ValueError(f"{field} a number for each of {', '.join(levels)}")
        return self

    @property
    def is_stated(self) -> bool:
        """Whether its effect is somebody's own evidence."""
        return bool(self.people_at or self.each_at)

    @property
    def follows(self) -> bool:
        """Whether its effect is found by following people one by one."""
        return not self.is_stated

    def applied(self, to: Outlook, *, seed: int) -> Outlook:
        """People and hours as the levels at or above the new threshold have them."""
        return self._stated(to, seed) if self.is_stated else self._followed(to)

    def _followed(self, to: Outlook) -> Outlook:
        if self.support != "care_at_home":
            raise UnknownInOutlook("support", self.support, ("care_at_home",))
        pull = Pull(
            "rules", self.from_year, self.full_from, nation=self.nation,
            now_from=self.now_from, then_from=self.then_from,
        )  # fmt: skip
        return followed_with(self, to, pull, instead="people_at")

    def _stated(self, to: Outlook, seed: int) -> Outlook:
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
