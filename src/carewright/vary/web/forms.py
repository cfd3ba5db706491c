"""What the pages of changes ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.contract import api as contract
from carewright.contract.api import Regime
from carewright.platform import api as platform
from carewright.platform.api import Colleague
from carewright.ui.dates import DateField
from carewright.ui.forms import PlainForm, PoundsField
from carewright.vary.api import Cause, Counted, Scope, StepKind, What

EARLIEST: Final = date(1980, 1, 1)
LATEST: Final = date(2100, 12, 31)
MOST_PEOPLE: Final = 10_000_000
MOST_DAYS: Final = 3_650
YES_NO: Final = (("", _("Not known")), ("yes", _("Yes")), ("no", _("No")))
Choices = list[tuple[str, Any]]


def day(label: Any, hint: Any = "", *, required: bool = True) -> DateField:
    """A day within any agreement's life."""
    return DateField(
        label=label, help_text=hint, required=required, earliest=EARLIEST, latest=LATEST
    )


def words(label: Any, hint: Any = "", *, rows: int = 3, required: bool = False) -> Any:
    """A question that takes more than a line."""
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=hint, widget=area, required=required)


def count(
    label: Any, *, required: bool = False, most: int = MOST_PEOPLE
) -> forms.IntegerField:  # fmt: skip
    """A number of people, or of days."""
    return forms.IntegerField(label=label, min_value=0, max_value=most, required=required)


def one_of(label: Any, kinds: Any, **options: Any) -> forms.ChoiceField:
    """One of a few kinds of thing."""
    offered = [("", _("Choose one")), *((each.value, each.label) for each in kinds)]
    return forms.ChoiceField(label=label, choices=offered, **options)


def day_after(last: date | None) -> date | None:
    """The first day no longer covered, of a last day as people say it."""
    return last and last + timedelta(days=1)


def listed(colleagues: Sequence[Colleague]) -> Choices:
    """Colleagues to choose from."""
    people = [(str(each.id), f"{each.name}, {each.job_title}") for each in colleagues]
    return [("", _("Choose one")), *people]


