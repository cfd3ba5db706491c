"""What stands in a round, as the form that changes it asks for it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from carewright.uplift import api as uplift
from carewright.uplift.api import FloorInputs, RoundFormula
from carewright.uplift.web.forms import BY_PLACE_KEY, BY_TIME_KEY
from carewright_engine.costing.uplift import Driver

NAMES: Final = {BY_TIME_KEY: "hour", BY_PLACE_KEY: "place"}


def standing_answers(found: uplift.Round) -> dict[str, Any]:
    """Every answer by its question."""
    rule = found.rule
    return {
        "reason": found.reason, "effective_on": found.effective_on,
        "kinds": [each.value for each in rule.chosen.kinds],
        "care_groups": list(rule.chosen.care_groups),
        "providers": "\n".join(rule.chosen.providers),
        "services": "\n".join(rule.chosen.services),
        "months_since": rule.months_since_negotiated, "weekly_limit": rule.weekly_limit,
        "budget_pence": found.budget_pence, "growth_pence": found.growth_pence,
        "savings_pence": found.savings_pence, **_formulas(rule.formulas), **_floor(rule.floor),
    }  # fmt: skip


def per_cent(share: Decimal) -> Decimal:
    """6.73 for 0.0673."""
    return (share * 100).quantize(Decimal("0.01"))


def _formulas(formulas: tuple[RoundFormula, ...]) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for each in formulas:
        name = NAMES.get(each.key)
        if name is None:  # a national settlement, under its id
            told["settlement"] = each.key
            continue
        for share in each.shares:
            if share.driver is Driver.WAGE_FLOOR:
                told[f"{name}_wages"] = per_cent(share.weight)
                told |= {"wage_rise": per_cent(share.rise), "wage_source": share.source}
            if share.driver is Driver.PRICES:
                told[f"{name}_prices"] = per_cent(share.weight)
                told |= {"prices_rise": per_cent(share.rise), "prices_source": share.source}
    return told


def _floor(floor: FloorInputs | None) -> dict[str, Any]:
    if floor is None:
        return {}
    return {
        "wage": floor.wage, "travel_minutes": floor.travel_minutes,
        "on_pay": per_cent(floor.on_pay), "other_on_costs": per_cent(floor.other_on_costs),
        "mileage": floor.mileage, "running_costs": floor.running_costs,
        "surplus": per_cent(floor.surplus), "floor_source": floor.source,
    }  # fmt: skip
