"""What the pages of follow-up ask."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.follow_up import api as follow_up
from carewright.follow_up.api import Recurrence, Source
from carewright.platform.api import Colleague
from carewright.ui.dates import DateField
from carewright.ui.forms import PlainForm
from carewright_engine.values.local_time import NoSingleMoment, london_moment

SHORT = {"class": "govuk-input--width-10"}


def _long(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class DeadlineForm(PlainForm):
    """A day and a time of day that mean one moment in London."""

    due_on = DateField(label=_("When is it due?"))
    due_time = forms.CharField(
        label=_("At what time of day?"),
        initial="5 pm",
        widget=forms.TextInput(attrs=SHORT),
        help_text=_("Like 5 pm, 12 noon or 17:00."),
    )

    def clean(self) -> None:
        """Makes one moment of the two answers, or says why there is none."""
        day, clock = self.cleaned_data.get("due_on"), self.cleaned_data.get("due_time")
        if day and clock:
            self.cleaned_data["due_at"] = self._moment(day, clock)

    def _moment(self, day: date, clock: str) -> datetime | None:
        try:
            return london_moment(day, follow_up.read_clock(clock))
        except (follow_up.NotADeadline, NoSingleMoment) as refused:
            self.add_error("due_time", str(refused))
            return None


class OwnerForm(PlainForm):
    """An officer, or a team in words."""

    owner = forms.ChoiceField(label=_("Which officer answers for it?"), required=False)
    team = forms.CharField(
        label=_("Or which team?"),
        required=False,
        max_length=200,
        help_text=_("Only where no single officer answers for it."),
    )

    def __init__(self, *args: Any, colleagues: Sequence[Colleague], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names = {str(each.id): each.name for each in colleagues}
        listed = [(str(each.id), f"{each.name}, {each.job_title}") for each in colleagues]
        self.fields["owner"].choices = [("", _("No single officer")), *listed]  # type: ignore[attr-defined]

    def clean(self) -> None:
        """Somebody answers for it: one officer or one team."""
        super().clean()
        owner, team = self.cleaned_data.get("owner"), self.cleaned_data.get("team")
        if not owner and not team and "owner" not in self.errors:
            self.add_error("owner", _("Choose an officer, or name a team"))
        if owner and team:
            self.add_error("team", _("Choose an officer or name a team, not both"))

    @property
    def chosen(self) -> tuple[UUID | None, str]:
        """The officer's id and name, or the words for the team."""
        owner = self.cleaned_data["owner"]
        return (UUID(owner), self.names[owner]) if owner else (None, self.cleaned_data["team"])


class AgreeForm(OwnerForm, DeadlineForm):
    """What was found, and what is done about it."""

    finding = forms.CharField(label=_("What was found or is needed?"), widget=_long())
    action = forms.CharField(label=_("What will be done?"), widget=_long())
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
    people_affected = forms.IntegerField(
        label=_("How many people does it affect?"),
        required=False,
        min_value=0,
        max_value=9_999_999,
        help_text=_("Leave it empty if nobody knows."),
    )
    themes = forms.CharField(
        label=_("Themes"),
        required=False,
        max_length=300,
        help_text=_("Like Governance; Payments. Put a semicolon between two."),
    )
    evidence_wanted = forms.CharField(
        label=_("What will show that it is done?"), required=False, widget=_long(2)
    )
    recurrence = forms.ChoiceField(
        label=_("How often does it come round?"),
        choices=[(each.value, each.label) for each in Recurrence],
        initial=Recurrence.ONCE.value,
        help_text=_("When one is closed, the next one is made."),
    )
    partnership = forms.ChoiceField(
        label=_("Do you share it with partners?"),
        required=False,
        help_text=_("What partners may do with it, the terms of the partnership say."),
    )
    field_order = (
        "finding", "action", "owner", "team", "due_on", "due_time", "source", "reference",
        "people_affected", "themes", "evidence_wanted", "recurrence", "partnership",
    )  # fmt: skip

    def __init__(
        self, *args: Any, partnerships: Sequence[tuple[UUID, str]] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        listed = [(str(key), name) for key, name in partnerships]
        self.fields["partnership"].choices = [("", _("With nobody")), *listed]  # type: ignore[attr-defined]
        if not listed:
            del self.fields["partnership"]

    def agreed(self, plan_id: UUID | None = None) -> follow_up.Agreed:
        """The answers as the action takes them."""
        answers = self.cleaned_data
        owner_id, owner_words = self.chosen
        return follow_up.Agreed(
            finding=answers["finding"], action=answers["action"], owner_id=owner_id,
            owner_words=owner_words, due_at=answers["due_at"],
            source=Source(answers["source"]), reference=answers["reference"],
            themes=follow_up.themes_in(answers["themes"]),
            people_affected=answers["people_affected"],
            evidence_wanted=answers["evidence_wanted"],
            recurrence=Recurrence(answers["recurrence"]), plan_id=plan_id,
            partnership_id=UUID(shared) if (shared := answers.get("partnership")) else None,
        )  # fmt: skip


class DoneForm(PlainForm):
    """What shows that something is done."""

    evidence = forms.CharField(
        label=_("What shows that it is done?"), widget=_long(), required=False
    )
    document = forms.FileField(
        label=_("A document that shows it"),
        required=False,
        help_text=_("A letter, a report or minutes. Name no person in need of care in its name."),
    )

    def __init__(self, *args: Any, may_file: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_file:
            del self.fields["document"]


class ReasonForm(PlainForm):
    """A reason in the officer's words."""

    reason = forms.CharField(label=_("Why?"), widget=_long())

    def __init__(self, *args: Any, label: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if label:
            self.fields["reason"].label = label


class DateForm(DeadlineForm):
    """Another moment, and why."""

    reason = forms.CharField(label=_("Why does the date change?"), widget=_long(2))
    field_order = ("due_on", "due_time", "reason")


class HandOverForm(OwnerForm):
    """Who answers for it from now on, and why."""

    reason = forms.CharField(label=_("Why does somebody else answer for it?"), widget=_long(2))
    field_order = ("owner", "team", "reason")
