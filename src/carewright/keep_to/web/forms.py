"""What the pages of the stage ask."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.keep_to.api import Known
from carewright.platform.api import Colleague
from carewright.ui.dates import DateField
from carewright.ui.forms import PlainForm
from carewright_engine.rules.facts import Route
from carewright_engine.rules.words import FACTS, ROUTES
from carewright_engine.values.working_days import ONE_DAY

EARLIEST: Final = date(1980, 1, 1)
LATEST: Final = date(2100, 12, 31)


def day(label: Any, hint: Any = "", *, required: bool = True) -> DateField:
    """A day within any agreement's life."""
    return DateField(
        label=label, help_text=hint, required=required, earliest=EARLIEST, latest=LATEST
    )


def long_text(label: Any, hint: Any = "", *, rows: int = 3, required: bool = True) -> Any:
    """A question that takes more than a line."""
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=hint, widget=area, required=required)


class DoneForm(PlainForm):
    """When it was done, and what shows it."""

    done_on = day(_("On which day was it done?"))
    evidence = long_text(
        _("What shows that it is done?"), _("Like the number of a notice."), required=False
    )
    document = forms.FileField(
        label=_("A document that shows it"), required=False,
        help_text=_("Name no person in need of care in its name."),
    )  # fmt: skip

    def __init__(self, *args: Any, may_file: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_file:
            del self.fields["document"]


class ReasonForm(PlainForm):
    """A reason in the officer's words."""

    reason = long_text(_("Why?"))


class HandOnForm(PlainForm):
    """Who sees to it from now on, and why."""

    owner = forms.ChoiceField(label=_("Who sees to it?"))
    reason = long_text(_("Why is it handed on?"), rows=2)

    def __init__(self, *args: Any, colleagues: Sequence[Colleague], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = [(str(each.id), f"{each.name}, {each.job_title}") for each in colleagues]
        self.fields["owner"].choices = [("", _("Choose one")), *listed]  # type: ignore[attr-defined]


_YES_NO: Final = [("", _("Nobody has said")), ("yes", _("Yes")), ("no", _("No"))]
_TRUTHS: Final = {"": None, "yes": True, "no": False}


def _truth(label: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, choices=_YES_NO)


def _asked(name: str) -> DateField:
    words = FACTS[name]
    return day(words[0].upper() + words[1:], required=False)


class KnownForm(PlainForm):
    """What the rules ask of an agreement and its register does not hold; each may stay open."""

    route = forms.ChoiceField(
        label=_("How was the provider chosen?"), required=False,
        choices=[("", _("Nobody has said")),
                 *((each.value, words[0].upper() + words[1:]) for each, words in ROUTES.items())],
    )  # fmt: skip
    light_touch = _truth(_("Is it a light touch contract?"))
    user_choice = _truth(_("Was it awarded because the person chose?"))
    advertised = _truth(_("Were tenders invited openly?"))
    indicators_set = _truth(_("Were performance indicators set?"))
    procurement_began_on = _asked("procurement_began_on")
    invited_on = _asked("invited_on")
    award_notice_on = _asked("award_notice_on")
    awarded_on = _asked("awarded_on")
    entered_on = _asked("entered_on")
    price_review_on = day(
        _("The day of the first price review"), _("It comes again every year."), required=False
    )
    insurance_ends_before = day(
        _("The last day on which the provider’s insurance holds"), required=False
    )
    accounts_year_ends_on = day(
        _("A day on which the provider’s year of account ends"), required=False
    )
    visits_a_year = forms.IntegerField(
        label=_("Monitoring visits a year"), min_value=0, max_value=52, required=False
    )

    @staticmethod
    def standing(known: Known) -> dict[str, Any]:
        """What is known already, as the form shows it."""
        words = {None: "", True: "yes", False: "no"}
        shown = {name: getattr(known, name) for name in KnownForm.base_fields}
        if known.insurance_ends_before:
            shown["insurance_ends_before"] = known.insurance_ends_before - ONE_DAY
        truths = {name: words[shown[name]] for name in TRUTHS}
        return {**shown, **truths, "route": known.route.value if known.route else ""}

    def known(self) -> Known:
        """The answers as the rules take them."""
        said = dict(self.cleaned_data)
        route = said.pop("route")
        said |= {name: _TRUTHS[said[name]] for name in TRUTHS}
        if said["insurance_ends_before"]:
            said["insurance_ends_before"] += ONE_DAY
        return Known(route=Route(route) if route else None, **said)


TRUTHS: Final = ("light_touch", "user_choice", "advertised", "indicators_set")