class LawForm(PlainForm):
    """A form that ends with what the law asks, each to be answered yes, no or not known."""

    def __init__(
        self, *args: Any, asked: Sequence[tuple[str, str]], told: Mapping[str, bool], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.asked = [name for name, _question in asked]
        for name, question in asked:
            stands = {True: "yes", False: "no"}.get(told.get(name, None), "")  # type: ignore[arg-type]
            self.fields[f"law_{name}"] = forms.ChoiceField(
                label=_statement(question), choices=YES_NO, required=False, initial=stands,
            )  # fmt: skip

    def answers(self) -> dict[str, bool]:
        """What is known, by the name of the fact; what is not known is left out."""
        said = {name: self.cleaned_data[f"law_{name}"] for name in self.asked}
        return {name: answer == "yes" for name, answer in said.items() if answer}


def _statement(question: str) -> str:
    """It is so or not: "Others would have won on such terms", to be answered yes or no."""
    said = question.removeprefix("whether ")
    return f"{said[0].upper()}{said[1:]}"


class VaryForm(LawForm):
    """What changes, why, and what that does to price and people."""

    touches = forms.MultipleChoiceField(
        label=_("What does it change?"), widget=forms.CheckboxSelectMultiple,
        choices=[(each.value, each.label) for each in What if each is not What.PROVIDER],
    )  # fmt: skip
    reason = words(_("Why does it change?"), required=True)
    starts_on = day(_("From which day does it count?"))
    change_pence = PoundsField(
        label=_("By how much does the value over the term change?"), required=False,
        may_be_negative=True, help_text=_("With a minus where it falls, like -5,000."),
    )  # fmt: skip
    last_day = day(_("New last day"), required=False)
    scope = words(_("What is bought from now on?"), rows=2)
    price_effect = words(
        _("What does it do to prices?"), _("Price lines themselves are kept on the agreement."),
        rows=2,
    )  # fmt: skip
    people_effect = words(_("What does it mean for people?"), _("Never a name."), rows=2)
    people_affected = count(_("How many people are affected?"))
    notice_days = count(_("Notice that the provider gives, in days"), most=MOST_DAYS)
    own_notice_days = count(_("Notice that we give, in days"), most=MOST_DAYS)
    payment_terms = words(_("New payment terms"), rows=2)


class AssignForm(LawForm):
    """Which provider takes over from which, and what was done before."""

    leaving_party = forms.ChoiceField(label=_("Which provider leaves?"))
    new_provider = forms.CharField(label=_("Which provider takes over?"), max_length=300)
    new_provider_number = forms.CharField(
        label=_("Its number in a register"), max_length=100, required=False
    )
    reason = words(_("Why?"), required=True)
    starts_on = day(_("From which day?"))
    diligence_on = day(_("The new provider was checked (due diligence) on"), required=False)
    consent_on = day(_("All parties consented on"), required=False)
    people_told_on = day(_("People, families and carers were told on"), required=False)
    people_affected = count(_("How many people are affected?"))

    def __init__(self, *args: Any, providers: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["leaving_party"].choices = providers  # type: ignore[attr-defined]


class ReasonForm(PlainForm):
    """Why something is done."""

    reason = words(_("Why?"), required=True)


class SignForm(PlainForm):
    """Who signed for each side, when, and the signed copy."""

    officer_id = forms.ChoiceField(label=_("Which of our officers signed?"))
    second_officer_id = forms.ChoiceField(
        label=_("Which other of our officers signed?"), required=False,
        help_text=_("Only where the scheme of delegation wants two signatures of ours."),
    )  # fmt: skip
    our_day = day(_("On which day did we sign?"))
    their_name = forms.CharField(label=_("Who signed for the other side?"), max_length=200)
    their_day = day(_("On which day did they sign?"))
    reason = words(
        _("Why did they sign without authority?"),
        _("Only if the scheme of delegation gave it to somebody else on that day."), rows=2,
    )  # fmt: skip
    copy = forms.FileField(label=_("The signed copy"), required=False)

    def __init__(self, *args: Any, colleagues: Sequence[Colleague], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["officer_id"].choices = listed(colleagues)  # type: ignore[attr-defined]
        second: Any = self.fields["second_officer_id"]
        second.choices = [("", _("Nobody else")), *listed(colleagues)[1:]]


class ExitForm(PlainForm):
    """Why an agreement ends, and when."""

    cause = one_of(_("Why does it end?"), Cause)
    reason = words(_("Say more"), required=True)
    notice_given_on = day(_("On which day was or is notice given?"))
    notice_why = words(
        _("How is that known, and by whom?"), _("Only if notice was given before today."), rows=2
    )
    counted = one_of(_("Which days does the notice count?"), Counted)
    last_day = day(_("Last day of the agreement"))
    waived = words(
        _("Who agreed to a shorter notice?"), _("Only if it ends before the notice has passed."),
        rows=2,
    )  # fmt: skip


class StepForm(PlainForm):
    """One thing to do before the agreement ends."""

    kind = one_of(_("What is it about?"), StepKind)
    action = words(_("What is done?"), required=True)
    owner_id = forms.ChoiceField(label=_("Who does it?"))
    due_on = day(_("By when?"), _("At 12 noon of that day."))

    def __init__(self, *args: Any, colleagues: Sequence[Colleague], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner_id"].choices = listed(colleagues)  # type: ignore[attr-defined]


class CountForm(PlainForm):
    """How many people are left."""

    people = count(_("How many people are still supported under it?"), required=True)
    counted_on = day(_("Counted on"))


class NotesForm(PlainForm):
    """How work, records and staff pass on."""

    handover = words(_("How is work handed over, and to whom?"))
    data_return = words(_("Which records and data come back, and how?"))
    tupe = forms.ChoiceField(
        label=_("Do care workers move with the work (TUPE)?"), choices=YES_NO, required=False
    )


class EndForm(PlainForm):
    """It is over."""

    last_day = day(_("Which was its last day?"))


class ExemptionForm(PlainForm):
    """What is bought without competition, and why."""

    title = forms.CharField(
        label=_("What is bought?"), max_length=200,
        help_text=_("Never the name of a person in need of care."),
    )  # fmt: skip
    scope = one_of(_("How far does it reach?"), Scope)
    regime = one_of(_("Under which rules would it be bought?"), Regime)
    ground = forms.ChoiceField(label=_("On which ground?"))
    why = words(_("How is the ground met?"), required=True)
    alternatives = words(_("Which alternatives were considered?"), required=True)
    value_pence = PoundsField(
        label=_("Value over its term"), help_text=_("For a blanket: of all agreements together.")
    )
    starts_on = day(_("First day"))
    last_day = day(_("Last day"))
    people_affected = count(_("How many people are affected?"))

    def __init__(self, *args: Any, grounds: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ground"].choices = [("", _("Choose one")), *grounds]  # type: ignore[attr-defined]


class RelyForm(PlainForm):
    """Which agreement relies on it."""

    agreement = forms.CharField(
        label=_("Reference of the agreement that relies on it"), max_length=20,
        help_text=_("Like C-0007."),
    )  # fmt: skip
    pence = PoundsField(label=_("With how much of its value?"))

    def __init__(self, *args: Any, seen_by: platform.Officer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seen_by = seen_by

    def clean_agreement(self) -> UUID:
        """The agreement of exactly this reference."""
        found = contract.agreement_called(self.cleaned_data["agreement"], seen_by=self.seen_by)
        if found is None:
            raise forms.ValidationError(_("There is no such agreement"))
        return found


class ToldForm(PlainForm):
    """When and how providers heard of it."""

    told_on = day(_("On which day were providers told?"))
    how = words(_("How, and which?"), required=True, rows=2)


def identified(chosen: str) -> UUID | None:
    """The id that was chosen, if any."""
    return UUID(chosen) if chosen else None
