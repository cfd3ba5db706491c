"""Records who signed for whom on which day; without authority it stands there all the same."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from carewright.contract import models
from carewright.contract.actions.reach import (
    CannotDo,
    agreement_in_reach,
    claimed,
    kept_by,
    move,
    record,
    refuse,
    refuse_if,
)
from carewright.contract.queries.among import placement_of
from carewright.contract.queries.by_the_scheme import is_approved, signatory
from carewright.contract.queries.facts import term_of
from carewright.contract.queries.frameworks import is_in_framework
from carewright.contract.rows import GivenFile
from carewright.contract.rules.life_of_an_agreement import OVER, AgreementState
from carewright.contract.rules.signing import Found
from carewright.contract.rules.terms import scheme_pence
from carewright.contract.rules.words import Authority, Side
from carewright.decide import api as decide
from carewright.decide.api import RequestState
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker
from carewright.ui.formats import in_london

BEFORE_SIGNATURE = frozenset({AgreementState.DRAFT, AgreementState.APPROVED})
NOT_OURS = Found(Authority.NOT_OURS, "The party's own rules say who may sign for it")


@transaction.atomic(durable=True)
def record_signature(
    *,
    agreement_id: UUID,
    party_id: UUID,
    signed_on: date,
    officer_id: UUID | None = None,
    name: str = "",
    job_title: str = "",
    reason: str = "",
    document: GivenFile | None = None,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Writes a signature down: of an officer for the organisation, of a name for a provider.

    The officer's authority is that of the scheme of delegation in force on the day of signing, at
    the value and term of the agreement, with the approval that the scheme wants. Once both sides
    have signed, the agreement is signed. Nobody signs for the organisation what was approved and
    may not be carried out yet, as it is held or members may still call it in.
    """
    once = claimed(intent, Act.RECORD_SIGNATURE, by=by, at=at)
    if once.done:
        return UUID(once.result)
    found = agreement_in_reach(agreement_id, by=by, act=Act.RECORD_SIGNATURE)
    refuse_if(AgreementState(found.state) in OVER, "The agreement is over")
    refuse_if(signed_on > in_london(at).date(), "A signature is recorded once it is given",
              "signed_on")  # fmt: skip
    party = _party(found, party_id)
    if party.side == Side.BUYER.value:
        _refuse_what_waits(found, by, at)
        signature = _ours(found, party, officer_id, signed_on, by)
    else:
        refuse_if(not name.strip(), "Say who signed", "name")
        signature = _signature(found, party, name.strip(), job_title.strip(), signed_on, NOT_OURS)
    refuse_if(
        signature.authority == Authority.LACKED.value and not reason.strip(),
        f"{signature.authority_says}. Say why they signed all the same", "reason",
    )  # fmt: skip
    signature.reason = reason.strip()
    signature.document_id = _kept(document, found, by, at) if document else None
    signature.recorded_by_name, signature.recorded_at = by.name, at
    with kept_by("signature_of_an_officer_stands_once", "They have signed it already"):
        signature.save()
    _follow(found)
    record(
        Act.RECORD_SIGNATURE, found, by=by, at=at, reason=reason, party=party.name,
        signed_on=signed_on.isoformat(), authority=signature.authority, signature=str(signature.pk),
    )  # fmt: skip
    once.keep(signature.pk)
    return signature.pk


def _party(found: models.Agreement, party_id: UUID) -> models.Party:
    party = found.parties.filter(pk=party_id).first()
    if party is None:
        raise platform.NotYours
    refuse_if(party.left_on, f"{party.name} is a party no more", "party")
    return party


def _refuse_what_waits(found: models.Agreement, by: platform.Officer, at: datetime) -> None:
    """What may be called in, or was set aside since, is not carried out by a signature."""
    if found.request_id is None:
        return
    approval = decide.approval(found.request_id, seen_by=by)
    if approval.state in {RequestState.APPROVED, RequestState.SET_ASIDE}:
        refuse([Blocker("", each.says) for each in approval.blockers_to_carry_out(at)])


def _kept(document: GivenFile, found: models.Agreement, by: platform.Officer, at: datetime) -> UUID:
    """The signed copy, judged before it is kept; that of one person's placement is not for all."""
    try:
        return platform.keep_given(
            name=document.name, content=document.content,
            retention=platform.Retention.SEVEN_YEARS,
            placement_id=placement_of(found), by=by, at=at,
        ).id  # fmt: skip
    except platform.CannotKeep as refused:
        raise CannotDo([Blocker("document", str(refused))]) from None


def _ours(
    found: models.Agreement, party: models.Party, officer_id: UUID | None, signed_on: date,
    by: platform.Officer,
) -> models.Signature:  # fmt: skip
    """One of the organisation's officers signed: what could they sign on that day?"""
    if officer_id is None:
        raise CannotDo([Blocker("officer", "Say which officer signed")])
    term = term_of(found)
    ours = signatory(
        officer_id, annual_pence=scheme_pence(found.value_pence or 0, term),
        term_months=term.months, in_framework=is_in_framework(found),
        approved=is_approved(found.request_id, seen_by=by, by_day=signed_on),
        signed_on=signed_on, by=by,
    )  # fmt: skip
    if not found.signatures.filter(party=party).exists():
        found.signatures_wanted = ours.signatures_wanted
        found.save(update_fields=["signatures_wanted"])
    signature = _signature(found, party, ours.name, ours.job_title, signed_on, ours.said)
    signature.officer_id = officer_id
    return signature


def _signature(
    found: models.Agreement, party: models.Party, name: str, job_title: str, signed_on: date,
    said: Found,
) -> models.Signature:  # fmt: skip
    return models.Signature(
        organisation_id=found.organisation_id, agreement=found, party=party, name=name,
        job_title=job_title, signed_on=signed_on, authority=said.authority.value,
        authority_says=said.says,
    )  # fmt: skip


def _follow(found: models.Agreement) -> None:
    """Both sides have signed, as often as the scheme wants: now it is signed."""
    signed = list(found.signatures.values_list("party__side", flat=True))
    ours = signed.count(Side.BUYER.value)
    whole = ours >= found.signatures_wanted and Side.PROVIDER.value in signed
    if whole and AgreementState(found.state) in BEFORE_SIGNATURE:
        move(found, AgreementState.SIGNED)
        found.save(update_fields=["state"])
