"""Asks for the approval of an agreement, takes it over, and takes an approved one back."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from carewright.contract import models
from carewright.contract.actions.reach import (
    AGREEMENT,
    WAITING,
    CannotDo,
    agreement_in_reach,
    claimed,
    kept_by,
    move,
    record,
    refuse_if,
    refuse_own,
    said_by_decide,
)
from carewright.contract.queries.by_the_scheme import is_approved
from carewright.contract.queries.facts import term_of
from carewright.contract.queries.frameworks import is_in_framework
from carewright.contract.rules.hands import authors
from carewright.contract.rules.life_of_an_agreement import AgreementState
from carewright.contract.rules.signing import act_of
from carewright.contract.rules.terms import scheme_pence
from carewright.contract.rules.words import ONE_PERSON, Kind
from carewright.decide import api as decide
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker

TAKEN_BACK = "The agreement was taken back to a draft"


@transaction.atomic(durable=True)
def ask_for_approval(
    *,
    agreement_id: UUID,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Asks for the approval that the scheme of delegation wants at this value; its id."""
    once = claimed(intent, Act.WRITE_AGREEMENT, by=by, at=at)
    if once.done:
        return UUID(once.result)
    found = agreement_in_reach(agreement_id, by=by, act=Act.WRITE_AGREEMENT)
    refuse_if(
        found.state != AgreementState.DRAFT.value, f"{found} is no draft: it needs no approval now"
    )
    refuse_if(found.value_pence is None, "Say what it is worth: who decides depends on it")
    if found.request_id:
        state = decide.state_of(found.request_id, seen_by=by)
        refuse_if(state in WAITING, "The approval has been asked for and is not decided yet")
    with said_by_decide():
        found.request_id = _asked(found, by, at)
    found.save(update_fields=["request_id"])
    record("ask_for_approval", found, by=by, at=at, request=str(found.request_id))
    once.keep(found.request_id)
    return found.request_id


@transaction.atomic(durable=True)
def take_over_approval(*, agreement_id: UUID, by: platform.Officer, at: datetime) -> None:
    """Marks the draft as approved, once everybody whom the scheme names has approved it."""
    found = agreement_in_reach(agreement_id, by=by, act=Act.WRITE_AGREEMENT)
    refuse_if(not is_approved(found.request_id, seen_by=by), "Nobody has approved it yet")
    move(found, AgreementState.APPROVED)
    found.save(update_fields=["state"])
    record("take_over_approval", found, by=by, at=at, request=str(found.request_id))


@transaction.atomic(durable=True)
def ask_to_take_back(
    *, agreement_id: UUID, reason: str, by: platform.Officer, at: datetime
) -> UUID:
    """Asks a second person to take an approved agreement back, before anybody has signed it."""
    found = agreement_in_reach(agreement_id, by=by, act=Act.WRITE_AGREEMENT)
    _refuse_signed(found)
    refuse_if(found.state != AgreementState.APPROVED.value, f"{found} is not approved")
    refuse_if(not reason.strip(), "Say why it is taken back", "reason")
    with kept_by("reversal_is_asked_for_once", "Somebody has asked for this already"):
        asked = models.Reversal.objects.create(
            organisation_id=found.organisation_id, agreement=found, reason=reason.strip(),
            asked_by_account=by.account_id, asked_by_name=by.name, asked_at=at,
        )  # fmt: skip
    record("ask_to_take_back", found, by=by, at=at, reason=reason)
    return asked.pk


@transaction.atomic(durable=True)
def confirm_taking_back(*, agreement_id: UUID, by: platform.Officer, at: datetime) -> None:
    """A second person makes it a draft again; its approval is asked for anew."""
    found = agreement_in_reach(agreement_id, by=by, act=Act.WRITE_AGREEMENT)
    asked = _asked_back(found)
    refuse_own(asked_by=asked.asked_by_account, by=by, at=at)
    _refuse_signed(found)
    move(found, AgreementState.DRAFT)
    found.request_id = None
    found.save(update_fields=["state", "request_id"])
    asked.confirmed_by_account, asked.confirmed_by_name = by.account_id, by.name
    asked.confirmed_at = at
    asked.save(update_fields=["confirmed_by_account", "confirmed_by_name", "confirmed_at"])
    record("confirm_taking_back", found, by=by, at=at, reason=asked.reason)


@transaction.atomic(durable=True)
def keep_approved(*, agreement_id: UUID, reason: str, by: platform.Officer, at: datetime) -> None:
    """It is not taken back after all: whoever asked thought better of it, or nobody confirmed."""
    found = agreement_in_reach(agreement_id, by=by, act=Act.WRITE_AGREEMENT)
    asked = _asked_back(found)
    refuse_if(not reason.strip(), "Say why it stays as it was approved", "reason")
    asked.withdrawn_at, asked.withdrawn_by_name = at, by.name
    asked.withdrawn_why = reason.strip()
    asked.save(update_fields=["withdrawn_at", "withdrawn_by_name", "withdrawn_why"])
    record("keep_approved", found, by=by, at=at, reason=reason)


def _asked_back(found: models.Agreement) -> models.Reversal:
    asked = found.reversals.filter(confirmed_at=None, withdrawn_at=None).first()
    if asked is None:
        raise CannotDo([Blocker("", "Nobody has asked to take it back")])
    return asked


def _refuse_signed(found: models.Agreement) -> None:
    refuse_if(
        found.signatures.exists(), "It has been signed: from here on it is varied or terminated"
    )


def _asked(found: models.Agreement, by: platform.Officer, at: datetime) -> UUID:
    term, kind = term_of(found), Kind(found.kind)
    # Notices carry the title, so that of one person's placement says only its kind.
    title = kind.label if kind in ONE_PERSON else found.title
    return decide.request_approval(
        subject_kind=AGREEMENT, subject_id=found.pk, title=f"{found} {title}",
        link=reverse("contract:agreement", args=[found.pk]), act=act_of(kind),
        annual_value_pence=scheme_pence(found.value_pence or 0, term), term_months=term.months,
        in_framework=is_in_framework(found), people_affected=found.people_supported,
        author_account_ids=authors(found.written_by_account, found.touched_by_accounts),
        by=by, at=at,
    )  # fmt: skip
