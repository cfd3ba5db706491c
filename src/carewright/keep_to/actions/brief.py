"""Writes a briefing for teams, version by version, and takes down who has read which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from carewright.keep_to import models
from carewright.keep_to.actions.reach import Refused, refuse_if, require_agreement
from carewright.keep_to.rules.briefing import BriefingWords, blockers_to_brief, record_says
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.formats import in_london

BRIEFING = "briefing"


@transaction.atomic(durable=True)
def write_briefing(
    *,
    agreement_id: UUID,
    words: BriefingWords,
    team_ids: Sequence[UUID],
    why: str = "",
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """The next version of what teams are told, and which teams have to have read it; its id."""
    found = require_agreement(
        agreement_id, by=by, act=Act.WRITE_BRIEFING, on=in_london(at).date()
    )  # fmt: skip
    once = platform.once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at)
    if once.done:
        return UUID(once.result)
    if blockers := blockers_to_brief(words):
        raise Refused(blockers)
    _require_teams(team_ids, by)
    number = _next_number(agreement_id, by)
    refuse_if(number > 1 and not why.strip(), "Say why it is written anew", "why")
    told = {name: value.strip() for name, value in asdict(words).items()}
    made = models.BriefingVersion.objects.create(
        organisation_id=by.organisation.id, agreement_id=agreement_id, number=number,
        record_said=record_says(found), team_ids=sorted(set(team_ids)),
        why=why.strip() if number > 1 else "", written_by_name=by.name, written_at=at, **told,
    )  # fmt: skip
    platform.audit.record(
        Act.WRITE_BRIEFING, BRIEFING, made.pk, by=by, at=at, organisation_id=by.organisation.id,
        reason=why.strip(), reference=found.reference, version=number,
    )  # fmt: skip
    once.keep(made.pk)
    return made.pk


@transaction.atomic(durable=True)
def say_read(*, agreement_id: UUID, number: int, by: platform.Officer, at: datetime) -> None:
    """The officer has read the version that stands; an older one is read no more."""
    require_agreement(agreement_id, by=by, act=Act.READ_BRIEFING, on=in_london(at).date())
    own = models.BriefingVersion.objects.for_organisation(by.organisation.id)
    newest = own.filter(agreement_id=agreement_id).order_by("-number").first()
    if newest is None:
        raise platform.NotYours
    refuse_if(newest.number != number, "It has been written anew. Read the version that stands")
    _, is_new = models.BriefingRead.objects.get_or_create(
        version=newest, officer_id=by.id,
        defaults={
            "organisation_id": by.organisation.id, "officer_name": by.name, "read_at": at
        },
    )  # fmt: skip
    if is_new:
        platform.audit.record(
            Act.READ_BRIEFING, BRIEFING, newest.pk, by=by, at=at,
            organisation_id=by.organisation.id, version=number,
        )  # fmt: skip


def _require_teams(team_ids: Sequence[UUID], by: platform.Officer) -> None:
    own = {each.id for each in platform.teams(seen_by=by)}
    if not set(team_ids) <= own:
        raise platform.NotYours


def _next_number(agreement_id: UUID, by: platform.Officer) -> int:
    """Whoever else writes the same briefing waits, so that no number comes twice."""
    platform.wait_ones_turn(BRIEFING, agreement_id)
    own = models.BriefingVersion.objects.for_organisation(by.organisation.id)
    last = own.filter(agreement_id=agreement_id).aggregate(last=Max("number"))["last"]
    return 1 + (last or 0)
