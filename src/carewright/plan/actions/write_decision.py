"""Begins a sourcing decision, and keeps what is answered step by step until it is asked about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from carewright.govern.api import Nation
from carewright.plan.actions.reach import claimed, draft_in_reach, record, refuse_if, touch
from carewright.plan.models import SourcingDecision
from carewright.plan.rules import law
from carewright.plan.rules.deciding import FIELDS
from carewright.plan.rules.words import Option, Step
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.formats import in_london

#: Counts of people, which the record names as changed and does not repeat.
COUNTS: Final = frozenset({"people_supported"})


@transaction.atomic(durable=True)
def begin_decision(
    *,
    title: str,
    nation: Nation,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Opens a paper under the organisation's next number; its id."""
    once = claimed(intent, Act.WRITE_SOURCING, by=by, at=at)
    if once.done:
        return UUID(once.result)
    refuse_if(not title.strip(), "Say what the decision is about", "title")
    begun = SourcingDecision.objects.create(
        organisation_id=by.organisation.id, number=_next_number(by), nation=nation.value,
        title=title.strip(), written_by_account=by.account_id, written_by_name=by.name,
        written_at=at, changed_at=at,
    )  # fmt: skip
    record("begin_sourcing", begun, by=by, at=at, title=begun.title, nation=nation.value)
    once.keep(begun.pk)
    return begun.pk


@transaction.atomic(durable=True)
def save_step(
    *,
    decision_id: UUID,
    step: Step,
    answers: Mapping[str, Any],
    by: platform.Officer,
    at: datetime,
) -> None:
    """Keeps what was answered in one step, complete or not."""
    found = draft_in_reach(decision_id, by=by)
    given = {name: _kept(answers[name]) for name in FIELDS[step] if name in answers}
    refuse_if("title" in given and not given["title"], "Say what the decision is about", "title")
    changed = [name for name, answer in given.items() if getattr(found, name) != answer]
    if not changed:
        return
    for name in changed:
        setattr(found, name, given[name])
    if step in (Step.RULES, Step.ABOUT):
        _cite_the_ground(found, in_london(at).date())
    touch(found, by, at)
    found.save()
    record(
        Act.WRITE_SOURCING, found, by=by, at=at, step=step.value,
        changed={name: _told(name, given[name]) for name in changed},
    )  # fmt: skip


def _kept(answer: Any) -> Any:
    if isinstance(answer, Option):
        return answer.value
    return answer.strip() if isinstance(answer, str) else answer


def _told(name: str, answer: Any) -> object:
    if name in COUNTS:
        return "changed"
    return answer.isoformat() if isinstance(answer, date) else answer


def _cite_the_ground(found: SourcingDecision, today: date) -> None:
    """Keeps what the law said of the ground on the first day, so that it can be read again."""
    if not found.rules_allow:
        found.ground = ""
    row = law.ground(found.ground, Nation(found.nation), on=found.starts_on or today)
    found.ground_words = row.row.words if row else ""
    found.ground_source = row.row.source if row else ""
    found.ground_verified = row.row.verified if row else False


def _next_number(by: platform.Officer) -> int:
    platform.wait_ones_turn("sourcing_decision", by.organisation.id)
    among = SourcingDecision.objects.for_organisation(by.organisation.id)
    return (among.aggregate(last=Max("number"))["last"] or 0) + 1
