"""What the pages of the register ask."""

from __future__ import annotations

from collections.abc import Collection
from itertools import groupby
from typing import Any

from django import forms
from django.conf import settings
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from carewright.register import api as register
from carewright.ui.dates import DateField
from carewright.ui.forms import PlainForm
from carewright_engine.tables.kinds import KINDS
from carewright_engine.tables.reading import Field

#: A drop-down of more names than these helps nobody.
MOST_HEADERS = 400
RECOGNISE = ("", _("Recognise it for me"))


def kinds_by_publisher() -> list[Any]:
    """Every kind of file, under the body that publishes it."""
    ordered = sorted(KINDS.values(), key=lambda kind: (kind.publisher, kind.title))
    groups = groupby(ordered, key=lambda kind: kind.publisher)
    return [
        RECOGNISE,
        *((publisher, [(k.name, k.title) for k in kinds]) for publisher, kinds in groups),
    ]


class UploadForm(PlainForm):
    """A published file, and what the person knows of it."""

    file = forms.FileField(
        label=_("Published file"),
        help_text=_("CSV, spreadsheet or GeoJSON, as the publisher gives it. A .gz is fine."),
    )
    kind = forms.ChoiceField(label=_("What is it?"), required=False, choices=kinds_by_publisher)
    as_at = DateField(
        label=_("On which day was it true?"),
        required=False,
        help_text=_("Leave it empty if the file or its name says so."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].error_messages |= {
            "required": _("Choose the file to read"),
            "empty": _("The file is empty. Download or export it again"),
        }

    def clean_file(self) -> Any:
        """The file, if it is not larger than the operator allows."""
        file = self.cleaned_data["file"]
        most = settings.ENVIRONMENT.upload_limit_mb
        if file.size > most * 1_000_000:
            raise forms.ValidationError(
                f"The file is larger than {most} MB. Split it, compress it as .gz, or ask whoever "
                "runs Carewright to import it from the command line."
            )
        return file


class ExplainForm(PlainForm):
    """What the file is, its day, and which of its columns means what."""

    kind = forms.ChoiceField(label=_("What is it?"), required=False, choices=kinds_by_publisher)
    as_at = DateField(
        label=_("On which day was it true?"),
        required=False,
        help_text=_("Leave it empty if the file or its name says so."),
    )

    def __init__(self, *args: Any, dataset: register.Dataset, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Meanings belong to the kind that was asked about; another kind has others.
        same_kind = not self.is_bound or self.data.get("kind", "") == dataset.kind
        self.meanings = _meanings(dataset) if same_kind else {}
        self.needed = {m for m, field in self.meanings.items() if field.required}
        headers = dataset.headers[:MOST_HEADERS]
        choices = [("", _("Find it by its name")), *((name, name) for name in headers)]
        taken = {**dataset.matched, **dataset.chosen}
        for meaning, field in self.meanings.items():
            self.fields[f"column_{meaning}"] = forms.ChoiceField(
                label=_("Which column holds: %(words)s?") % {"words": field.words},
                required=False,
                choices=choices,
                initial=taken.get(meaning, ""),
            )

    def columns(self) -> dict[str, str]:
        """The header chosen for each meaning, where one was."""
        chosen = {m: self.cleaned_data[f"column_{m}"] for m in self.meanings}
        return {meaning: header for meaning, header in chosen.items() if header}

    @property
    def columns_needed(self) -> list[BoundField]:
        """The questions for what a file of this kind must hold."""
        return [self[f"column_{m}"] for m in self.meanings if m in self.needed]

    @property
    def columns_welcome(self) -> list[BoundField]:
        """The questions for what it may hold."""
        return [self[f"column_{m}"] for m in self.meanings if m not in self.needed]


def _meanings(dataset: register.Dataset) -> dict[str, Field]:
    """What a file of this kind may hold, by its meaning."""
    kind = KINDS.get(dataset.kind)
    if kind is None or not dataset.headers:
        return {}
    return {field.meaning: field for field in kind.fields}


class ReasonForm(PlainForm):
    """Why something is taken back."""

    reason = forms.CharField(
        label=_("Why is the import taken back?"), widget=forms.Textarea(attrs={"rows": 2})
    )


class WithdrawForm(PlainForm):
    """Why a correction is withdrawn."""

    reason = forms.CharField(
        label=_("Why should the published value stand?"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class CorrectForm(PlainForm):
    """The right value where a file holds a wrong one."""

    column = forms.ChoiceField(
        label=_("Which value is wrong?"),
        choices=[("", _("Choose one")), *register.CORRECTABLE.items()],
    )
    new_value = forms.CharField(
        label=_("What is right?"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20"}),
        help_text=_(
            "A number, a postcode, or one of the words that the list below gives. Leave it empty "
            "if nobody knows the right value."
        ),
    )
    reason = forms.CharField(
        label=_("How do you know?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One sentence that an auditor can check."),
    )

    def clean(self) -> None:
        """Says all at once what the rules have against the correction."""
        given = self.cleaned_data
        if "column" not in given:
            return
        value = register.as_stored(given["column"], given.get("new_value", ""))
        reason = given.get("reason", "")
        for blocker in register.blockers_to_correct(
            column=given["column"], new_value=value, reason=reason
        ):
            if blocker.field not in self.errors:
                self.add_error(blocker.field, blocker.says)


class WhoRunsForm(PlainForm):
    """Who runs the chosen services."""

    service = forms.MultipleChoiceField(
        label=_("Services"),
        error_messages={
            "required": _("Choose at least one service of the list"),
            "invalid_choice": _("Choose only services of the list"),
        },
    )
    public_class = forms.ChoiceField(
        label=_("Who runs the chosen services?"),
        widget=forms.RadioSelect,
        choices=[
            ("council", _("The council")),
            ("council_company", _("A company that the council owns")),
            ("health_board", _("The health board")),
            ("none", _("None of these: they are not publicly run")),
        ],
    )
    reason = forms.CharField(label=_("How do you know?"), widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, offered: Collection[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["service"]
        field.widget = forms.CheckboxSelectMultiple()
        field.choices = [(each, each) for each in offered]  # type: ignore[attr-defined]
        field.error_messages["required"] = _("Choose at least one service of the list")


class GroupForm(PlainForm):
    """Whether providers are one operator."""

    is_one = forms.ChoiceField(
        label=_("Are they one operator?"),
        widget=forms.RadioSelect,
        choices=[("yes", _("Yes, one operator")), ("no", _("No, they stand apart"))],
    )
    reason = forms.CharField(label=_("How do you know?"), widget=forms.Textarea(attrs={"rows": 2}))
