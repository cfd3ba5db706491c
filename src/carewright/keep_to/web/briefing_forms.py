"""What is asked for a briefing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.keep_to.api import Briefing, BriefingWords
from carewright.keep_to.web.forms import long_text
from carewright.platform import api as platform
from carewright.ui.forms import PlainForm


class BriefingForm(PlainForm):
    """What only people know: no record of the agreement holds it."""

    buys = long_text(_("What does it buy, in plain words?"))
    who_for = long_text(_("For whom, and for whom not?"))
    how_to_refer = long_text(_("How does somebody refer a person?"))
    call_in_hours = long_text(_("Whom to call in working hours?"), rows=2)
    call_out_of_hours = long_text(_("Whom to call at any other time?"), rows=2)
    complaint = long_text(
        _("What to do with a complaint?"),
        _("Somebody is unhappy with the care, or with how they were treated."),
    )
    concern = long_text(
        _("What to do with a safeguarding concern?"),
        _("Somebody may be harmed. It is told at once and never waits for a complaint."),
    )
    challenge = long_text(
        _("What to do with a provider’s challenge?"),
        _("A provider disputes how it was chosen, paid or judged."),
    )
    afterwards = long_text(
        _("What comes after it?"), _("Only if no agreement is named that follows it."),
        rows=2, required=False,
    )  # fmt: skip
    teams = forms.MultipleChoiceField(
        label=_("Which teams have to have read it?"), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    why = long_text(_("What is new in this version?"), rows=2)

    def __init__(
        self, *args: Any, teams: Sequence[platform.Team], first: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offered = [(str(each.id), each.name) for each in teams if each.ended_at is None]
        self.fields["teams"].choices = offered  # type: ignore[attr-defined]
        if first:
            del self.fields["why"]

    @staticmethod
    def standing(found: Briefing | None) -> dict[str, Any]:
        """The version that stands, to be written anew."""
        if found is None:
            return {}
        return {**asdict(found.words), "teams": [str(each) for each in found.team_ids]}

    def answers(self) -> dict[str, Any]:
        """The answers by the names that the action has."""
        said = dict(self.cleaned_data)
        teams = [UUID(each) for each in said.pop("teams")]
        why = said.pop("why", "")
        return {"words": BriefingWords(**said), "team_ids": teams, "why": why}
