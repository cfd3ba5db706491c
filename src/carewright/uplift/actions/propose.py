"""Proposes a round, and changes what is proposed until somebody has read it a second time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from carewright.contract import api as contract
from carewright.contract.api import blockers_to_unit_price
from carewright.decide import api as decide
from carewright.decide.api import RequestState
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.uplift import models
from carewright.uplift.actions.keep_draft import end_draft
from carewright.uplift.actions.reach import (
    claimed,
    move,
    record,
    refuse,
    refuse_if,
    round_in_reach,
    said_by_decide,
    touch,
    wait_ones_turn,
)
from carewright.uplift.queries.lines import sees_placements
from carewright.uplift.rules.life_of_a_round import OPEN_TO_CHANGE, RoundState
from carewright.uplift.rules.proposing import blockers_to_agree, blockers_to_propose
from carewright.uplift.rules.round_rule import RoundRule, SetApart, as_plain, from_plain
from carewright.uplift.rules.words import ReadState
from carewright_engine.costing.price_lines import Basis
from carewright_engine.costing.uplift import AgreedPrice
from carewright_engine.values.money import Pence


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a round is to do and why; pence in the year that begins on its day."""

    reason: str
    effective_on: date
    rule: RoundRule
    budget_pence: int | None = None
    growth_pence: int = 0
    savings_pence: int = 0
    answer_by: date | None = None
    asked: str = ""  # what providers are asked to show


