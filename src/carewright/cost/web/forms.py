"""What a person is asked by the pages that reckon and keep nothing."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.ui.forms import DateField, PlainForm, PoundsField


def _share(label: Any, **more: Any) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, min_value=Decimal(0), max_value=Decimal(200), max_digits=7, decimal_places=4,
        **more,
    )  # fmt: skip


class HomeCareForm(PlainForm):
    """What goes into one contact hour of home care, and into a round of visits."""

    on = DateField(label=_("Day"), help_text=_("The wage floor of this day is taken."))
    wage = PoundsField(
        label=_("Care worker’s pay an hour"), required=False,
        help_text=_("Left open, the wage floor of the day."),
    )  # fmt: skip
    travel_minutes = _share(_("Minutes of paid travel for each contact hour"))
    charges = _share(_("National Insurance and pension, per cent of pay"))
    other_on_costs = _share(_("Holiday, training, sickness and the rest, per cent of pay"))
    mileage = PoundsField(label=_("Mileage for each contact hour"))
    running_costs = PoundsField(label=_("Running costs for each contact hour"))
    surplus = _share(_("Surplus, per cent of all costs"))
    visit_minutes = _share(_("Minutes of travel to each visit"))
    visit_miles = _share(_("Miles to each visit"))
    pence_a_mile = _share(_("Pence a mile"))


class GrowthForm(PlainForm):
    """A first year, a total, and over how many years."""

    first_year = PoundsField(label=_("Spend in the first year"))
    total = PoundsField(label=_("Total over all years"))
    years = forms.IntegerField(label=_("Years"), min_value=2, max_value=30)


class WageForm(PlainForm):
    """An uplift, and the share of the price that wages are."""

    uplift = forms.DecimalField(
        label=_("Uplift of the price, in per cent"), min_value=Decimal(-50), max_value=Decimal(200),
        max_digits=7, decimal_places=4,
    )  # fmt: skip
    weight = forms.DecimalField(
        label=_("Share of the price that is wages"), help_text=_("Between 0 and 1, like 0.70"),
        min_value=Decimal("0.01"), max_value=Decimal(1), max_digits=5, decimal_places=4,
    )  # fmt: skip
