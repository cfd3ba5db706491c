"""Begins an agreement, ends it, and names what follows it."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from carewright.contract import models
from carewright.contract.actions.reach import (
    WAITING,
    agreement_in_reach,
    move,
    record,
    refuse,
    refuse_if,
)
from carewright.contract.queries.among import within_reach_of
from carewright.contract.queries.facts import facts_of, term_of
from carewright.contract.rules.ending import blockers_to_end_by_hand
from carewright.contract.rules.life_of_an_agreement import OVER, RUNNING, AgreementState
from carewright.decide import api as decide
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.formats import in_london, written_date

MOST_IN_A_ROW = 50


@transaction.atomic(durable=True)
def begin_agreement(
    *, agreement_id: UUID, reason: str = "", by: platform.Officer, at: datetime
) -> None:
    """Care is given under it from now on; before it is signed, that takes a reason."""
    found = agreement_in_reach(agreement_id, by=by, act=Act.WRITE_AGREEMENT)
    begins = written_date(found.starts_on)
    refuse_if(in_london(at).date() < term_of(found).since, f"It begins on {begins}, not before")
    unsigned = found.state != AgreementState.SIGNED.value
    refuse_if(
        unsigned and not reason.strip(),
        f"It is {found.state} and not signed. Say why care begins all the same", "reason",
    )  # fmt: skip
    move(found, AgreementState.LIVE)
    found.begun_early_reason = reason.strip() if unsigned else ""
    found.save(update_fields=["state", "begun_early_reason"])
    record("begin_agreement", found, by=by, at=at, reason=reason)


@transaction.atomic(durable=True)
def decide_to_end(*, agreement_id: UUID, reason: str, by: platform.Officer, at: datetime) -> None:
    """Its end is certain now, and people are being moved to what follows.

    One that has to have an exit plan, or has one, ends by that plan alone.
    """
    found = agreement_in_reach(agreement_id, by=by, act=Act.WRITE_AGREEMENT)
    _refuse_by_hand(found, at)
    make_its_end_certain(found, reason=reason, by=by, at=at)


def make_its_end_certain(
    found: models.Agreement, *, reason: str, by: platform.Officer, at: datetime
) -> None:
    """Brings the agreement, locked, to where people are moved to what follows."""
    refuse_if(not reason.strip(), "Say why it ends", "reason")
    move(found, AgreementState.ENDING)
    found.save(update_fields=["state"])
    record("decide_to_end", found, by=by, at=at, reason=reason)


@transaction.atomic(durable=True)
def abandon_agreement(
    *, agreement_id: UUID, reason: str, by: platform.Officer, at: datetime
) -> None:
    """Nothing comes of what both sides have not signed; it keeps its number and its reason.

    What both have signed and never began is ended as of today instead.
    """
    found = agreement_in_reach(agreement_id, by=by, act=Act.WRITE_AGREEMENT)
    refuse_if(not reason.strip(), "Say why nothing comes of it", "reason")
    waits = found.request_id and decide.state_of(found.request_id, seen_by=by) in WAITING
    refuse_if(waits, "Its approval has been asked for: take the request back first")
    refuse_if(
        found.people_supported, f"{found.people_supported} people are supported under it already"
    )
    move(found, AgreementState.ABANDONED)
    found.over_on, found.over_reason = in_london(at).date(), reason.strip()
    found.save(update_fields=["state", "over_on", "over_reason"])
    record("abandon_agreement", found, by=by, at=at, reason=reason)


@transaction.atomic(durable=True)
def end_agreement(
    *,
    agreement_id: UUID,
    last_day: date,
    reason: str,
    by: platform.Officer,
    at: datetime,
) -> None:
    """It is over from the day after; before the term has run out it is terminated.

    While people are still supported under it, a dated exception has to stand first. One that has to
    have an exit plan, or has one, ends by that plan alone.
    """
    found = agreement_in_reach(agreement_id, by=by, act=Act.WRITE_AGREEMENT)
    _refuse_by_hand(found, at)
    bring_to_an_end(found, last_day=last_day, reason=reason, by=by, at=at)


def bring_to_an_end(
    found: models.Agreement, *, last_day: date, reason: str, by: platform.Officer, at: datetime
) -> None:
    """Ends the agreement, locked, with its last day, if nobody's care would stop."""
    term, today = term_of(found), in_london(at).date()
    refuse_if(not reason.strip(), "Say why it ends", "reason")
    refuse_if(last_day > today, "It is over once its last day has come", "last_day")
    begun = AgreementState(found.state) in RUNNING
    refuse_if(begun and last_day < term.since, "It had not begun on that day", "last_day")
    stands = found.goes_on.filter(ended_on=None).exists()
    refuse_if(
        found.people_supported and not stands,
        f"{found.people_supported} people are supported under it. Record how their care goes on "
        "before it ends",
    )  # fmt: skip
    whole = term.last_day is not None and last_day >= term.last_day
    move(found, AgreementState.ENDED if whole else AgreementState.TERMINATED)
    found.over_on, found.over_reason = last_day, reason.strip()
    found.save(update_fields=["state", "over_on", "over_reason"])
    record("end_agreement", found, by=by, at=at, reason=reason, last_day=last_day.isoformat())


@transaction.atomic(durable=True)
def name_successor(
    *, agreement_id: UUID, successor_id: UUID | None, by: platform.Officer, at: datetime
) -> None:
    """Says which agreement is used in this one's place; None takes the name away."""
    found = agreement_in_reach(agreement_id, by=by, act=Act.WRITE_AGREEMENT)
    follows = None
    if successor_id is not None:
        follows = within_reach_of(by).filter(pk=successor_id).first()
        if follows is None:
            raise platform.NotYours
        refuse_if(AgreementState(follows.state) in OVER, f"{follows} is over itself", "successor")
        refuse_if(_leads_back(follows, found), f"{follows} is followed by this one", "successor")
    found.successor = follows
    found.save(update_fields=["successor"])
    record("name_successor", found, by=by, at=at, successor=str(follows or ""))


def _refuse_by_hand(found: models.Agreement, at: datetime) -> None:
    today = in_london(at).date()
    refuse(blockers_to_end_by_hand(facts_of(found), exit_planned=found.exit_planned, on=today))


def _leads_back(follows: models.Agreement, to: models.Agreement) -> bool:
    """Whether one comes back to where one began, going from successor to successor."""
    here: models.Agreement | None = follows
    for _ in range(MOST_IN_A_ROW):
        if here is None:
            return False
        if here.pk == to.pk:
            return True
        here = here.successor
    return True
