"""Writes down what providers were sent, what they answered, and what they pay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from carewright.contract.api import Unit, blockers_to_unit_price
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.uplift import models
from carewright.uplift.actions.evidence import Given, keep_evidence
from carewright.uplift.actions.reach import claimed, record, refuse, refuse_if, round_in_reach
from carewright.uplift.queries.answers import last_said, standing_of
from carewright.uplift.rules.answering import NOT_SENT, blockers_to_say
from carewright.uplift.rules.life_of_a_round import READ_TWICE, RoundState
from carewright.uplift.rules.words import Said

OPEN_TO_ANSWERS = (READ_TWICE | {RoundState.PREVIEWED}) - {
    RoundState.APPLIED, RoundState.REVERSED, RoundState.PAID,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a provider said on a day; it asks for so many pence a unit of its main line.

    `evidence` is a file that it shows for it.
    """

    said: Said
    said_on: date
    words: str = ""
    requested_pence: int | None = None
    evidence: Given | None = None


@transaction.atomic(durable=True)
def send_to_providers(
    *,
    round_id: UUID,
    answer_by: date,
    said_on: date,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> int:
    """Writes down that every provider has the figures as they are now; how many had them not.

    Who had others, and may have accepted those, is asked anew.
    """
    once = claimed(intent, Act.PROPOSE_UPLIFT, by=by, at=at)
    if once.done:
        return int(once.result)
    found = _open(round_id, by)
    refuse_if(answer_by <= said_on, "Give providers a day after today to answer by", "answer_by")
    known = last_said(found)
    asked = [
        each
        for each in found.providers.all()
        if standing_of(each, known.get(each.key)).said in NOT_SENT
    ]
    models.ProviderAnswer.objects.bulk_create(
        models.ProviderAnswer(
            organisation_id=found.organisation_id, round=found, provider_key=each.key,
            provider_name=each.name, number=_next(known.get(each.key)), said=Said.SENT.value,
            said_on=said_on, answer_by=answer_by, figures=each.figures,
            recorded_by_name=by.name, recorded_at=at,
        )
        for each in asked
    )  # fmt: skip
    record("send_to_providers", found, by=by, at=at, providers=len(asked),
           answer_by=answer_by.isoformat())  # fmt: skip
    once.keep(len(asked))
    return len(asked)


@transaction.atomic(durable=True)
def record_answer(
    *,
    round_id: UUID,
    provider_id: UUID,
    answer: Answer,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Writes down on behalf of a provider what it says, or how a dispute with it was settled."""
    if claimed(intent, Act.PROPOSE_UPLIFT, by=by, at=at).done:
        return
    found = _open(round_id, by)
    provider = _provider(found, provider_id)
    before = last_said(found).get(provider.key)
    refuse(blockers_to_say(standing_of(provider, before).said, answer.said, answer.words))
    refuse(blockers_to_unit_price(answer.requested_pence or 0, "requested_pence"))
    evidence_id = keep_evidence(answer.evidence, by, at)
    models.ProviderAnswer.objects.create(
        organisation_id=found.organisation_id, round=found, provider_key=provider.key,
        provider_name=provider.name, number=_next(before),
        said=answer.said.value, said_on=answer.said_on, figures=provider.figures,
        words=answer.words.strip(), requested_pence=answer.requested_pence,
        evidence_id=evidence_id, recorded_by_name=by.name, recorded_at=at,
    )  # fmt: skip
    record("record_provider_answer", found, by=by, at=at, reason=answer.words,
           provider=provider.name, said=answer.said.value,
           requested_pence=answer.requested_pence,
           evidence=str(evidence_id) if evidence_id else None)  # fmt: skip


@transaction.atomic(durable=True)
def record_pay(
    *, round_id: UUID, provider_id: UUID, pence_an_hour: int, paid_on: date, source: str,
    evidence: Given | None = None, by: platform.Officer, at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:  # fmt: skip
    """Writes down what a provider says it pays its care workers, and where it says so."""
    if claimed(intent, Act.PROPOSE_UPLIFT, by=by, at=at).done:
        return
    found = round_in_reach(round_id, by=by, act=Act.PROPOSE_UPLIFT)
    provider = _provider(found, provider_id)
    refuse_if(pence_an_hour <= 0, "Enter what is paid an hour", "pence_an_hour")
    refuse(blockers_to_unit_price(pence_an_hour, "pence_an_hour"))
    refuse_if(not source.strip(), "Say where the provider says so", "source")
    evidence_id = keep_evidence(evidence, by, at)
    models.PaySeen.objects.create(
        organisation_id=found.organisation_id, provider_key=provider.key,
        provider_name=provider.name, pence_an_hour=pence_an_hour, paid_on=paid_on,
        source=source.strip(), document_id=evidence_id, recorded_by_name=by.name, recorded_at=at,
    )  # fmt: skip
    record("record_pay", found, by=by, at=at, provider=provider.name, pence=pence_an_hour,
           paid_on=paid_on.isoformat(), source=source,
           evidence=str(evidence_id) if evidence_id else None)  # fmt: skip


@transaction.atomic(durable=True)
def record_settlement(
    *, name: str, unit: Unit, rise: Decimal, effective_on: date, agreed_on: date, source: str,
    by: platform.Officer, at: datetime, intent: platform.Intent = platform.EACH_TIME,
) -> UUID:  # fmt: skip
    """Writes down a rise that was settled for the whole country, from which rounds may be made."""
    once = claimed(intent, Act.PROPOSE_UPLIFT, by=by, at=at)
    if once.done:
        return UUID(once.result)
    refuse_if(not name.strip(), "Say what it is called", "name")
    refuse_if(not source.strip(), "Say where it is published", "source")
    kept = models.Settlement.objects.create(
        organisation_id=by.organisation.id, name=name.strip(), unit=unit.value, rise=rise,
        effective_on=effective_on, agreed_on=agreed_on, source=source.strip(),
        recorded_by_name=by.name, recorded_at=at,
    )  # fmt: skip
    platform.audit.record(
        "record_settlement", "settlement", kept.pk, by=by, at=at,
        organisation_id=by.organisation.id, name=kept.name, rise=str(rise), source=kept.source,
    )  # fmt: skip
    once.keep(kept.pk)
    return kept.pk


def _open(round_id: UUID, by: platform.Officer) -> models.UpliftRound:
    found = round_in_reach(round_id, by=by, act=Act.PROPOSE_UPLIFT)
    state = RoundState(found.state)
    refuse_if(state not in OPEN_TO_ANSWERS, f"{found} is {state.label.lower()}")
    return found


def _provider(found: models.UpliftRound, provider_id: UUID) -> models.UpliftProvider:
    provider = found.providers.filter(pk=provider_id).first()
    if provider is None:
        raise platform.NotYours
    return provider


def _next(before: models.ProviderAnswer | None) -> int:
    return 1 + (before.number if before else 0)
