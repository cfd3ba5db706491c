"""Another future of the population: more or fewer people come and go."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from carewright_engine.demand.scenarios.levers.base import Lever, UnknownInOutlook
from carewright_engine.demand.scenarios.outlook import Outlook


class Migration(Lever):
    """A variant of the projection of population, by its name: high or low migration, or principal.

    Where the files hold no variants, the nation's net migration at each age is multiplied by 1.5 or
    0.5 (`population.moving`); the projection itself is the principal one.
    """

    lever: Literal["migration"] = "migration"
    variant: str

    def applied(self, to: Outlook, *, seed: int) -> Outlook:
        """People of every kind of support change as the population does."""
        if self.variant not in to.variants:
            known = tuple(to.variants) or ("left out, as no moves are told apart in the files",)
            raise UnknownInOutlook("variant", self.variant, known)
        factor = 1 + (to.variants[self.variant] - 1) * self.force(to)
        changed = {
            kind: replace(amounts, people=amounts.people * factor)
            for kind, amounts in to.kinds.items()
        }
        return replace(to, kinds=changed)
