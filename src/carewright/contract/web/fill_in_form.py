"""What is asked of an imported agreement that its file did not say."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.contract import api as contract
from carewright.contract.api import ONE_PERSON, AgreementState, Kind, Regime
from carewright.contract.web.forms import (
    Officers,
    choice,
    day,
    days_of_notice,
    end_of,
    long_text,
    person_of,
    person_reference,
)
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.forms import PoundsField

#: Which of the questions are about what.
QUESTIONS: Final = {
    "starts_on": ("starts_on",), "ends_before": ("last_day", "has_no_end"),
    "value": ("value_pence",), "kind": ("kind",), "regime": ("regime",),
    "notice": ("notice_days", "own_notice_days"), "payment_terms": ("payment_terms",),
    "advance_grounds": ("advance_grounds",), "contact": ("contact",),
    "budget_holder": ("budget_holder",), "data_schedule": ("data_schedule",),
}  # fmt: skip
FIGURES: Final = ("value_pence", "notice_days", "own_notice_days")
FLAGS: Final = ("has_no_end", "data_schedule")
TEXTS: Final = ("payment_terms", "advance_grounds")
NOT_YET: Final = [("", _("Not known yet"))]


def open_facts(found: contract.Agreement) -> frozenset[str]:
    """What can still be said: what the file left open, and whose placement it is."""
    words = found.wording
    is_unnamed = words.kind in ONE_PERSON and words.person_id is None
    nobody = {"person"} if is_unnamed and found.state is not AgreementState.DRAFT else set()
    return frozenset(found.facts.not_in_source & QUESTIONS.keys()) | nobody


class FillInForm(Officers):
    """Only what the file left open is asked."""

    officers = ("contact", "budget_holder")
    starts_on = day(_("First day"), required=False)
    last_day = day(_("Last day"), required=False)
    has_no_end = forms.BooleanField(label=_("It has no end"), required=False)
    value_pence = PoundsField(label=_("Value over the term"), required=False)
    kind = choice(_("What kind of agreement is it?"), Kind, required=False)
    person = person_reference()
    regime = choice(_("Under which rules was it bought?"), Regime, required=False)
    notice_days = days_of_notice(_("Notice that the provider gives, in days"))
    own_notice_days = days_of_notice(_("Notice that we give, in days"))
    payment_terms = long_text(_("Payment terms"))
    advance_grounds = long_text(_("Why is it paid in advance?"), rows=2)
    contact = forms.ChoiceField(label=_("Who looks after it?"), required=False)
    budget_holder = forms.ChoiceField(label=_("Who answers for the budget?"), required=False)
    data_schedule = forms.BooleanField(label=_("Data protection is agreed"), required=False)
    how = long_text(_("How do you know?"), _("The agreement itself, a letter, a person."), rows=2,
                    required=True)  # fmt: skip

    def __init__(self, *args: Any, seen_by: platform.Officer, open_facts: frozenset[str],
                 in_advance: bool, **kwargs: Any) -> None:  # fmt: skip
        super().__init__(*args, colleagues=platform.colleagues(seen_by=seen_by), **kwargs)
        self.seen_by = seen_by
        for fact, names in QUESTIONS.items():
            asked = fact in open_facts and (fact != "advance_grounds" or in_advance)
            for name in names if not asked else ():
                del self.fields[name]
        if not (open_facts & {"kind", "person"} and platform.may(seen_by, Act.SEE_PEOPLE)):
            del self.fields["person"]
        for name in {"kind", "regime"} & set(self.fields):
            field: Any = self.fields[name]
            field.choices = [*NOT_YET, *field.choices]
        if "kind" in self.fields and not platform.may(seen_by, Act.SEE_PEOPLE):
            kinds: Any = self.fields["kind"]
            kinds.choices = [each for each in kinds.choices if each[0] not in ONE_PERSON]

    def clean_person(self) -> UUID | None:
        """The person of exactly this reference."""
        return person_of(self.cleaned_data["person"], seen_by=self.seen_by)

    def clean(self) -> None:
        """An agreement that has no end has no last day."""
        said = self.cleaned_data
        if said.get("has_no_end") and said.get("last_day"):
            self.add_error("last_day", _("Give a last day, or say that it has no end"))

    def filled(self) -> contract.FilledIn:
        """What is known now."""
        said = self.cleaned_data
        known: dict[str, Any] = {
            **{name: said.get(name) for name in ("starts_on", *FIGURES)},
            **{name: bool(said.get(name)) for name in FLAGS},
            **{name: said.get(name) or "" for name in TEXTS},
        }
        return contract.FilledIn(
            **known,
            ends_before=end_of(said.get("last_day")), contact_id=_officer(said, "contact"),
            budget_holder_id=_officer(said, "budget_holder"),
            person_id=said.get("person"), kind=Kind(said["kind"]) if said.get("kind") else None,
            regime=Regime(said["regime"]) if said.get("regime") else None,
        )  # fmt: skip


def _officer(said: dict[str, Any], name: str) -> UUID | None:
    return UUID(said[name]) if said.get(name) else None
