"""What the pages of capacity ask."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.register import api as register
from carewright.ui.dates import DateField
from carewright.ui.forms import PlainForm


class ReportCapacityForm(PlainForm):
    """How much can be provided, where, from which day on, and who says so."""

    area = forms.ChoiceField(label=_("Area"))
    support = forms.ChoiceField(
        label=_("Kind of support"),
        widget=forms.RadioSelect,
        choices=tuple(register.SUPPORTS.items()),
    )
    amount = forms.DecimalField(
        label=_("How much can be provided?"), min_value=Decimal(0), decimal_places=1,
        help_text=_(
            "Care at home in hours a week, care homes in places: all of it from that day on, not "
            "what is added."
        ),
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10", "inputmode": "decimal"}),
    )  # fmt: skip
    since = DateField(
        label=_("From which day on?"),
        help_text=_("A day that is still to come makes it a plan."),
    )
    provider_name = forms.CharField(
        label=_("Provider"), required=False, max_length=200,
        help_text=_("Leave it empty if the figure is for the whole area."),
    )  # fmt: skip
    said_by = forms.CharField(
        label=_("Who says so?"), max_length=200,
        help_text=_("A role and an organisation, like “Home care manager, Elmshire Council”."),
    )  # fmt: skip
    source = forms.CharField(
        label=_("Where does the figure come from?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One sentence that an auditor can check: a return, a contract, a decision."),
    )

    def __init__(self, *args: Any, areas: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].choices = [("", _("Choose one")), *areas]  # type: ignore[attr-defined]


class TakeBackForm(PlainForm):
    """Why a report no longer counts."""

    reason = forms.CharField(
        label=_("Why does it no longer count?"), widget=forms.Textarea(attrs={"rows": 2})
    )
