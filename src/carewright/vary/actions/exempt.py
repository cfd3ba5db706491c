"""Exemptions from competition: written, approved, relied on, told to providers and reported."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max, Sum
from django.urls import reverse

from carewright.contract import api as contract
from carewright.contract.api import Regime, Term
from carewright.decide import api as decide
from carewright.decide.api import DecidedAct
from carewright.platform import api as platform
from carewright.ui.formats import in_london
from carewright.vary.actions.reach import (
    EXEMPTION,
    agreement_locked,
    approved_at,
    claimed,
    exemption_in_reach,
    kept_by,
    move,
    record,
    refuse,
    refuse_if,
    refuse_while_asked,
    said_by_decide,
)
from carewright.vary.models import Exemption, Reliance
from carewright.vary.queries.exempted import stands_on
from carewright.vary.queries.exemptions import ground_of, grounds, request_of
from carewright.vary.queries.standing import longest_end
from carewright.vary.rules.exempting import (
    ExemptionSaid,
    Relied,
    Relying,
    blockers_to_exempt,
    blockers_to_rely,
)
from carewright.vary.rules.lives import EXEMPTION_MOVES, ExemptionState
from carewright.vary.rules.words import Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemptionWords:
    """What is bought without competition, why, until when and for how much."""

    title: str
    scope: Scope
    regime: Regime
    ground: str
    why: str
    alternatives: str
    value_pence: int
    starts_on: date
    ends_before: date
    people_affected: int | None = None


@transaction.atomic(durable=True)
def write_exemption(
    *,
    words: ExemptionWords,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Enters an exemption under the organisation's next number, for others to decide on; its id."""
    once = claimed(intent, by=by, at=at)
    if once.done:
        return UUID(once.result)
    refuse(blockers_to_exempt(_said(words, by)))
    platform.wait_ones_turn(EXEMPTION, by.organisation.id)
    own = Exemption.objects.for_organisation(by.organisation.id)
    found = Exemption.objects.create(
        organisation_id=by.organisation.id, scope=words.scope.value, title=words.title.strip(),
        number=(own.aggregate(last=Max("number"))["last"] or 0) + 1, regime=words.regime.value,
        ground=words.ground, why=words.why.strip(), alternatives=words.alternatives.strip(),
        value_pence=words.value_pence, starts_on=words.starts_on, ends_before=words.ends_before,
        people_affected=words.people_affected, written_by_account=by.account_id,
        written_by_name=by.name, written_at=at,
    )  # fmt: skip
    record(
        "write_exemption", EXEMPTION, found, by=by, at=at, reason=words.why,
        reference=str(found), ground=found.ground, value_pence=found.value_pence,
    )  # fmt: skip
    once.keep(found.pk)
    return found.pk


