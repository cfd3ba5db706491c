"""What becomes of a decision that is in force: corrected by a new version, or set aside by two."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db import transaction

from carewright.decide import api as decide
from carewright.plan.actions.reach import (
    claimed,
    decision_in_reach,
    move,
    record,
    refuse_if,
)
from carewright.plan.models import Advice, Ending, Evidence, Judgement, SourcingDecision, Weighed
from carewright.plan.rules.life import DecisionState
from carewright.platform import api as platform
from carewright.platform.api import Act, SharedKind

#: What a new version takes over from the one that it is to replace.
COPIED: Final = (
    "nation", "title", "services", "areas", "care_groups", "starts_on", "term_months",
    "annual_pence", "people_supported", "is_new", "needs", "views", "alternatives", "rules_allow",
    "ground", "ground_words", "ground_source", "ground_verified", "ground_why", "chosen", "answer",
    "number", "organisation_id",
)  # fmt: skip
PARTS: Final[tuple[Any, ...]] = (Ending, Evidence, Weighed, Judgement, Advice)


@transaction.atomic(durable=True)
def correct_decision(
    *,
    decision_id: UUID,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Begins the next version with all that stands in this one; its id.

    The day to look again is asked anew. Until the new version is approved this one counts.
    """
    once = claimed(intent, Act.SEND_SOURCING, by=by, at=at)
    if once.done:
        return UUID(once.result)
    found = decision_in_reach(decision_id, by=by)
    refuse_if(found.state != DecisionState.DECIDED.value, "Only a decision in force is corrected")
    own = SourcingDecision.objects.for_organisation(found.organisation_id)
    numbered = own.filter(number=found.number)
    drafted = numbered.filter(state=DecisionState.DRAFT.value).exists()
    refuse_if(drafted, "A later version is being written already")
    last = max(numbered.values_list("version", flat=True))
    new = SourcingDecision.objects.create(
        **{name: getattr(found, name) for name in COPIED}, version=last + 1, replaces=found,
        partnership_id=_still_shared(found, by),
        written_by_account=by.account_id, written_by_name=by.name, written_at=at, changed_at=at,
    )  # fmt: skip
    _copy_parts(found, new)
    record("correct_sourcing", new, by=by, at=at, corrects=str(found.pk))
    once.keep(new.pk)
    return new.pk


@transaction.atomic(durable=True)
def ask_to_set_aside(*, decision_id: UUID, reason: str, by: platform.Officer, at: datetime) -> None:
    """Asks a second person to set a decision aside that is in force."""
    found = _in_force(decision_id, by)
    refuse_if(found.aside_asked_by_account, "Somebody has asked for this already")
    refuse_if(not reason.strip(), "Say why it is set aside", "reason")
    _ask(found, by.account_id, by.name, reason.strip())
    record("ask_to_set_sourcing_aside", found, by=by, at=at, reason=reason)


@transaction.atomic(durable=True)
def confirm_setting_aside(*, decision_id: UUID, by: platform.Officer, at: datetime) -> None:
    """A second person confirms; from then on nothing is done on it."""
    found = _in_force(decision_id, by)
    asked_by = found.aside_asked_by_account
    refuse_if(asked_by is None, "Nobody has asked to set it aside")
    says = decide.why_no_second_person(asked_by, by=by, at=at)
    refuse_if(says, says)
    move(found, DecisionState.SET_ASIDE)
    found.ended_at, found.ended_by_name, found.ended_why = at, by.name, found.aside_why
    found.save(update_fields=["state", "ended_at", "ended_by_name", "ended_why"])
    record("set_sourcing_aside", found, by=by, at=at, reason=found.aside_why,
           asked_by=found.aside_asked_by_name)  # fmt: skip


@transaction.atomic(durable=True)
def keep_decision(*, decision_id: UUID, reason: str, by: platform.Officer, at: datetime) -> None:
    """It is not set aside after all."""
    found = _in_force(decision_id, by)
    refuse_if(found.aside_asked_by_account is None, "Nobody has asked to set it aside")
    refuse_if(not reason.strip(), "Say why it stands", "reason")
    _ask(found, None, "", "")
    record("keep_sourcing", found, by=by, at=at, reason=reason)


@transaction.atomic(durable=True)
def share_decision(
    *, decision_id: UUID, partnership_id: UUID | None, by: platform.Officer, at: datetime
) -> None:
    """Puts it into a partnership that shares decisions, or with None shows it to nobody else."""
    found = decision_in_reach(decision_id, by=by, act=Act.SHARE_SOURCING)
    if partnership_id and partnership_id not in by.partnerships_sharing(SharedKind.SOURCING):
        raise platform.NotYours
    was, found.partnership_id = found.partnership_id, partnership_id
    found.save(update_fields=["partnership_id"])
    record(
        Act.SHARE_SOURCING, found, by=by, at=at, was=str(was or ""),
        partnership=str(partnership_id or ""),
    )  # fmt: skip


def _in_force(decision_id: UUID, by: platform.Officer) -> SourcingDecision:
    found = decision_in_reach(decision_id, by=by)
    state = DecisionState(found.state)
    refuse_if(state is not DecisionState.DECIDED, f"{found} is {state.label.lower()}")
    return found


def _ask(found: SourcingDecision, account_id: UUID | None, name: str, why: str) -> None:
    found.aside_asked_by_account, found.aside_asked_by_name = account_id, name
    found.aside_why = why
    found.save(update_fields=["aside_asked_by_account", "aside_asked_by_name", "aside_why"])


def _still_shared(found: SourcingDecision, by: platform.Officer) -> UUID | None:
    """A partnership that has ended shares no new version."""
    joint = by.partnerships_sharing(SharedKind.SOURCING)
    return found.partnership_id if found.partnership_id in joint else None


def _copy_parts(found: SourcingDecision, new: SourcingDecision) -> None:
    for part in PARTS:
        for each in part.objects.filter(decision=found):
            each.pk, each.decision = part._meta.pk.get_default(), new
            each.save(force_insert=True)
