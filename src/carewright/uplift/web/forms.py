"""What the pages of uplift rounds ask."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.contract.api import Unit
from carewright.ui.dates import DateField
from carewright.ui.forms import PlainForm, PoundsField
from carewright.uplift.api import Said
from carewright_engine.costing.price_lines import Basis

EARLIEST: Final = date(2015, 1, 1)
LATEST: Final = date(2100, 12, 31)
Choices = list[tuple[str, Any]]


def day(label: Any, hint: Any = "", **options: Any) -> DateField:
    """A day within the life of any round."""
    return DateField(label=label, help_text=hint, earliest=EARLIEST, latest=LATEST, **options)


def per_cent(label: Any, hint: Any = "", **options: Any) -> forms.DecimalField:
    """A share or a rise, typed in per cent."""
    limits = {"min_value": Decimal(-100), "max_value": Decimal(1000), **options}
    return forms.DecimalField(label=label, help_text=hint, decimal_places=2, **limits)


def share(given: Decimal | None) -> Decimal:
    """0.0673 of 6.73 per cent."""
    return (given or Decimal(0)) / 100


def why(label: Any, hint: Any = "", *, required: bool = True) -> Any:
    """A question that takes more than a line."""
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, help_text=hint, widget=area, required=required)


class OneOf(PlainForm):
    """A form that first asks which of a few things it is about."""

    which = forms.ChoiceField(label=_("Which?"))

    def __init__(self, *args: Any, offered: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["which"].choices = offered  # type: ignore[attr-defined]


class AgreeForm(OneOf):
    """A price settled for one line outside the formulas."""

    which = forms.ChoiceField(label=_("For which line?"))
    pence = PoundsField(label=_("Price from the day of the round on"))
    source = why(_("Who agreed it, and why?"))


class ApartForm(PlainForm):
    """An agreement whose prices somebody else sets."""

    agreement = forms.CharField(label=_("Which agreement?"), max_length=20,
                                help_text=_("Like C-0417."))  # fmt: skip
    basis = forms.ChoiceField(
        label=_("Who sets its prices?"), widget=forms.RadioSelect,
        choices=[(Basis.FIXED.value, _("The contract fixes them for its term")),
                 (Basis.NATIONAL.value, _("A national agreement sets them"))],
    )  # fmt: skip
    why = why(_("Where is that agreed?"))


class ReaderForm(OneOf):
    """Who reads the round a second time."""

    which = forms.ChoiceField(
        label=_("Who will check?"),
        help_text=_("Nobody who had a hand in the round, nor who stands in for them."),
    )


class SendForm(PlainForm):
    """Every provider is told, and given a day."""

    answer_by = day(_("By which day do providers answer?"))


def document(hint: Any) -> forms.FileField:
    """What a provider shows for what it says; judged by its kind and size before it is kept."""
    return forms.FileField(label=_("A document that shows it"), required=False, help_text=hint)


class AnswerForm(OneOf):
    """What a provider says."""

    which = forms.ChoiceField(label=_("Which provider?"))
    said = forms.ChoiceField(
        label=_("What does it say?"), widget=forms.RadioSelect,
        choices=[(Said.REQUESTED.value, _("It asks for a price before it has the figures")),
                 (Said.ACCEPTED.value, _("It accepts")), (Said.DISPUTED.value, _("It disputes")),
                 (Said.SETTLED.value, _("A dispute was settled"))],
    )  # fmt: skip
    said_on = day(_("On which day?"))
    words = why(_("Why, and on what evidence?"), required=False)
    requested_pence = PoundsField(
        label=_("Price that it asks for"), required=False,
        help_text=_("Of the line with most spend."),
    )  # fmt: skip
    document = document(
        _("The second reader and whoever approves see it. Name nobody in need of care in it.")
    )


class PayForm(OneOf):
    """What a provider says it pays its care workers."""

    which = forms.ChoiceField(label=_("Which provider?"))
    pence_an_hour = PoundsField(label=_("Pay of a care worker an hour"))
    paid_on = day(_("As of which day?"))
    source = forms.CharField(label=_("Where does it say so?"), max_length=300,
                             help_text=_("Its return of 30 September 2026"))  # fmt: skip
    document = document(_("Name no person in need of care in its name."))


class FloorForm(OneOf):
    """A director's reason for a price below the least cost."""

    which = forms.ChoiceField(label=_("Which line?"))
    reason = why(_("Why does this price stand below the least cost of care?"))


class WhyForm(PlainForm):
    """Why something is done."""

    reason = why(_("Why?"))


class SendBackForm(PlainForm):
    """What the second reader wants changed."""

    words = why(_("What has to change?"))


class SettlementForm(PlainForm):
    """A rise that was settled for the whole country."""

    name = forms.CharField(label=_("What is it called?"), max_length=200)
    unit = forms.ChoiceField(label=_("For which unit?"),
                             choices=[(each.value, each.label) for each in Unit])  # fmt: skip
    rise = per_cent(_("Rise, in per cent"), min_value=Decimal("-50"), max_value=Decimal(100))
    effective_on = day(_("From which day?"))
    agreed_on = day(_("When was it agreed?"))
    source = forms.CharField(label=_("Where is it published?"), max_length=300)


class ReadingForm(PlainForm):
    """The prices that the second reader comes to; the boxes stay empty until they fill them."""

    def __init__(self, *args: Any, lines: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place, label in enumerate(lines, start=1):
            self.fields[f"line_{place}"] = PoundsField(
                label=label, error_messages={"required": _("Enter the price of every line")}
            )

    @property
    def prices(self) -> list[int]:
        """What was worked out, in the order of the lines; pence a unit."""
        return [self.cleaned_data[name] for name in self.fields]
