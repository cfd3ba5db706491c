"""What the pages of papers ask."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from carewright.govern import api as govern
from carewright.govern.api import Consulted, Nation, Section
from carewright.govern.web.words import ACTS
from carewright.ui.dates import DateField
from carewright.ui.forms import PlainForm, PoundsField

YES_OR_NO: Final = [("yes", _("Yes")), ("no", _("No"))]


def long_text(label: Any, hint: Any = "", *, rows: int = 6, required: bool = False) -> Any:
    """A question that takes more than a line."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=hint, widget=widget, required=required)


def yes_or_no(label: Any, hint: Any = "", choices: Any = YES_OR_NO) -> Any:
    """A question with two answers, or none yet."""
    return forms.TypedChoiceField(
        label=label, help_text=hint, choices=choices, widget=forms.RadioSelect, required=False,
        coerce=lambda value: value in {"yes", "True"}, empty_value=None,
    )  # fmt: skip


class BeginForm(PlainForm):
    """The least that a paper begins with."""

    title = forms.CharField(label=_("Title"), max_length=200)
    act = forms.ChoiceField(
        label=_("What kind of decision is asked for?"),
        choices=lambda: [("", _("Choose one")), *ACTS.items()],
        help_text=_("The scheme of delegation says who decides on each kind."),
    )
    nation = forms.ChoiceField(
        label=_("Under which nation’s law?"),
        choices=[(each.value, each.label) for each in Nation],
        widget=forms.RadioSelect,
    )


class SectionForm(PlainForm):
    """One section of a paper: it can be saved before it is complete."""

    saved_in_parts = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # Radios are sent as yes and no; the table holds true and false.
        answers = {True: "yes", False: "no"}
        initial = {
            name: answers.get(value, value) if isinstance(value, bool) else value
            for name, value in (kwargs.pop("initial", None) or {}).items()
        }
        super().__init__(*args, initial=initial, **kwargs)


class ProposalForm(SectionForm):
    """What the paper is about, and the words to be resolved."""

    title = forms.CharField(label=_("Title"), max_length=200)
    act = forms.ChoiceField(
        label=_("Kind of decision"), choices=lambda: list(ACTS.items()),
    )  # fmt: skip
    summary = long_text(_("Summary"), _("A few lines that stand on the front sheet."), rows=4)
    proposal = long_text(_("What is proposed, and why"), rows=10)
    recommendation = long_text(
        _("Recommendation"), _("The words that the meeting would resolve. Number them.")
    )
    contact = forms.CharField(
        label=_("Whom can a reader ask?"), max_length=300, required=False,
        help_text=_("Name, job title and work telephone number or email address."),
    )  # fmt: skip


class MoneyForm(SectionForm):
    """How much, for how long, in or out of a framework."""

    annual_value_pence = PoundsField(label=_("Value in a year"), required=False)
    term_months = forms.IntegerField(
        label=_("Term in months"), min_value=1, max_value=1200, required=False,
        help_text=_("With every extension that the paper asks for. 5 years are 60 months."),
    )  # fmt: skip
    in_framework = yes_or_no(
        _("Is it within a framework that the organisation has agreed?"),
        choices=[("yes", _("Within a framework")), ("no", _("Outside any framework"))],
    )


class PeopleForm(SectionForm):
    """Who lives with the decision."""

    people_affected = forms.IntegerField(
        label=_("How many people are affected?"), min_value=0, max_value=100_000_000,
        required=False,
    )  # fmt: skip
    how_affected = long_text(
        _("How are people and carers affected?"), _("No names of people in need of care.")
    )


class OptionsForm(SectionForm):
    """What else could be done."""

    options = long_text(
        _("Which options were considered?"),
        _("Doing nothing is one. Say what each costs, for whom it is better or worse, and why it "
          "was or was not chosen."),
        rows=12,
    )  # fmt: skip


class PolicyForm(SectionForm):
    """The budget and policy test."""

    contrary = yes_or_no(
        _("Would the recommended decision be contrary to the budget and policy framework?")
    )
    provision = long_text(
        _("Which plan or budget provision?"),
        _("Needed if the answer is yes. If it is no, name the provision that covers it."), rows=3,
    )  # fmt: skip


class NextForm(SectionForm):
    """What comes after the decision."""

    final_decision = yes_or_no(
        _("Is this the final decision?"), _("No, if another body has to decide after this one.")
    )
    next_steps = long_text(_("Suggested next steps"), _("What, by whom and by when."))


SECTION_FORMS: Final[dict[Section, type[SectionForm]]] = {
    Section.PROPOSAL: ProposalForm,
    Section.MONEY: MoneyForm,
    Section.PEOPLE: PeopleForm,
    Section.OPTIONS: OptionsForm,
    Section.POLICY: PolicyForm,
    Section.NEXT: NextForm,
}


class FileForm(PlainForm):
    """A form that may come with a file."""

    file = forms.FileField(label=_("File"), required=False)

    def clean_file(self) -> Any:
        """The file, if it is not larger than the operator allows."""
        file = self.cleaned_data["file"]
        most = settings.ENVIRONMENT.upload_limit_mb
        if file and file.size > most * 1_000_000:
            raise forms.ValidationError(
                _("The file is larger than %(most)s MB. Give a smaller one.") % {"most": most}
            )
        return file

    @property
    def given_file(self) -> govern.Given | None:
        """The file as actions take it."""
        file = self.cleaned_data.get("file")
        return govern.Given(file.name, file) if file else None


class ConsultationForm(PlainForm):
    """Who was asked and what they said."""

    whom = forms.ChoiceField(label=_("Whom"), widget=forms.RadioSelect)
    name = forms.CharField(
        label=_("Name"), max_length=200,
        help_text=_("A name and job title, or the name of the body or group."),
    )  # fmt: skip
    how = forms.CharField(
        label=_("How were they asked?"), max_length=200, required=False,
        help_text=_("By letter, at a meeting, in a survey."),
    )  # fmt: skip
    on = DateField(label=_("When?"))
    said = long_text(_("What did they say?"), rows=4, required=True)

    def __init__(self, *args: Any, among: tuple[Consulted, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["whom"].choices = [  # type: ignore[attr-defined]
            (each.value, each.label) for each in among
        ]


class BackgroundForm(FileForm):
    """Something that the paper rests on."""

    title = forms.CharField(label=_("Title and date of the background paper"), max_length=300)
    link = forms.URLField(
        label=_("Where is it published?"), required=False, max_length=500,
        assume_scheme="https",
    )  # fmt: skip
    field_order = ("title", "link", "file")


class AssessmentForm(FileForm):
    """An assessment or advice, or why none is needed."""

    code = forms.ChoiceField(label=_("Which assessment or advice?"))
    author = forms.CharField(label=_("Author"), max_length=200, required=False)
    written_on = DateField(label=_("Date"), required=False)
    finding = long_text(_("What it says, in a few words"), rows=3)
    published = forms.CharField(label=_("Where is it published?"), max_length=500, required=False)
    not_needed = long_text(
        _("Or why is it not needed?"), _("Leave this empty if it is attached."), rows=3
    )
    field_order = ("code", "author", "written_on", "finding", "published", "file", "not_needed")

    def __init__(self, *args: Any, wanted: tuple[govern.Wanted, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].choices = [  # type: ignore[attr-defined]
            ("", _("Choose one")), *((each.code, each.name) for each in wanted)
        ]  # fmt: skip
