"""What is wrong with a round as it is proposed."""

from __future__ import annotations

from datetime import date

from carewright.contract.api import blockers_to_unit_price
from carewright.platform.api import Blocker
from carewright.uplift.rules.round_rule import RoundRule
from carewright_engine.costing.uplift import MOST_AGREED, WeightsNotOne


def blockers_to_agree(rule: RoundRule) -> list[Blocker]:
    """Why a round cannot hold so many prices typed by hand: each of them is read a second time."""
    if len(rule.agreed) <= MOST_AGREED:
        return []
    says = (
        f"A round holds {MOST_AGREED} prices agreed by hand at most, as the second reader works "
        "out every one. Make another round for the rest, or record a settlement"
    )
    return [Blocker("", says)]


def blockers_to_propose(reason: str, effective_on: date, rule: RoundRule) -> list[Blocker]:
    """Everything that keeps it from being proposed."""
    found = [] if reason.strip() else [Blocker("reason", "Say why prices rise")]
    found += blockers_to_agree(rule)
    if not rule.formulas:
        found.append(Blocker("", "Give at least one formula or settlement"))
    taken = [unit for each in rule.formulas for unit in each.units]
    if len(taken) != len(set(taken)):
        found.append(Blocker("", "Two formulas cover the same unit"))
    if rule.floor is not None:
        found += blockers_to_unit_price(rule.floor.wage, "wage")
    for each in rule.formulas:
        try:
            each.formula(effective_on)
        except WeightsNotOne:
            says = f"{each.words}: the shares of wages, prices and what is fixed must make 100%"
            found.append(Blocker("", says))
    return found
