"""What stands in a round, as the form that changes it asks for it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from carewright.uplift import api as uplift
from carewright.uplift.api import FloorInputs, RoundFormula
from carewright.uplift.web.round_forms import NO_FLOOR, TYPED
from carewright.uplift.web.writing import BY_PLACE_KEY, BY_TIME_KEY
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
        "savings_pence": found.savings_pence, "answer_by": found.answer_by,
        "asked": found.asked, **_formulas(rule.formulas), **_floor(rule.floor),
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
                told |= _rise("wage", share)
            if share.driver is Driver.PRICES:
                told[f"{name}_prices"] = per_cent(share.weight)
                told |= _rise("prices", share)
    return told


def _rise(name: str, share: uplift.Share) -> dict[str, Any]:
    """A rise that is held, or one that was typed with its source and its reason."""
    if share.key:
        return {f"{name}_from": share.key}
    return {
        f"{name}_from": TYPED, f"{name}_rise": per_cent(share.rise),
        f"{name}_source": share.source, f"{name}_why": share.why,
    }  # fmt: skip


def _floor(floor: FloorInputs | None) -> dict[str, Any]:
    if floor is None:
        return {"wage_of": NO_FLOOR}
    pay: dict[str, Any] = {"wage_of": floor.wage_key}
    if not floor.wage_key:
        pay = {"wage_of": TYPED, "wage": floor.wage, "pay_why": floor.pay}
    return {
        **pay, "travel_minutes": floor.travel_minutes,
        "on_pay": per_cent(floor.on_pay), "other_on_costs": per_cent(floor.other_on_costs),
        "mileage": floor.mileage, "running_costs": floor.running_costs,
        "surplus": per_cent(floor.surplus), "floor_source": floor.source,
    }  # fmt: skip
