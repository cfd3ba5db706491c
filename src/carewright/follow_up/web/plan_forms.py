"""What the pages of plans, their files and reviews ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.follow_up import api as follow_up
from carewright.follow_up.api import NewPhase, Source
from carewright.ui.dates import DateField
from carewright.ui.forms import PlainForm

PHASES: Final = 3
MOST_MEGABYTES: Final = 2


class PlanForm(PlainForm):
    """A plan to which actions are added one by one or from a file."""

    title = forms.CharField(label=_("What is the plan called?"), max_length=200)
    about = forms.CharField(
        label=_("Which organisation is it about?"),
        required=False,
        max_length=200,
        help_text=_("Leave it empty if it is about your own."),
    )
    source = forms.ChoiceField(
        label=_("What did it come from?"),
        choices=[("", _("Choose one")), *((each.value, each.label) for each in Source)],
    )
    reference = forms.CharField(
        label=_("Which one?"),
        required=False,
        max_length=200,
        help_text=_("The report, visit or meeting by its name, number or date."),
    )


class PlanFileForm(PlainForm):
    """A file of actions."""

    file = forms.FileField(
        label=_("CSV file of actions"),
        help_text=_(
            "One row for each action. It needs columns for the finding, the action, who answers "
            "for it and when it is due, whatever they are called."
        ),
    )

    def clean_file(self) -> Any:
        """The file, if it is not too large to be looked at in one go."""
        file = self.cleaned_data["file"]
        if file.size > MOST_MEGABYTES * 1_000_000:
            raise forms.ValidationError(_("The file is larger than 2 MB. Split it into several"))
        return file


class ColumnsForm(PlainForm):
    """Which column holds what, where the names do not say."""

    def __init__(
        self, *args: Any, headers: Sequence[str], taken: dict[str, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offered = [("", _("Find it by its name")), *((name, name) for name in headers if name)]
        for meaning in follow_up.MEANINGS:
            self.fields[meaning.key] = forms.ChoiceField(
                label=_("Which column holds: %(words)s?") % {"words": meaning.words},
                required=False,
                choices=offered,
                initial=taken.get(meaning.key, ""),
            )


class ReviewForm(PlainForm):
    """A review of many organisations, and its phases."""

    title = forms.CharField(label=_("What is the review called?"), max_length=200)
    purpose = forms.CharField(
        label=_("What is it for?"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, PHASES + 1):
            self._ask_for(number)

    def _ask_for(self, number: int) -> None:
        words, first = {"n": number}, number == 1
        self.fields[f"name_{number}"] = forms.CharField(
            label=_("What is phase %(n)s called?") % words, required=first, max_length=200
        )
        self.fields[f"starts_{number}"] = DateField(
            label=_("On which day does phase %(n)s start?") % words, required=first
        )
        self.fields[f"ends_{number}"] = DateField(
            label=_("On which day is phase %(n)s over?") % words,
            required=False,
            help_text=_("The first day after it. Leave it empty if nobody knows yet."),
        )

    def clean(self) -> None:
        """A phase that is named has a first day."""
        for number in range(2, PHASES + 1):
            named = self.cleaned_data.get(f"name_{number}")
            starts = self.cleaned_data.get(f"starts_{number}")
            if named and not starts and f"starts_{number}" not in self.errors:
                self.add_error(f"starts_{number}", _("Give the day on which this phase starts"))
            if starts and not named:
                self.add_error(f"name_{number}", _("Name this phase"))

    def phases(self) -> list[NewPhase]:
        """The phases that were named, in order."""
        answers = self.cleaned_data
        return [
            NewPhase(answers[f"name_{n}"], answers[f"starts_{n}"], answers.get(f"ends_{n}"))
            for n in range(1, PHASES + 1)
            if answers.get(f"name_{n}")
        ]


class ReviewedForm(PlainForm):
    """An organisation that is looked at, and in which phase."""

    about = forms.CharField(label=_("Which organisation?"), max_length=200)
    phase = forms.ChoiceField(label=_("In which phase?"))

    def __init__(self, *args: Any, review: follow_up.Review, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["phase"].choices = [  # type: ignore[attr-defined]
            (str(phase.number), f"{phase.number}: {phase.name}") for phase in review.phases
        ]
