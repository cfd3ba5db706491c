"""Levers on cost and supply: pay and prices, and a limit to what can be supplied."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Final, Literal

import numpy as np
from pydantic import Field

from carewright_engine.demand.scenarios.levers.base import Lever, known
from carewright_engine.demand.scenarios.outlook import Outlook
from carewright_engine.demand.scenarios.uncertain import YearlyGrowth

#: More hours a week, or places, than any nation has.
MOST_SUPPLIED: Final = 1e9


class UnitCost(Lever):
    """What an hour or a place costs grows with pay (by the wage floor) and with other prices."""

    lever: Literal["unit_cost"] = "unit_cost"
    support: str = "care_at_home"
    pay_share: Annotated[float, Field(ge=0, le=1)]
    pay_a_year: YearlyGrowth
    prices_a_year: YearlyGrowth

    def applied(self, to: Outlook, *, seed: int) -> Outlook:
        """Each year's growth is the weighted sum of both; it builds up from `from_year` on."""
        now = to.kinds[known(self.support, to)]
        pay = self.drawn(self.pay_a_year, "pay", to.draws, seed)
        prices = self.drawn(self.prices_a_year, "prices", to.draws, seed)
        growth = 1 + self.pay_share * pay + (1 - self.pay_share) * prices
        since = np.clip(np.array(to.years, dtype=np.float64) - self.from_year + 1, 0, None)
        reached = self.force(to).max(axis=2, keepdims=True) > 0
        factor = np.where(reached, growth ** since[:, None, None], 1.0)
        return to.having(self.support, replace(now, pence=now.pence * factor))


class SupplyLimit(Lever):
    """The most that can be supplied, from now on or growing: care workers are not without end.

    `most` is for each area named (all areas, when none is), in hours a week or places.
    """

    lever: Literal["supply_limit"] = "supply_limit"
    support: str = "care_at_home"
    most: Annotated[float, Field(gt=0, le=MOST_SUPPLIED, allow_inf_nan=False)]
    growth_a_year: YearlyGrowth

    def applied(self, to: Outlook, *, seed: int) -> Outlook:
        """What is needed, and its cost, stay as they are; what lies beyond the limit is unmet."""
        now = to.kinds[known(self.support, to)]
        growth = self.drawn(self.growth_a_year, "growth", to.draws, seed)
        since = np.clip(np.array(to.years, dtype=np.float64) - self.from_year, 0, None)
        reached = self.force(to).max(axis=2, keepdims=True) > 0
        limit = np.where(reached, self.most * (1 + growth) ** since[:, None, None], np.inf)
        if now.limit is not None:
            limit = np.minimum(limit, now.limit)
        return to.having(self.support, replace(now, limit=limit))
