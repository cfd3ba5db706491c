"""Levers on who is helped and how much: prevention, hours for each, trends and charges."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.scenarios.followed.pulls import Pull
from carewright_engine.demand.scenarios.levers.base import Lever, UnknownInOutlook, known
from carewright_engine.demand.scenarios.levers.following import followed_with
from carewright_engine.demand.scenarios.outlook import Outlook
from carewright_engine.demand.scenarios.uncertain import Change, Share, YearlyGrowth, certain


class Prevention(Lever):
    """Telecare, reablement or another help that lets people manage with less.

    Of those who would use the support, `reach` get the help; with it `effect` of them need the
    support no more (`on` people), or each needs that share less (`on` each). The effect wears
    off by `decay` a year once the lever is full.
    """

    lever: Literal["prevention"] = "prevention"
    support: str = "care_at_home"
    effect: Share
    reach: Share
    decay: Annotated[float, Field(ge=0, le=1)] = 0.0
    on: Literal["people", "each"] = "each"

    def applied(self, to: Outlook, *, seed: int) -> Outlook:
        """Fewer people or fewer hours for each, by effect times reach times what is in force."""
        effect = self.drawn(self.effect, "effect", to.draws, seed).clip(0, 1)
        reach = self.drawn(self.reach, "reach", to.draws, seed).clip(0, 1)
        return scaled(to, self.support, self.on, 1 - effect * reach * self._lasting(to))

    def _lasting(self, of: Outlook) -> Array:
        since = np.clip(np.array(of.years, dtype=np.float64) - self.full_from, 0, None)
        lasting: Array = self.force(of) * ((1 - self.decay) ** since)[:, None, None]
        return lasting


class HoursForEach(Lever):
    """Longer or shorter visits: each person's hours change by a share."""

    lever: Literal["hours_for_each"] = "hours_for_each"
    support: str = "care_at_home"
    change: Change

    def applied(self, to: Outlook, *, seed: int) -> Outlook:
        """Hours for each times one plus the change in force."""
        change = self.drawn(self.change, "change", to.draws, seed).clip(-0.9, 2)
        return scaled(to, self.support, "each", 1 + change * self.force(to))


class Trend(Lever):
    """Illness or use at each age drifts, year upon year, by a share from `from_year` on."""

    lever: Literal["trend"] = "trend"
    support: str = "care_at_home"
    a_year: YearlyGrowth

    def applied(self, to: Outlook, *, seed: int) -> Outlook:
        """People who need it times the drift of all years since."""
        drift = self.drawn(self.a_year, "a_year", to.draws, seed).clip(-0.2, 0.2)
        since = np.clip(np.array(to.years, dtype=np.float64) - self.from_year + 1, 0, None)
        reached = self.force(to) > 0
        factor = np.where(reached, (1 + drift) ** since[:, None, None], 1.0)
        return scaled(to, self.support, "people", factor)


class Charge(Lever):
    """A charge, or a higher one: some people go without.

    Who does is found by following people one by one, unless `stop_for_ten_pounds` states the share
    who stop for every ten pounds a week.
    """

    lever: Literal["charge"] = "charge"
    support: str = "care_at_home"
    pounds_a_week: Annotated[float, Field(ge=0, le=1000)]
    stop_for_ten_pounds: Share | None = None

    @property
    def follows(self) -> bool:
        """Whether its effect is found by following people one by one."""
        return self.stop_for_ten_pounds is None

    def applied(self, to: Outlook, *, seed: int) -> Outlook:
        """Fewer people take the support up; their needs do not go away."""
        if self.stop_for_ten_pounds is None:
            return self._followed(to)
        stop = self.drawn(self.stop_for_ten_pounds, "stop", to.draws, seed).clip(0, 1)
        stay = (1 - stop) ** (self.pounds_a_week / 10 * self.force(to))
        return scaled(to, self.support, "people", stay)

    def _followed(self, to: Outlook) -> Outlook:
        if self.support != "care_at_home":
            raise UnknownInOutlook("support", self.support, ("care_at_home",))
        size = certain(self.pounds_a_week)
        pull = Pull("charge", self.from_year, self.full_from, size=size)
        return followed_with(self, to, pull, instead="stop_for_ten_pounds")


def scaled(to: Outlook, support: str, on: str, factor: Array) -> Outlook:
    """The outlook with people, or what each needs, multiplied."""
    now = to.kinds[known(support, to)]
    if on == "people":
        return to.having(support, replace(now, people=now.people * factor))
    return to.having(support, replace(now, each=now.each * factor))
