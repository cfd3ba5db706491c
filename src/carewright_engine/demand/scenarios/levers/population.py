"""Another future of the population: more or fewer people come and go."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from carewright_engine.demand.scenarios.levers.base import Lever, UnknownInOutlook
from carewright_engine.demand.scenarios.outlook import Outlook


class Migration(Lever):
    """A variant of the projection of population, by its name, such as high or low migration."""

    lever: Literal["migration"] = "migration"
    variant: str

    def applied(self, to: Outlook, *, seed: int) -> Outlook:
        """People of every kind of support change as the population does."""
        if self.variant not in to.variants:
            raise UnknownInOutlook("variant", self.variant, tuple(to.variants))
        factor = 1 + (to.variants[self.variant] - 1) * self.force(to)
        changed = {
            kind: replace(amounts, people=amounts.people * factor)
            for kind, amounts in to.kinds.items()
        }
        return replace(to, kinds=changed)
