"""The balance of care: people supported at home who would otherwise live in a care home."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from carewright_engine.demand.scenarios.followed.pulls import Pull
from carewright_engine.demand.scenarios.levers.base import Lever, known
from carewright_engine.demand.scenarios.levers.following import followed_with
from carewright_engine.demand.scenarios.outlook import Outlook
from carewright_engine.demand.scenarios.uncertain import Share, Uncertain


class BalanceOfCare(Lever):
    """A share of those who would live in a care home live at home.

    People are followed one by one: nobody moves back, fewer move in, and hours at home follow from
    need, age and carers. Where `hours_a_week` is stated, the share moves at once, with so many
    hours each.
    """

    lever: Literal["balance_of_care"] = "balance_of_care"
    share: Share
    hours_a_week: Annotated[float, Field(gt=0, le=168)] | None = None

    @property
    def follows(self) -> bool:
        """Whether its effect is found by following people one by one."""
        return self.hours_a_week is None

    def kinds(self) -> tuple[str, ...]:
        """Care homes, which people leave; where hours are stated, those at home are added to."""
        return ("care_home",) if self.follows else ("care_home", "care_at_home")

    def applied(self, to: Outlook, *, seed: int) -> Outlook:
        """Fewer in care homes; more at home, who need more hours than others there."""
        if self.hours_a_week is None:
            return self._followed(to)
        return self._stated(to, seed, self.hours_a_week)

    def _followed(self, to: Outlook) -> Outlook:
        known("care_home", to)
        left = {"low": 1 - self.share.high, "high": 1 - self.share.low}
        size = Uncertain(middle=1 - self.share.middle, **left)
        pull = Pull("care_home", self.from_year, self.full_from, size=size)
        return followed_with(self, to, pull, instead="hours_a_week")

    def _stated(self, to: Outlook, seed: int, hours_a_week: float) -> Outlook:
        homes = to.kinds[known("care_home", to)]
        at_home = to.kinds[known("care_at_home", to)]
        share = self.drawn(self.share, "share", to.draws, seed).clip(0, 1)
        moved = homes.people * share * self.force(to)
        people = at_home.people + moved
        hours = at_home.needed + moved * hours_a_week
        each = np.divide(hours, people, out=np.zeros_like(hours), where=people > 0)
        changed = to.having("care_home", replace(homes, people=homes.people - moved))
        if not share.any():
            return to  # nothing moves, and not a bit changes
        return changed.having("care_at_home", replace(at_home, people=people, each=each))
