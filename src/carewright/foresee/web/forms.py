"""What a person is asked before a projection, and about one that is there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.ui.forms import DateField, PlainForm, PoundsField
from carewright_engine.demand.scenarios.questions import LONGEST, MOST_SCENARIOS, SHORTEST

SUPPORT_CHOICES: Final = (
    ("care_at_home", _("Home care, in hours a week")),
    ("care_home", _("Care homes, in places")),
)
Choices = Sequence[tuple[str, str]]


class AskForm(PlainForm):
    """One question to the engine. Areas are those that imported files speak of."""

    area = forms.ChoiceField(label=_("Area"))
    support = forms.ChoiceField(label=_("Kind of support"), choices=SUPPORT_CHOICES)
    years = forms.IntegerField(
        label=_("How many years ahead"),
        min_value=SHORTEST,
        max_value=LONGEST,
        help_text=_(
            "From 5 to 25, from the last financial year that has ended by the day of the facts. "
            "The farther ahead, the less sure."
        ),
    )
    scenarios = forms.MultipleChoiceField(
        label=_("Scenarios beside “as now”"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Up to three. “As now” is always shown."),
    )
    through = DateField(
        label=_("Facts up to"), help_text=_("Files that are true on a later day are left out.")
    )
    fit_from = forms.IntegerField(
        label=_("Fit to financial years from"),
        required=False,
        min_value=2000,
        max_value=2100,
        help_text=_(
            "The year in which counting last changed, as in 2020 for 2020/21. Left open, "
            "the engine looks for a break itself."
        ),
    )
    cost = PoundsField(
        label=_("Cost of an hour, or of a place for a week"),
        required=False,
        help_text=_(
            "With it, the page shows pounds as well. Give all four answers about cost, or none."
        ),
    )
    cost_low = PoundsField(label=_("Cost, likely low"), required=False)
    cost_high = PoundsField(label=_("Cost, likely high"), required=False)
    cost_source = forms.CharField(label=_("Where the cost is from"), required=False, max_length=200)

    def __init__(self, *args: Any, areas: Choices, scenarios: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].choices = areas  # type: ignore[attr-defined]
        if scenarios:
            self.fields["scenarios"].choices = scenarios  # type: ignore[attr-defined]
        else:
            del self.fields["scenarios"]

    def clean_scenarios(self) -> list[str]:
        """No more than a chart can tell apart."""
        chosen: list[str] = self.cleaned_data["scenarios"]
        if len(chosen) >= MOST_SCENARIOS:
            raise forms.ValidationError(_("Choose up to three scenarios"))
        return chosen

    def clean(self) -> dict[str, Any]:
        """A cost comes with its likely low and high, in order, and where it is from."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        names = ("cost", "cost_low", "cost_high", "cost_source")
        if not any(said.get(name) for name in names):
            return said
        missing = [name for name in names if not said.get(name) and name not in self.errors]
        if missing:  # said once, at the first of them
            self.add_error(missing[0], _("Give all four answers about cost, or none"))
        low, cost, high = (said.get(name) for name in ("cost_low", "cost", "cost_high"))
        if low and cost and high and not low <= cost <= high:
            self.add_error("cost", _("The cost must lie between its low and its high"))
        return said


class NameForm(PlainForm):
    """What a projection is called."""

    name = forms.CharField(
        label=_("Name"),
        max_length=120,
        help_text=_("As colleagues will look for it, such as “Home care for the 2027 strategy”."),
    )


class ShareForm(PlainForm):
    """With which partnership a projection is shared; with none, it is one's own alone."""

    partnership = forms.ChoiceField(label=_("Share with"), required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, partnerships: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nobody = ("", _("Nobody: only our own organisation sees it"))
        self.fields["partnership"].choices = [*partnerships, nobody]  # type: ignore[attr-defined]