@transaction.atomic(durable=True)
def ask_to_exempt(
    *,
    exemption_id: UUID,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Asks for the approval that the scheme wants; beyond officers' limits a committee gives it."""
    once = claimed(intent, by=by, at=at)
    if once.done:
        return UUID(once.result)
    found = exemption_in_reach(exemption_id, by=by)
    refuse_if(found.state != ExemptionState.DRAFT.value, f"{found} is {found.state}")
    refuse_if(found.paper_id, "Its paper asks for the approval: send the paper on")
    refuse_while_asked(found.request_id, by=by)
    with said_by_decide():
        found.request_id = _asked(found, by, at)
    found.save(update_fields=["request_id"])
    record("ask_to_exempt", EXEMPTION, found, by=by, at=at, request=str(found.request_id))
    once.keep(found.request_id)
    return found.request_id


@transaction.atomic(durable=True)
def take_over_exemption(*, exemption_id: UUID, by: platform.Officer, at: datetime) -> None:
    """Marks it as granted, once whoever the scheme names has approved it or its paper."""
    found = exemption_in_reach(exemption_id, by=by)
    found.request_id = request_of(found, seen_by=by)
    approved_at(found.request_id, by=by, at=at)
    _refuse_what_nobody_asked(found, by)
    move(found, EXEMPTION_MOVES, ExemptionState.GRANTED)
    found.save(update_fields=["state", "request_id"])
    record("take_over_exemption", EXEMPTION, found, by=by, at=at, request=str(found.request_id))


@transaction.atomic(durable=True)
def withdraw_exemption(
    *, exemption_id: UUID, reason: str, by: platform.Officer, at: datetime
) -> None:
    """Nobody needs it any more, and nobody has granted it."""
    found = exemption_in_reach(exemption_id, by=by)
    refuse_while_asked(found.request_id, by=by)
    refuse_if(not reason.strip(), "Say why it is withdrawn", "reason")
    move(found, EXEMPTION_MOVES, ExemptionState.WITHDRAWN)
    found.withdrawn_why = reason.strip()
    found.save(update_fields=["state", "withdrawn_why"])
    record("withdraw_exemption", EXEMPTION, found, by=by, at=at, reason=reason)


@transaction.atomic(durable=True)
def rely_on_exemption(
    *, exemption_id: UUID, agreement_id: UUID, pence: int, by: platform.Officer, at: datetime
) -> None:
    """An agreement relies on it with so much of its value; its own checks see until when.

    The exemption counts on that day and under the agreement's rules, and no less of it is used
    than the agreement comes to on its days. The database adds up what is used.
    """
    agreement = agreement_locked(agreement_id, by=by, at=at)
    found = exemption_in_reach(exemption_id, by=by)
    refuse(blockers_to_rely(
        _relied(found), _relying(agreement, found), pence=pence, on=in_london(at).date()
    ))  # fmt: skip
    with kept_by("agreement_relies_on", "It relies on this exemption already", "agreement"):
        Reliance.objects.create(
            organisation_id=found.organisation_id, exemption=found, agreement_id=agreement_id,
            pence=pence, recorded_by_name=by.name, recorded_at=at,
        )  # fmt: skip
    ground = ground_of(found)
    contract.change_terms(
        agreement_id=agreement_id, reason=found.why, cites=f"{found} {found.pk}", by=by, at=at,
        terms=contract.Terms(
            exemption_ground=f"{found}: {ground.words if ground else found.ground}",
            exemption_ends_before=max(
                each.ends_before for each in stands_on(agreement_id, seen_by=by)
            ),
        ),
    )  # fmt: skip
    record("rely_on_exemption", EXEMPTION, found, by=by, at=at, agreement=agreement.reference,
           pence=pence)  # fmt: skip


@transaction.atomic(durable=True)
def tell_providers(
    *, exemption_id: UUID, told_on: date, how: str, by: platform.Officer, at: datetime
) -> None:
    """Records when and how providers heard of it, those among them who were not asked."""
    found = exemption_in_reach(exemption_id, by=by)
    refuse_if(found.state != ExemptionState.GRANTED.value, "Nobody has granted it", "")
    refuse_if(not how.strip(), "Say how they were told", "how")
    refuse_if(told_on > in_london(at).date(), "That day is still to come", "told_on")
    found.told_on, found.told_how = told_on, how.strip()
    found.save(update_fields=["told_on", "told_how"])
    record("tell_providers", EXEMPTION, found, by=by, at=at, reason=how,
           told_on=told_on.isoformat())  # fmt: skip


def _said(words: ExemptionWords, by: platform.Officer) -> ExemptionSaid:
    known = {each.id for each in grounds(words.regime, seen_by=by, on=words.starts_on)}
    return ExemptionSaid(
        title=words.title, why=words.why, alternatives=words.alternatives,
        value_pence=words.value_pence, starts_on=words.starts_on,
        ends_before=words.ends_before, ground_is_known=words.ground in known,
    )  # fmt: skip


def _relied(found: Exemption) -> Relied:
    return Relied(
        state=ExemptionState(found.state), scope=Scope(found.scope), regime=Regime(found.regime),
        starts_on=found.starts_on, ends_before=found.ends_before, value_pence=found.value_pence,
        used_pence=found.used_pence,
        agreements=found.reliances.values("agreement").distinct().count(),
    )  # fmt: skip


def _relying(agreement: contract.Agreement, found: Exemption) -> Relying:
    others = Reliance.objects.filter(
        agreement_id=agreement.id, exemption__starts_on__lt=found.ends_before,
        exemption__ends_before__gt=found.starts_on,
    )  # fmt: skip
    longest = longest_end(agreement.term.ends_before, agreement)
    return Relying(
        regime=agreement.wording.regime, term=Term(agreement.term.starts_on, longest),
        value_term=agreement.value_term, value_pence=agreement.wording.value_pence,
        covered_pence=others.aggregate(pence=Sum("pence"))["pence"] or 0,
    )  # fmt: skip


def _refuse_what_nobody_asked(found: Exemption, by: platform.Officer) -> None:
    """A paper may be changed before it is sent on: what it asked for has to cover the exemption."""
    if found.request_id is None:
        return
    asked, term = decide.approval(found.request_id, seen_by=by), _term(found)
    covered = (
        asked.act is DecidedAct.EXEMPTION
        and asked.annual_pence >= contract.scheme_pence(found.value_pence, term)
        and asked.term_months >= term.months
    )
    refuse_if(not covered, "Less was approved than this exemption: bring a paper for all of it")


def _term(found: Exemption) -> Term:
    return Term(found.starts_on, found.ends_before)


def _asked(found: Exemption, by: platform.Officer, at: datetime) -> UUID:
    term = _term(found)
    return decide.request_approval(
        subject_kind=EXEMPTION, subject_id=found.pk, title=f"{found} {found.title}",
        link=reverse("vary:exemption", args=[found.pk]), act=DecidedAct.EXEMPTION,
        annual_value_pence=contract.scheme_pence(found.value_pence, term),
        term_months=term.months, in_framework=False, people_affected=found.people_affected,
        author_account_ids={found.written_by_account}, by=by, at=at,
    )  # fmt: skip
