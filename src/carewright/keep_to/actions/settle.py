"""Says what became of something that is owed: done with evidence, not needed, handed on."""

from __future__ import annotations

from datetime import date, datetime
from typing import BinaryIO, Final
from uuid import UUID

from django.db import transaction

from carewright.contract import api as contract
from carewright.keep_to import models
from carewright.keep_to.actions.expect_accounts import tell_statement
from carewright.keep_to.actions.reach import Refused, obligation_in_reach, refuse_if, remember
from carewright.keep_to.queries.kept import kept_row
from carewright.keep_to.rules.carrying_over import open_state
from carewright.keep_to.rules.life_of_a_duty import (
    CLOSED,
    MOVES,
    SETTLED,
    ChangeKind,
    DutyState,
)
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker
from carewright.ui.formats import in_london, written_date

SETTLING: Final = (
    "state", "settled_on", "settled_words", "document_id", "settled_by_name", "settled_at",
)  # fmt: skip


@transaction.atomic(durable=True)
def mark_done(
    *,
    obligation_id: UUID,
    done_on: date,
    evidence: str = "",
    document: tuple[str, BinaryIO] | None = None,
    by: platform.Officer,
    at: datetime,
) -> None:
    """It was done on a day; what shows it is a file, given as its name and bytes, or words."""
    found = obligation_in_reach(obligation_id, by=by)
    refuse_if(done_on > in_london(at).date(), "It was done today or before", "done_on")
    refuse_if(
        not evidence.strip() and document is None,
        "Say what shows it, or give a document", "evidence",
    )  # fmt: skip
    placement_id = contract.placement_of(found.agreement)
    document_id = kept_document(document, placement_id, by, at) if document else None
    settle_as_done(found, evidence, done_on, document_id, by=by, at=at)
    tell_statement(found, came_on=done_on, document_id=document_id)


def settle_as_done(
    found: models.Obligation, evidence: str, on: date, document_id: UUID | None, *,
    by: platform.Officer, at: datetime,
) -> None:  # fmt: skip
    """Marks the obligation, locked, as done, within the transaction of whoever calls."""
    _settle(found, DutyState.DONE, evidence, on, document_id, by=by, at=at)
    said = evidence.strip() or "A document shows it"
    remember(found, ChangeKind.DONE, f"On {written_date(on)}. {said}", by=by, at=at)


@transaction.atomic(durable=True)
def mark_not_needed(
    *, obligation_id: UUID, reason: str, by: platform.Officer, at: datetime
) -> None:
    """It need not be done, and why: what the rules cannot know."""
    found = obligation_in_reach(obligation_id, by=by)
    refuse_if(not reason.strip(), "Say why it is not needed", "reason")
    _settle(found, DutyState.NOT_NEEDED, reason, in_london(at).date(), None, by=by, at=at)
    remember(found, ChangeKind.NOT_NEEDED, reason.strip(), by=by, at=at)


@transaction.atomic(durable=True)
def take_back(*, obligation_id: UUID, reason: str, by: platform.Officer, at: datetime) -> None:
    """It was not done after all; what was said of it stays in its history."""
    found = obligation_in_reach(obligation_id, by=by)
    refuse_if(DutyState(found.state) not in SETTLED, "Nobody has said that it is settled")
    refuse_if(not reason.strip(), "Say why it is to be done after all", "reason")
    refuse_if(_asked_again(found), "It is asked again already, for another day")
    move(found, _as_open(found))
    found.settled_on, found.settled_at = None, None
    found.settled_words, found.settled_by_name, found.document_id = "", "", None
    found.save(update_fields=SETTLING)
    tell_statement(found, came_on=None)
    remember(found, ChangeKind.TAKEN_BACK, reason.strip(), by=by, at=at)


@transaction.atomic(durable=True)
def hand_on(
    *, obligation_id: UUID, owner_id: UUID, reason: str, by: platform.Officer, at: datetime
) -> None:
    """Somebody else of the organisation sees to it from now on, whoever keeps the agreement."""
    found = obligation_in_reach(obligation_id, by=by)
    refuse_if(DutyState(found.state) in SETTLED, "It is settled already")
    refuse_if(not reason.strip(), "Say why it is handed on", "reason")
    try:
        owner = platform.enrolled_officer(owner_id, seen_by=by)
    except platform.NotFound:
        raise platform.NotYours from None
    found.owner_id, found.handed_on, found.told_for = owner_id, True, None
    found.save(update_fields=["owner", "handed_on", "told_for"])
    said = f"To {owner.name}. {reason.strip()}"
    remember(found, ChangeKind.HANDED_ON, said, by=by, at=at)


def _settle(
    found: models.Obligation,
    to: DutyState,
    words: str,
    on: date,
    document_id: UUID | None,
    *,
    by: platform.Officer,
    at: datetime,
) -> None:
    move(found, to)
    found.settled_on, found.settled_at = on, at
    found.settled_words, found.settled_by_name = words.strip(), by.name
    found.document_id = document_id
    found.save(update_fields=SETTLING)


def move(found: models.Obligation, to: DutyState) -> None:
    """Brings it where its present state lets it go; nothing else that a person does sets it."""
    state = DutyState(found.state)
    refuse_if(to not in MOVES[state], CLOSED.get(state, "It is to be done still"))
    found.state = to.value


def _as_open(found: models.Obligation) -> DutyState:
    """Still to do, unless its day had passed before the agreement was written down here."""
    kept_since = in_london(found.agreement.written_at).date()
    return open_state(kept_row(found).said, kept_since)


def _asked_again(found: models.Obligation) -> bool:
    same = models.Obligation.objects.for_organisation(found.organisation_id).filter(
        agreement_id=found.agreement_id, rule=found.rule, nth=found.nth
    )
    return same.exclude(state__in=[state.value for state in SETTLED]).exists()


def kept_document(
    document: tuple[str, BinaryIO], placement_id: UUID | None, by: platform.Officer, at: datetime
) -> UUID:
    """Files what shows something, given as its name and bytes, or as a placement's; its id."""
    platform.require(by, Act.FILE_DOCUMENT)
    name, content = document
    try:
        return platform.keep_given(
            name=name,
            content=content,
            retention=platform.Retention.SEVEN_YEARS,
            placement_id=placement_id,
            by=by,
            at=at,
        ).id
    except platform.CannotKeep as refused:
        raise Refused([Blocker("document", str(refused))]) from None
