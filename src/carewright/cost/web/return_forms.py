"""What a person is asked to record a return of costs, and to check one."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as now_in_words
from django.utils.translation import gettext_lazy as _

from carewright.cost import api as cost
from carewright.cost.web.words import first_upper
from carewright.register import api as register
from carewright.ui.forms import DateField, PlainForm, PoundsField
from carewright_engine.costing.care_home_lines import TYPES
from carewright_engine.costing.what_is_in import Element, Held

UNITS: Final = (("", _("None")), *((each, each.capitalize()) for each in (
    "hour", "week", "visit", "session", "night", "meal")))  # fmt: skip
_ELEMENTS: Final = tuple((each.value, first_upper(each.words)) for each in Element)


def _counted(label: Any, **more: Any) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, required=False, min_value=0, max_digits=12, decimal_places=2, **more
    )


class ReturnForm(PlainForm):
    """A return as a provider, a home or a service of one's own gave it."""

    kind = forms.ChoiceField(
        label=_("What it is"), choices=[(each.value, each.label) for each in cost.ReturnKind]
    )
    who = forms.CharField(label=_("Who returned it"), max_length=300)
    service = forms.CharField(
        label=_("Service"), max_length=200, help_text=_("Home care, Care homes, Day support")
    )
    care_group = forms.ChoiceField(
        label=_("Whom it supports"), required=False,
        choices=[("", _("Adults")), *register.CARE_GROUPS.items()],
    )  # fmt: skip
    type_of_care = forms.ChoiceField(
        label=_("Type of care, of a care home"), required=False,
        choices=[("", _("No care home")), *((each, each.capitalize()) for each in TYPES)],
    )  # fmt: skip
    starts_on = DateField(label=_("First day"))
    last_day = DateField(label=_("Last day"))
    lines = forms.CharField(
        label=_("Lines"), widget=forms.Textarea, max_length=20_000,
        help_text=_("One a line: the words, a comma, the pounds. Care staff, 248.70"),
    )  # fmt: skip
    stated_total = PoundsField(
        label=_("Total as it was given"), required=False,
        help_text=_("Flagged when the lines do not add up to it."),
    )  # fmt: skip
    unit = forms.ChoiceField(label=_("What one unit is"), choices=UNITS, required=False)
    units = _counted(
        _("Units given in the period"), help_text=_("Of a care home: weeks with a bed occupied.")
    )
    bed_weeks = _counted(_("Weeks that beds could have been occupied, of a care home"))
    holds_in = forms.MultipleChoiceField(
        label=_("What is in the costs"), choices=_ELEMENTS, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    holds_out = forms.MultipleChoiceField(
        label=_("What is not in them"), choices=_ELEMENTS, required=False,
        widget=forms.CheckboxSelectMultiple, help_text=_("Leave out what nobody stated."),
    )  # fmt: skip
    source = forms.CharField(
        label=_("Where it is from"), widget=forms.Textarea, max_length=2_000,
        help_text=_("Who sent it, when and how."),
    )  # fmt: skip

    def clean_lines(self) -> tuple[cost.CostLine, ...]:
        """The lines as they were read; a line that is not read so is named."""
        found, unread = cost.lines_in(self.cleaned_data["lines"])
        if unread:
            says = now_in_words("Not read as words and pounds: %s") % "; ".join(unread[:3])
            raise forms.ValidationError(says)
        return found

    def clean(self) -> dict[str, Any]:
        """Nothing is both in and out."""
        given: dict[str, Any] = super().clean() or {}
        if set(given.get("holds_in", ())) & set(given.get("holds_out", ())):
            self.add_error("holds_out", now_in_words("Something cannot be both in and out"))
        return given

    def said(self) -> cost.Said:
        """What the answers say."""
        given = self.cleaned_data
        held = [
            (Element(each), how)
            for name, how in (("holds_in", Held.IN), ("holds_out", Held.OUT))
            for each in given[name]
        ]
        return cost.Said(
            kind=cost.ReturnKind(given["kind"]), who=given["who"], service=given["service"],
            care_group=given["care_group"], type_of_care=given["type_of_care"],
            starts_on=given["starts_on"], ends_before=given["last_day"] + timedelta(days=1),
            lines=given["lines"], stated_total_pence=given["stated_total"], unit=given["unit"],
            units=given["units"], bed_weeks=given["bed_weeks"], holds=tuple(held),
            source=given["source"],
        )  # fmt: skip


class CheckForm(PlainForm):
    """What a second person found."""

    outcome = forms.ChoiceField(
        label=_("What you found"), widget=forms.RadioSelect,
        choices=[
            (cost.Outcome.ACCEPTED.value, _("It is as it was returned, and may be used")),
            (cost.Outcome.REFUSED.value, _("It is not to be used")),
        ],
    )  # fmt: skip
    says = forms.CharField(
        label=_("What is wrong with it"), widget=forms.Textarea, required=False, max_length=2_000
    )
