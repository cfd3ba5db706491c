"""Finds what an action is about, locked, and only within the reach of whoever acts."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from carewright.contract import api as contract
from carewright.keep_to import models
from carewright.keep_to.queries.among import within_reach_of
from carewright.keep_to.rules.life_of_a_duty import ChangeKind
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker

OBLIGATION = "obligation"


class Refused(platform.Blocked):
    """Something stands in the way, with each reason and the question that it is about."""


def refuse_if(condition: object, says: str, field: str = "") -> None:
    """Stops an action for one reason."""
    if condition:
        raise Refused([Blocker(field, says)])


def obligation_in_reach(obligation_id: UUID, *, by: platform.Officer) -> models.Obligation:
    """The obligation, locked for this transaction; a stranger's does not exist."""
    platform.require(by, Act.KEEP_OBLIGATIONS)
    found = locked(within_reach_of(by)).filter(pk=obligation_id).first()
    if found is None:
        raise platform.NotYours
    return found


def locked(
    found: QuerySet[models.Obligation],
) -> QuerySet[models.Obligation]:
    """The same, each locked until the transaction ends."""
    return found.select_for_update(of=("self",))


def require_agreement(
    agreement_id: UUID, *, by: platform.Officer, act: Act, on: date
) -> contract.Agreement:
    """The agreement that something is said about; a stranger's does not exist."""
    platform.require(by, act)
    try:
        return contract.agreement(agreement_id, seen_by=by, on=on)
    except platform.NotFound:
        raise platform.NotYours from None


def remember(
    found: models.Obligation,
    kind: ChangeKind,
    why: str,
    *,
    by: platform.Officer,
    at: datetime,
    day_before: date | None = None,
) -> None:
    """Writes what happened beside the obligation, and into the record."""
    models.ObligationChange.objects.create(
        organisation_id=found.organisation_id, obligation=found, kind=kind.value,
        day_before=day_before or found.last_day, day_after=found.last_day, why=why,
        by_name=by.name, at=at,
    )  # fmt: skip
    platform.audit.record(
        f"obligation_{kind.value}", OBLIGATION, found.pk, by=by, at=at,
        organisation_id=found.organisation_id, reason=why, rule=found.rule,
        agreement=str(found.agreement_id),
    )  # fmt: skip
