"""What a person is asked by the pages that reckon and keep nothing."""

from __future__ import annotations

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.ui.forms import PlainForm, PoundsField


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
