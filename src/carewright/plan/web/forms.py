"""What the pages of sourcing decisions ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.govern import api as govern
from carewright.govern.api import Nation
from carewright.plan.api import Option, Source
from carewright.plan.web.words import GROUPS, SERVICES
from carewright.ui.dates import DateField
from carewright.ui.forms import PlainForm, PoundsField

MOST_PEOPLE: Final = 10_000_000
LONGEST: Final = 1_200
Choices = Sequence[tuple[str, Any]]


def words(label: Any, hint: Any = "", *, rows: int = 5, required: bool = False) -> Any:
    """A question that takes more than a line; a step may be saved before it is answered."""
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=hint, widget=area, required=required)


def line(label: Any, hint: Any = "", *, most: int = 200, required: bool = False) -> Any:
    """A question that takes a line."""
    return forms.CharField(label=label, help_text=hint, max_length=most, required=required)


def people(label: Any, hint: Any = "") -> forms.IntegerField:
    """A number of people."""
    return forms.IntegerField(
        label=label, help_text=hint, min_value=0, max_value=MOST_PEOPLE, required=False
    )


def several(label: Any, among: dict[str, str]) -> forms.MultipleChoiceField:
    """Any of a few."""
    return forms.MultipleChoiceField(
        label=label, choices=list(among.items()), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip


def yes_or_no(label: Any, yes: Any, no: Any, hint: Any = "") -> forms.TypedChoiceField:
    """A question with two answers, or none yet."""
    return forms.TypedChoiceField(
        label=label, help_text=hint, choices=[("True", yes), ("False", no)], required=False,
        widget=forms.RadioSelect, coerce=lambda value: value == "True", empty_value=None,
    )  # fmt: skip


class StepForm(PlainForm):
    """One step of a decision: it can be saved before it is complete."""

    saved_in_parts = True


class BeginForm(PlainForm):
    """The least that a decision begins with; what is cited of an agreement comes with it."""

    title = line(_("What is it about?"), _("Care at home in the north, from April."), required=True)
    nation = forms.ChoiceField(
        label=_("Under which nation’s law?"), widget=forms.RadioSelect,
        choices=[(each.value, each.label) for each in Nation],
    )  # fmt: skip


class AboutForm(StepForm):
    """For which services, areas and care groups, from when, at which cost."""

    title = line(_("What is it about?"), required=True)
    services = several(_("Which services?"), SERVICES)
    areas = words(_("Which areas?"), _("One in each line."), rows=3)
    care_groups = several(_("Whom do they support?"), GROUPS)
    starts_on = DateField(
        label=_("From which day would it count?"), required=False,
        help_text=_("The law that is shown is that of this day."),
    )  # fmt: skip
    term_months = forms.IntegerField(
        label=_("For how many months?"), min_value=1, max_value=LONGEST, required=False
    )
    annual_pence = PoundsField(
        label=_("What does it cost in a year?"), required=False,
        help_text=_("The scheme of delegation says by this who approves it."),
    )  # fmt: skip
    people_supported = people(_("How many people are supported today?"))


class EndsForm(StepForm):
    """Whether something ends."""

    is_new = yes_or_no(
        _("Does an agreement or service end?"), _("No, this is new"), _("Yes, something ends")
    )


class NeedsForm(StepForm):
    """The first question."""

    needs = words(_("What do people need, now and in the years to come?"), rows=8)
    views = words(
        _("What do people, carers and providers say?"), _("Say how they were asked. No names."),
        rows=8,
    )  # fmt: skip


class AlternativesForm(StepForm):
    """The second question."""

    alternatives = words(
        _("Which other ways are there to meet the need?"),
        _("In-house, prevention, direct payments, together with others."), rows=8,
    )  # fmt: skip


class RulesForm(StepForm):
    """The third question; the grounds are those of the nation and the first day."""

    rules_allow = yes_or_no(
        _("Do the rules allow no competition here?"), _("Yes, on a ground below"),
        _("No, it has to be competed for"),
    )  # fmt: skip
    ground = forms.ChoiceField(label=_("Which ground?"), required=False)
    ground_why = words(_("Why do they, or why do they not?"))

    def __init__(self, *args: Any, grounds: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ground"].choices = [("", _("None")), *grounds]  # type: ignore[attr-defined]


class AnswerForm(StepForm):
    """What is recommended, and when somebody looks again."""

    chosen = forms.TypedChoiceField(
        label=_("Which option is recommended?"), required=False, widget=forms.RadioSelect,
        choices=[(each.value, each.label) for each in Option], coerce=Option, empty_value="",
    )  # fmt: skip
    answer = words(_("Why, in the words to be approved?"), rows=8)
    look_again_on = DateField(
        label=_("When does somebody look at it again?"), required=False,
        help_text=_("Whoever puts the decision into force gets an action for that day."),
    )  # fmt: skip


class EndingForm(PlainForm):
    """An agreement that ends, as far as it is known."""

    title = line(_("What ends?"), required=True)
    reference = line(_("Its reference"), most=60)
    provider = line(_("Who provides it?"))
    last_day = DateField(label=_("Its last day"), required=False)
    people = people(_("How many people does it support?"))


class EvidenceForm(PlainForm):
    """What an answer rests on: something of this service, or something published elsewhere."""

    source = forms.ChoiceField(
        label=_("What is it?"), required=False,
        help_text=_("The latest projections, scenarios, analyses and documents that you may see."),
    )  # fmt: skip
    title = line(_("If it is published elsewhere, its title and date"), most=300)
    link = forms.URLField(
        label=_("Its address"), required=False, max_length=500, assume_scheme="https"
    )
    said = words(
        _("What does it say?"),
        _("The figure or the words that the answer rests on, with its range. They are kept as they "
          "are today."), rows=3, required=True,
    )  # fmt: skip

    def __init__(self, *args: Any, sources: Sequence[Source], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = [(each.code, f"{each.kind.label}: {each.title}") for each in sources]
        self.fields["source"].choices = [  # type: ignore[attr-defined]
            ("", _("Published elsewhere")), *listed
        ]  # fmt: skip


class AdviceForm(PlainForm):
    """Advice or an assessment, or why none is needed."""

    code = forms.ChoiceField(label=_("Which advice or assessment?"))
    author = line(_("Who wrote it?"))
    written_on = DateField(label=_("On which day?"), required=False)
    finding = words(_("What does it say, in a few words?"), rows=3)
    published = line(_("Where is it published?"), most=500)
    file = forms.FileField(label=_("The file"), required=False)
    not_needed = words(
        _("Or why is none needed?"), _("Leave this empty if it is attached."), rows=3
    )

    def __init__(self, *args: Any, wanted: Sequence[govern.Wanted], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].choices = [  # type: ignore[attr-defined]
            ("", _("Choose one")), *((each.code, each.name) for each in wanted)
        ]  # fmt: skip

    def said(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        file = self.cleaned_data["file"]
        return {**self.cleaned_data, "file": govern.Given(file.name, file) if file else None}


class AskForm(PlainForm):
    """The last look before others decide; why it goes on without what is missing."""

    reason = words(_("Why does it go on without what is missing?"), rows=3)

    def __init__(self, *args: Any, is_missing: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_missing:
            del self.fields["reason"]


class ReasonForm(PlainForm):
    """Why something is done that the record will be asked about."""

    reason = words(_("Why?"), rows=3, required=True)


class ShareForm(PlainForm):
    """With which partnership it is shared; with none, it is one's own alone."""

    partnership = forms.TypedChoiceField(
        label=_("With whom do you share it?"), required=False, widget=forms.RadioSelect,
        help_text=_("What partners may do with it, the terms of the partnership say."),
        coerce=UUID, empty_value=None,
    )  # fmt: skip

    def __init__(self, *args: Any, partnerships: Sequence[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partnership"].choices = [  # type: ignore[attr-defined]
            *((str(key), name) for key, name in partnerships), ("", _("With nobody"))
        ]  # fmt: skip
