"""The pictures of a round: from what is committed to the budget, and one hour built up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from carewright.contract.api import Unit
from carewright.ui.formats import pounds
from carewright.ui.rows import Figure
from carewright.uplift import api as uplift
from carewright_engine.costing.pictures import BudgetSteps, budget_in_steps, hour_built_up
from carewright_engine.costing.uplift import Driver, DriverEffect, Preview
from carewright_engine.values.money import Pence


def budget_figure(found: uplift.Round) -> Figure | None:
    """The steps from what the chosen agreements cost now to the budget; None without one."""
    if found.budget_pence is None:
        return None
    told = found.figures
    steps = BudgetSteps(
        opening=Pence(told["opening"]), growth=Pence(found.growth_pence),
        savings=Pence(found.savings_pence), budget=Pence(found.budget_pence),
    )  # fmt: skip
    title = _("From what is committed now to the budget")
    return Figure.of(budget_in_steps(preview_of(told), steps, name="budget", title=title))


def preview_of(told: Any) -> Preview:
    """The totals that were kept, as the engine has them; its lines are in their own table."""
    drivers = told["by_driver"]
    return Preview(
        (), (), (), tuple(DriverEffect(each, Pence(drivers[each.value])) for each in Driver),
        Pence(told["spend_now"]), Pence(told["effect"]), Pence(told["agreed"]), None,
    )  # fmt: skip


def budget_finding(found: uplift.Round) -> str:
    """What the budget comes to, in a heading."""
    over = found.over_budget_pence
    if over is None:
        return _("No budget was given for this round")
    if over > 0:
        return _("The round leaves the budget %s short") % pounds(over, whole=True)
    return _("The round stays within the budget, with %s left") % pounds(-over, whole=True)


def hour_figure(found: uplift.Round, lines: Sequence[uplift.Line]) -> Figure | None:
    """One hour of home care from pay to surplus, beside the worst price an hour of the round."""
    if found.rule.floor is None:
        return None
    hours = [
        (each.new_pence, each.provider)
        for each in lines
        if each.unit == Unit.HOUR.value and each.new_pence is not None
    ]
    pence, whose = min(hours, default=(None, ""))
    paid = None if pence is None else Pence(pence)
    title = _("One hour of care at %s") % whose if whose else _("One hour of care")
    built = found.rule.floor.hour
    return Figure.of(
        hour_built_up(built, name="hour", title=title, paid=paid, paid_is=_("Proposed"))
    )
