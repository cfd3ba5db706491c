"""What many agreements oblige to, read a few queries at a time, for the stage that keeps to it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from django.db.models import Prefetch

from carewright.contract import models, rows
from carewright.contract.queries.agreements import wording_of
from carewright.contract.rules.life_of_an_agreement import AgreementState
from carewright.contract.rules.nations import nation_of
from carewright.contract.rules.words import OptionState, Side
from carewright.ui.formats import in_london
from carewright_engine.rules import facts as law

_NOTHING_OWED: Final = (AgreementState.DRAFT.value, AgreementState.ABANDONED.value)


@dataclass(frozen=True, slots=True)
class Owing:
    """What the law is told of an agreement, whose it is, and whether it obliges to anything."""

    agreement_id: UUID
    facts: law.ContractFacts
    kept_since: date  # the day on which it was written down here
    over_on: date | None
    contact_id: UUID | None
    obliges: bool  # neither a draft, be it again, nor abandoned


def owing(
    *, organisation_id: UUID, area_code: str, among: Collection[UUID] | None = None
) -> list[Owing]:
    """Every agreement of the organisation, one person's too, with those that oblige no more.

    A draft and what was abandoned oblige to nothing, and may have until they became that. For work
    in the background only: whoever shows what comes of it asks who may see it.
    """
    found = models.Agreement.objects.for_organisation(organisation_id)
    if among is not None:
        found = found.filter(pk__in=among)
    signed = Prefetch("signatures", models.Signature.objects.select_related("party"))
    whole = found.order_by("pk").prefetch_related(signed, "extensions")
    return [_owing(each, area_code) for each in whole]


def _owing(found: models.Agreement, area_code: str) -> Owing:
    facts = law_facts(
        wording_of(found),
        state=AgreementState(found.state),
        over_on=found.over_on,
        signed=[(Side(e.party.side), e.signed_on) for e in found.signatures.all()],
        may_extend=any(e.state == OptionState.OPEN.value for e in found.extensions.all()),
        area_code=area_code,
    )
    kept_since = in_london(found.written_at).date()
    obliges = found.state not in _NOTHING_OWED
    return Owing(found.pk, facts, kept_since, found.over_on, found.contact_id, obliges)


def law_facts(
    words: rows.Wording,
    *,
    state: AgreementState,
    over_on: date | None,
    signed: Iterable[tuple[Side, date]],
    may_extend: bool,
    area_code: str,
) -> law.ContractFacts:
    """An agreement as the engine's rules see it; what the register does not hold is not known."""
    days = dict(sorted(signed))
    return law.ContractFacts(
        regime=law.Regime(words.regime.value), nation=nation_of(words.regime, area_code),
        kind=words.kind, value_pence=words.value_pence,
        entered_on=max(days.values()) if set(days) == set(Side) else None,
        starts_on=words.starts_on, ends_before=words.ends_before,
        terminated_on=over_on if state is AgreementState.TERMINATED else None,
        notice_days=words.own_notice_days,
        transfer_on=words.starts_on if words.tupe else None,
        extension_possible=may_extend,
    )  # fmt: skip
