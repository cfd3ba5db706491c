"""The balance of care: people supported at home who would otherwise live in a care home."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from carewright_engine.demand.scenarios.levers.base import Lever, known
from carewright_engine.demand.scenarios.outlook import Outlook
from carewright_engine.demand.scenarios.uncertain import Share


class BalanceOfCare(Lever):
    """A share of those who would live in a care home live at home, with so many hours a week."""

    lever: Literal["balance_of_care"] = "balance_of_care"
    share: Share
    hours_a_week: Annotated[float, Field(gt=0, le=168)]

    def applied(self, to: Outlook, *, seed: int) -> Outlook:
        """Fewer in care homes; as many more at home, who need more hours than others there."""
        homes = to.kinds[known("care_home", to)]
        at_home = to.kinds[known("care_at_home", to)]
        share = self.drawn(self.share, "share", to.draws, seed).clip(0, 1)
        moved = homes.people * share * self.force(to)
        people = at_home.people + moved
        hours = at_home.needed + moved * self.hours_a_week
        each = np.divide(hours, people, out=np.zeros_like(hours), where=people > 0)
        changed = to.having("care_home", replace(homes, people=homes.people - moved))
        if not share.any():
            return to  # nothing moves, and not a bit changes
        return changed.having("care_at_home", replace(at_home, people=people, each=each))
