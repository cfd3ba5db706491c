"""Begins a paper, and changes its words section by section until it is sent on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from carewright.decide import api as decide
from carewright.govern import models
from carewright.govern.actions.partner_news import CHANGED, tell_partners
from carewright.govern.actions.reach import (
    claimed,
    paper_in_reach,
    record,
    refuse,
    said_by_decide,
    state_of,
)
from carewright.govern.rules.life_of_a_paper import PaperState
from carewright.govern.rules.nations import Nation
from carewright.govern.rules.papers import (
    FIELDS,
    Section,
    blockers_to_ask_anew,
    blockers_to_change,
)
from carewright.platform import api as platform
from carewright.platform.api import Blocker

#: What the request for approval was for: with another of these it is another request.
ASKED_FOR: Final = frozenset({"title", "act", "annual_value_pence", "term_months", "in_framework"})


@transaction.atomic(durable=True)
def begin_paper(
    *,
    title: str,
    act: str,
    nation: Nation,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Opens a paper under the organisation's next number; its id."""
    once = claimed(intent, platform.Act.WRITE_PAPER, by=by, at=at)
    if once.done:
        return UUID(once.result)
    if not title.strip():
        refuse([Blocker("title", "Give the paper a title")])
    begun = models.Paper.objects.create(
        organisation_id=by.organisation.id, number=_next_number(by), nation=nation.value,
        act=act, title=title.strip(), begun_by_id=by.id, begun_by_name=by.name, begun_at=at,
        changed_at=at,
    )  # fmt: skip
    record(platform.Act.WRITE_PAPER, begun, by=by, at=at, title=begun.title, kind=act)
    once.keep(begun.pk)
    return begun.pk


@transaction.atomic(durable=True)
def save_section(
    *,
    paper_id: UUID,
    section: Section,
    answers: Mapping[str, object],
    by: platform.Officer,
    at: datetime,
) -> None:
    """Keeps what was answered in one section, complete or not."""
    found = paper_in_reach(paper_id, by=by, act=platform.Act.WRITE_PAPER)
    state = state_of(found, by)
    refuse(blockers_to_change(state))
    changed = [name for name in FIELDS[section] if _changes(found, name, answers)]
    for name in changed:
        setattr(found, name, answers[name])
    if not changed:
        return
    if state is PaperState.RETURNED and found.request_id and ASKED_FOR & set(changed):
        refuse(blockers_to_ask_anew(own=found.organisation_id == by.organisation.id))
        with said_by_decide():
            decide.end_changed_request(request_id=found.request_id, by=by, at=at)
    found.changed_at = at
    found.save(update_fields=[*changed, "changed_at"])
    record(
        platform.Act.WRITE_PAPER, found, by=by, at=at, section=section.value,
        changed={name: answers[name] for name in changed},
    )  # fmt: skip
    tell_partners(found, CHANGED, by=by)


def _changes(found: models.Paper, name: str, answers: Mapping[str, object]) -> bool:
    return name in answers and getattr(found, name) != answers[name]


def _next_number(by: platform.Officer) -> int:
    platform.wait_ones_turn("paper", by.organisation.id)
    among = models.Paper.objects.for_organisation(by.organisation.id)
    return (among.aggregate(last=Max("number"))["last"] or 0) + 1
