"""What the pages of agreements ask."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.contract import api as contract
from carewright.contract.api import DayKind, Kind, Regime, Risk, Unit
from carewright.platform import api as platform
from carewright.platform.api import Act, Colleague
from carewright.register import api as register
from carewright.ui.dates import DateField
from carewright.ui.forms import PlainForm, PoundsField

EARLIEST: Final = date(1980, 1, 1)
LATEST: Final = date(2100, 12, 31)
MOST_DAYS: Final = 3_650
Choices = list[tuple[str, Any]]


def day(label: Any, hint: Any = "", *, required: bool = True) -> DateField:
    """A day within any agreement's life."""
    return DateField(
        label=label, help_text=hint, required=required, earliest=EARLIEST, latest=LATEST
    )


def long_text(label: Any, hint: Any = "", *, rows: int = 3, required: bool = False) -> Any:
    """A question that takes more than a line."""
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=hint, widget=area, required=required)


def choice(label: Any, kinds: Any, hint: Any = "", **options: Any) -> forms.ChoiceField:
    """One of a few kinds of thing."""
    offered = [(each.value, each.label) for each in kinds]
    if options.get("required", True) and "initial" not in options:
        offered = [("", _("Choose one")), *offered]
    return forms.ChoiceField(label=label, choices=offered, help_text=hint, **options)


def days_of_notice(label: Any) -> forms.IntegerField:
    """A notice period in days."""
    return forms.IntegerField(label=label, min_value=0, max_value=MOST_DAYS, required=False)


def person_reference() -> forms.CharField:
    """Whose placement it is, by the reference of the person's record."""
    return forms.CharField(
        label=_("Reference of the person"), max_length=40, required=False,
        help_text=_("Only for a spot purchase or an individual service fund."),
    )  # fmt: skip


def person_of(reference: str, *, seen_by: platform.Officer) -> UUID | None:
    """The person of exactly this reference."""
    typed = register.as_reference(reference)
    found = register.references(seen_by=seen_by, among=[typed]) if typed else []
    if typed and not found:
        raise forms.ValidationError(_("There is no such person"))
    return found[0][1] if found else None


def day_after(last: date) -> date:
    """The first day no longer covered, of a last day as people say it."""
    return last + timedelta(days=1)


def end_of(last: date | None) -> date | None:
    """The same where there may be no end."""
    return None if last is None else day_after(last)


