"""Unpaid carers: what happens to support when more of them stop, or fewer."""

from __future__ import annotations

from typing import Literal

from carewright_engine.demand.scenarios.followed.pulls import Pull
from carewright_engine.demand.scenarios.levers.base import Lever
from carewright_engine.demand.scenarios.levers.following import followed_with
from carewright_engine.demand.scenarios.outlook import Outlook
from carewright_engine.demand.scenarios.uncertain import Ratio


class CarersStop(Lever):
    """The chance that an unpaid carer stops within a year, times so much; below 1 fewer stop.

    People are followed one by one: hours that a carer spared are then needed, some need more at
    once, and some begin to live in a care home. There is no share to state in its place.
    """

    lever: Literal["carers_stop"] = "carers_stop"
    times: Ratio

    @property
    def follows(self) -> bool:
        """Whether its effect is found by following people one by one."""
        return True

    def applied(self, to: Outlook, *, seed: int) -> Outlook:
        """Every kind of support, as people and their hours change."""
        del seed  # the dice are those of the people followed
        pull = Pull("carers_stop", self.from_year, self.full_from, size=self.times)
        return followed_with(self, to, pull, instead="people followed one by one")