@transaction.atomic(durable=True)
def propose_round(
    *,
    proposal: Proposal,
    draft_id: UUID | None = None,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Writes a round down under the next number of the organisation; its id.

    The draft in which it was written ends with it.
    """
    once = claimed(intent, Act.PROPOSE_UPLIFT, by=by, at=at)
    if once.done:
        return UUID(once.result)
    refuse(blockers_to_propose(proposal.reason, proposal.effective_on, proposal.rule))
    hands = _hands_of(draft_id, by, at)
    wait_ones_turn(by.organisation.id)
    own = models.UpliftRound.objects.for_organisation(by.organisation.id)
    found = models.UpliftRound(
        organisation_id=by.organisation.id, proposed_by_name=by.name, proposed_at=at,
        number=(own.aggregate(last=Max("number"))["last"] or 0) + 1,
        touched_by_accounts=sorted({*hands, by.account_id}),
    )  # fmt: skip
    _take_over(found, proposal)
    found.save()
    record(Act.PROPOSE_UPLIFT, found, by=by, at=at, reason=proposal.reason, rule=found.rule,
           effective_on=proposal.effective_on.isoformat())  # fmt: skip
    once.keep(found.pk)
    return found.pk


@transaction.atomic(durable=True)
def change_proposal(
    *,
    round_id: UUID,
    proposal: Proposal,
    draft_id: UUID | None = None,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Puts other words and another rule in the place of those that stand."""
    if claimed(intent, Act.PROPOSE_UPLIFT, by=by, at=at).done:
        return
    found = _open_to_change(round_id, by)
    refuse(blockers_to_propose(proposal.reason, proposal.effective_on, proposal.rule))
    # What was agreed for single lines and agreements stays until it is taken out there.
    standing = from_plain(found.rule)
    kept = replace(proposal.rule, agreed=standing.agreed, set_apart=standing.set_apart)
    _take_over(found, replace(proposal, rule=kept))
    hands = _hands_of(draft_id, by, at)
    found.touched_by_accounts = sorted({*found.touched_by_accounts, *hands})
    _back_to_its_proposal(found, by)
    record("change_proposal", found, by=by, at=at, reason=proposal.reason, rule=found.rule)


@transaction.atomic(durable=True)
def agree_price(
    *,
    round_id: UUID,
    line_id: UUID,
    pence: int,
    source: str,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Sets the price of one line outside the formulas, such as to raise it to its floor.

    Every such price is worked out by the second reader, so a round holds no more than they can.
    """
    if claimed(intent, Act.PROPOSE_UPLIFT, by=by, at=at).done:
        return
    found = _open_to_change(round_id, by)
    refuse_if(not source.strip(), "Say who agreed it, and why", "source")
    refuse(blockers_to_unit_price(pence, "pence"))
    standing = _lines_in_reach(line_id, by)
    rule = from_plain(found.rule)
    agreed = {**rule.agreed, line_id: AgreedPrice(Pence(pence), source.strip())}
    rule = replace(rule, agreed=agreed)
    refuse(blockers_to_agree(rule))
    found.rule = as_plain(rule)
    _back_to_its_proposal(found, by)
    record("agree_price", found, by=by, at=at, reason=source, line=str(line_id), pence=pence,
           agreement=standing[0].agreement)  # fmt: skip


@transaction.atomic(durable=True)
def set_apart(
    *,
    round_id: UUID,
    agreement: str,
    basis: Basis,
    why: str,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Leaves an agreement out whose prices the contract fixes, or a national settlement sets."""
    if claimed(intent, Act.PROPOSE_UPLIFT, by=by, at=at).done:
        return
    found = _open_to_change(round_id, by)
    refuse_if(not agreement.strip(), "Name the agreement, like C-0417", "agreement")
    refuse_if(not why.strip(), "Say where that is agreed", "why")
    rule = from_plain(found.rule)
    apart = {**rule.set_apart, agreement.strip().upper(): SetApart(basis, why.strip())}
    found.rule = as_plain(replace(rule, set_apart=apart))
    _back_to_its_proposal(found, by)
    record("set_apart", found, by=by, at=at, reason=why, agreement=agreement, basis=basis.value)


@transaction.atomic(durable=True)
def open_again(
    *,
    round_id: UUID,
    reason: str,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Sends a round that was read or approved back to its proposal: all of it is done anew."""
    if claimed(intent, Act.PROPOSE_UPLIFT, by=by, at=at).done:
        return
    found = round_in_reach(round_id, by=by, act=Act.PROPOSE_UPLIFT)
    refuse_if(not reason.strip(), "Say why it is opened again", "reason")
    touch(found, by)
    _end_the_request(found, reason, by, at)
    found.checked_by_accounts, found.approved_by_accounts = [], []
    found.checked_at = None
    _back_to_its_proposal(found, by)
    record("open_again", found, by=by, at=at, reason=reason)


@transaction.atomic(durable=True)
def withdraw_round(
    *,
    round_id: UUID,
    reason: str,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Gives the round up before it is applied; it stays to be read, and nobody reads it for us."""
    if claimed(intent, Act.PROPOSE_UPLIFT, by=by, at=at).done:
        return
    found = round_in_reach(round_id, by=by, act=Act.PROPOSE_UPLIFT)
    refuse_if(not reason.strip(), "Say why it is withdrawn", "reason")
    _end_the_request(found, reason, by, at)
    found.readings.filter(answered_at=None).update(
        state=ReadState.CALLED_OFF.value, words=reason.strip(), answered_at=at
    )
    move(found, RoundState.WITHDRAWN)
    found.ended_at, found.ended_reason = at, reason.strip()
    found.save(update_fields=["state", "request_id", "ended_at", "ended_reason"])
    record("withdraw_round", found, by=by, at=at, reason=reason)


def _open_to_change(round_id: UUID, by: platform.Officer) -> models.UpliftRound:
    found = round_in_reach(round_id, by=by, act=Act.PROPOSE_UPLIFT)
    state = RoundState(found.state)
    refuse_if(
        state not in OPEN_TO_CHANGE,
        f"{found} is {state.label.lower()}: open it again before it is changed",
    )
    return found


def _hands_of(draft_id: UUID | None, by: platform.Officer, at: datetime) -> frozenset[UUID]:
    """Whoever typed in the draft that ends with the proposal has had a hand in the round."""
    return frozenset() if draft_id is None else end_draft(draft_id, by=by, at=at)


def _lines_in_reach(line_id: UUID, by: platform.Officer) -> tuple[contract.PricedLine, ...]:
    """The line as it stands; one person's only for those who may see people."""
    standing = contract.priced_lines_of([line_id], seen_by=by)
    hidden = any(each.is_for_one_person for each in standing) and not sees_placements(by)
    if not standing or hidden:
        raise platform.NotYours
    return standing


def _back_to_its_proposal(found: models.UpliftRound, by: platform.Officer) -> None:
    """Whatever was previewed no longer counts; it is previewed anew."""
    waiting = found.readings.filter(answered_at=None)
    refuse_if(waiting.exists(), "A second reader is at it: wait, or ask them no longer to read it")
    touch(found, by)
    if found.state != RoundState.PROPOSED.value:
        move(found, RoundState.PROPOSED)
    found.save()


def _take_over(found: models.UpliftRound, proposal: Proposal) -> None:
    found.reason, found.effective_on = proposal.reason.strip(), proposal.effective_on
    found.rule = as_plain(proposal.rule)
    found.budget_pence = proposal.budget_pence
    found.growth_pence, found.savings_pence = proposal.growth_pence, proposal.savings_pence
    found.answer_by, found.asked = proposal.answer_by, proposal.asked.strip()


def _end_the_request(
    found: models.UpliftRound, reason: str, by: platform.Officer, at: datetime
) -> None:
    """A request that still waits is taken back by whoever asked."""
    if found.request_id is None:
        return
    state = decide.state_of(found.request_id, seen_by=by)
    with said_by_decide():
        if state is RequestState.REQUESTED:
            decide.withdraw_request(request_id=found.request_id, reason=reason, by=by, at=at)
        elif state is RequestState.RETURNED:
            decide.end_changed_request(request_id=found.request_id, by=by, at=at)
    found.request_id = None