class Officers(PlainForm):
    """A form that names officers of the organisation."""

    officers: tuple[str, ...] = ()

    def __init__(self, *args: Any, colleagues: Sequence[Colleague], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = [(str(each.id), f"{each.name}, {each.job_title}") for each in colleagues]
        for name in self.officers:
            self.fields[name].choices = [("", _("Nobody yet")), *listed]  # type: ignore[attr-defined]

    def chosen(self, name: str) -> UUID | None:
        """The officer who was chosen."""
        chosen = self.cleaned_data.get(name)
        return UUID(chosen) if chosen else None


class WordsForm(Officers):
    """What is written down of an agreement."""

    officers = ("contact", "budget_holder")
    title = forms.CharField(
        label=_("What is it called?"), max_length=300,
        help_text=_("Never the name of a person in need of care."),
    )  # fmt: skip
    kind = choice(_("What kind of agreement is it?"), Kind)
    regime = choice(_("Under which rules was it bought?"), Regime)
    risk = choice(
        _("How much harm would it do if it failed?"), Risk, initial=Risk.LOW.value,
        widget=forms.RadioSelect,
    )  # fmt: skip
    starts_on = day(_("First day"))
    last_day = day(_("Last day"), _("Leave it empty if it has no end."), required=False)
    value_pence = PoundsField(
        label=_("Value over the term"), required=False,
        help_text=_("Without extensions. Without an end: the value of a year."),
    )  # fmt: skip
    payment_terms = long_text(_("Payment terms"), _("For what, when, and how soon after that."))
    paid_in_advance = forms.BooleanField(label=_("Paid in advance"), required=False)
    advance_grounds = long_text(_("Why is it paid in advance?"), rows=2)
    notice_days = days_of_notice(_("Notice that the provider gives, in days"))
    own_notice_days = days_of_notice(_("Notice that we give, in days"))
    contact = forms.ChoiceField(label=_("Who looks after it?"), required=False)
    budget_holder = forms.ChoiceField(label=_("Who answers for the budget?"), required=False)
    data_schedule = forms.BooleanField(label=_("Data protection is agreed"), required=False)
    tupe = forms.BooleanField(label=_("Staff moved with the work (TUPE)"), required=False)
    own_reference = forms.CharField(
        label=_("Its reference in other systems"), max_length=60, required=False
    )

    framework = forms.CharField(
        label=_("Reference of the framework"), max_length=20, required=False,
        help_text=_("Like C-0007. Only for a call-off: the framework stands in the register."),
    )  # fmt: skip
    person = person_reference()

    def __init__(self, *args: Any, seen_by: platform.Officer, **kwargs: Any) -> None:
        super().__init__(*args, colleagues=platform.colleagues(seen_by=seen_by), **kwargs)
        self.seen_by = seen_by
        if not platform.may(seen_by, Act.SEE_PEOPLE):
            del self.fields["person"]

    def clean_person(self) -> UUID | None:
        """The person of exactly this reference."""
        return person_of(self.cleaned_data["person"], seen_by=self.seen_by)

    def clean_framework(self) -> UUID | None:
        """The agreement of exactly this reference."""
        typed = self.cleaned_data["framework"]
        found = contract.agreement_called(typed, seen_by=self.seen_by) if typed else None
        if typed and found is None:
            raise forms.ValidationError(_("There is no such agreement"))
        return found

    def answers(self) -> dict[str, Any]:
        """The answers by the names that the words have."""
        said = self.cleaned_data
        return {
            **{name: said[name] for name in PLAIN}, "kind": Kind(said["kind"]),
            "regime": Regime(said["regime"]), "risk": Risk(said["risk"]),
            "ends_before": end_of(said["last_day"]), "contact_id": self.chosen("contact"),
            "budget_holder_id": self.chosen("budget_holder"), "person_id": said.get("person"),
            "framework_id": said["framework"],
        }  # fmt: skip


#: Answers that go into the words as they are.
PLAIN: Final = (
    "title", "starts_on", "value_pence", "payment_terms", "paid_in_advance", "advance_grounds",
    "notice_days", "own_notice_days", "data_schedule", "tupe", "own_reference",
)  # fmt: skip


class ProviderForm(PlainForm):
    """Who gives the care."""

    name = forms.CharField(label=_("Name, as it stands in the agreement"), max_length=300)
    number = forms.CharField(
        label=_("Number in a register"), max_length=100, required=False,
        help_text=_("Like SP2003000123. Leave it empty if no register lists the provider."),
    )  # fmt: skip


class ServiceForm(PlainForm):
    """What is bought, for whom and where."""

    name = forms.CharField(label=_("What is bought?"), max_length=200, help_text=_("Home care"))
    care_group = forms.ChoiceField(
        label=_("For whom?"), required=False,
        choices=[("", _("Everybody")), *register.CARE_GROUPS.items()],
    )  # fmt: skip
    area_name = forms.CharField(
        label=_("Where?"), max_length=100, required=False,
        help_text=_("A place or an area. Leave it empty for everywhere."),
    )  # fmt: skip
    number = forms.CharField(
        label=_("Number of the service in a register"), max_length=100, required=False
    )


class PriceForm(PlainForm):
    """A price from a day on."""

    service = forms.ChoiceField(label=_("Of what?"))
    unit = choice(_("For one"), Unit)
    minutes = forms.IntegerField(
        label=_("Minutes of a visit"), min_value=0, max_value=1_440, required=False,
        help_text=_("Only for a visit."),
    )  # fmt: skip
    day_kind = choice(_("On which days?"), DayKind, initial=DayKind.ANY.value)
    zone = forms.CharField(
        label=_("In which zone?"), max_length=60, required=False,
        help_text=_("Leave it empty where the price counts everywhere."),
    )  # fmt: skip
    pence = PoundsField(label=_("Price"))
    starts_on = day(_("From"), _("The price that counted until then ends on the day before."))
    last_day = day(_("Last day"), _("Leave it empty if it counts until another."), required=False)
    reason = long_text(_("Why this price?"), rows=2)

    def __init__(self, *args: Any, services: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["service"].choices = services  # type: ignore[attr-defined]


class OptionForm(PlainForm):
    """A further term that may be taken."""

    last_day = day(_("To which day could it be extended?"))
    decide_by = day(_("By which day is that decided?"))


class PlansForm(PlainForm):
    """What is so of an agreement that stands."""

    monitoring_plan_on = day(_("Monitoring plan agreed on"), required=False)
    exit_plan_on = day(_("Exit plan agreed on"), required=False)
    contingency_plan_on = day(_("Contingency plan agreed on"), required=False)
    registered_on = day(_("Entered in the public register on"), required=False)
    registered_as = forms.CharField(
        label=_("Reference or address of the public entry"), max_length=200, required=False
    )
    people_supported = forms.IntegerField(
        label=_("People supported under it"), min_value=0, max_value=10_000_000, required=False
    )
    people_counted_on = day(_("Counted on"), required=False)


class ReasonForm(PlainForm):
    """Why something is done."""

    reason = long_text(_("Why?"), required=True)


class BeginForm(PlainForm):
    """Care begins under the agreement."""

    reason = long_text(
        _("Why does care begin before the signature?"), _("Only if it has not been signed.")
    )


class EndForm(PlainForm):
    """The agreement is over."""

    last_day = day(_("Which was its last day?"))
    reason = long_text(_("Why did it end?"), required=True)


class DecideForm(PlainForm):
    """Whether an option is taken."""

    option = forms.ChoiceField(label=_("Which option?"))
    taken = forms.ChoiceField(
        label=_("Is it taken?"), widget=forms.RadioSelect,
        choices=[("yes", _("Yes, the term goes on")), ("no", _("No"))],
    )  # fmt: skip
    reason = long_text(_("Why?"), required=True)

    def __init__(self, *args: Any, options: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["option"].choices = options  # type: ignore[attr-defined]


class AskToExtendForm(PlainForm):
    """Why the next option should be taken; others decide."""

    reason = long_text(_("Why should it go on?"), required=True)


class SuccessorForm(PlainForm):
    """What is used in its place."""

    successor = forms.ChoiceField(label=_("Which agreement follows it?"), required=False)

    def __init__(self, *args: Any, offered: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["successor"].choices = [("", _("None")), *offered]  # type: ignore[attr-defined]


class TakeOutForm(PlainForm):
    """What is taken out of a draft."""

    part = forms.ChoiceField(label=_("What is taken out?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, parts: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["part"].choices = parts  # type: ignore[attr-defined]


class TrackForm(Officers):
    """What will be done about something that is to be put right."""

    officers = ("owner",)
    action = long_text(_("What will be done?"), required=True)
    owner = forms.ChoiceField(label=_("Who does it?"))
    due_on = day(_("By when?"), _("At 12 noon of that day."))


class SignForm(Officers):
    """Who signed for whom."""

    officers = ("officer",)
    party = forms.ChoiceField(label=_("For whom?"))
    officer = forms.ChoiceField(
        label=_("Which of our officers signed?"), required=False,
        help_text=_("Only for our side."),
    )  # fmt: skip
    name = forms.CharField(
        label=_("Who signed for the provider?"), max_length=200, required=False,
        help_text=_("Only for the other side."),
    )  # fmt: skip
    job_title = forms.CharField(label=_("As what?"), max_length=200, required=False)
    signed_on = day(_("On which day?"))
    document = forms.FileField(
        label=_("The signed copy"), required=False,
        help_text=_("Name no person in need of care in its name."),
    )  # fmt: skip
    reason = long_text(
        _("Why did they sign without authority?"),
        _("Only if the scheme of delegation gave it to somebody else on that day."), rows=2,
    )  # fmt: skip

    def __init__(self, *args: Any, parties: Choices, may_file: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].choices = parties  # type: ignore[attr-defined]
        if not may_file:
            del self.fields["document"]


class GoesOnForm(Officers):
    """Care that goes on by a dated exception."""

    officers = ("owner",)
    reason = long_text(_("Why does care go on without a valid agreement?"), required=True)
    owner = forms.ChoiceField(label=_("Who puts it right?"))
    until = day(_("By when?"))
    people_affected = forms.IntegerField(
        label=_("How many people are affected?"), min_value=0, max_value=10_000_000,
        required=False,
    )  # fmt: skip


class EndGoingOnForm(PlainForm):
    """The exception is over."""

    how = long_text(_("How was it put right?"), required=True)
