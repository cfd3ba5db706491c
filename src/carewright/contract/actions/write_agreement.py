"""Writes an agreement down, and changes its words while it is a draft."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from carewright.contract import models, rows
from carewright.contract.actions.reach import (
    agreement_in_reach,
    claimed,
    record,
    refuse,
    refuse_closed_words,
    touch,
    wait_ones_turn,
)
from carewright.contract.queries.facts import term_of
from carewright.contract.rules.words import ONE_PERSON, Side
from carewright.contract.rules.writing import blockers_to_outgrow, blockers_to_words
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.register import api as register


@transaction.atomic(durable=True)
def write_agreement(
    *,
    wording: rows.Wording,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Begins the draft of an agreement, with the organisation as its buyer; its id."""
    once = claimed(intent, Act.WRITE_AGREEMENT, by=by, at=at)
    if once.done:
        return UUID(once.result)
    _refuse(wording, by)
    wait_ones_turn(by.organisation.id)
    own = models.Agreement.objects.for_organisation(by.organisation.id)
    number = (own.aggregate(last=Max("number"))["last"] or 0) + 1
    found = models.Agreement(
        organisation_id=by.organisation.id, number=number, written_by_name=by.name,
        written_by_account=by.account_id, written_at=at, touched_by_accounts=[by.account_id],
    )  # fmt: skip
    _take_over(found, wording)
    found.save()
    models.Party.objects.create(
        organisation_id=found.organisation_id, agreement=found, side=Side.BUYER.value,
        name=by.organisation.name,
    )  # fmt: skip
    record(Act.WRITE_AGREEMENT, found, by=by, at=at, kind=wording.kind.value)
    once.keep(found.pk)
    return found.pk


@transaction.atomic(durable=True)
def change_words(
    *, agreement_id: UUID, wording: rows.Wording, by: platform.Officer, at: datetime
) -> None:
    """Puts other words in a draft's place, unless somebody has been asked to approve these."""
    found = agreement_in_reach(agreement_id, by=by, act=Act.WRITE_AGREEMENT)
    refuse_closed_words(found, by)
    _refuse(wording, by)
    if found.exemption_ends_before:
        refuse(blockers_to_outgrow(
            term_of(found), found.value_pence, term=wording.term, value_pence=wording.value_pence
        ))  # fmt: skip
    changed = _take_over(found, wording)
    found.save()
    touch(found, by)
    record("change_words", found, by=by, at=at, changed=changed)


def _refuse(wording: rows.Wording, by: platform.Officer) -> None:
    """Stops what the rules refuse, and what names somebody who is not the organisation's own."""
    if wording.kind in ONE_PERSON:
        platform.require(by, Act.SEE_PEOPLE)
    refuse(blockers_to_words(
        title=wording.title, kind=wording.kind, term=wording.term,
        names_person=wording.person_id is not None, in_advance=wording.paid_in_advance,
        grounds=wording.advance_grounds,
        begins_unknown="starts_on" in wording.not_in_source,
    ))  # fmt: skip
    if wording.person_id:
        require_person(wording.person_id, by)
    for officer_id in filter(None, (wording.contact_id, wording.budget_holder_id)):
        require_colleague(officer_id, by)


def require_person(person_id: UUID, by: platform.Officer) -> None:
    """Stops what names a person of another organisation."""
    try:
        register.person_reference(person_id, seen_by=by)
    except platform.NotFound:
        raise platform.NotYours from None


def require_colleague(officer_id: UUID, by: platform.Officer) -> None:
    """Stops what names somebody who is not the organisation's own."""
    try:
        platform.enrolled_officer(officer_id, seen_by=by)
    except platform.NotFound:
        raise platform.NotYours from None


def _take_over(found: models.Agreement, wording: rows.Wording) -> list[str]:
    """Writes the words into the row; which of them are other than before."""
    changed = []
    for name, value in asdict(wording).items():
        kept = value.strip() if isinstance(value, str) else value
        kept = list(kept) if isinstance(kept, tuple) else kept
        if getattr(found, name) != kept:
            changed.append(name)
            setattr(found, name, kept)
    return sorted(changed)
