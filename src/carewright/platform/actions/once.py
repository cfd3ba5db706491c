"""Gives an intent its effect once, whatever is sent twice or broken off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection, transaction

from carewright.platform import models, rows
from carewright.platform.audit import RecordOutsideTransaction
from carewright.platform.intents import DAYS_KEPT, SentBefore


@dataclass(slots=True)
class Once:
    """Whether an intent has had its effect already, and what came of it."""

    done: bool
    result: str = ""
    kept_as: UUID | None = None

    def keep(self, result: object) -> None:
        """Writes down what came of it, most often an id, for whoever sends the same again."""
        self.result = str(result)
        if self.kept_as is not None:
            models.SentIntent.objects.filter(pk=self.kept_as).update(result=self.result)


def once(
    *,
    key: UUID | None,
    fingerprint: str,
    by: rows.Actor,
    at: datetime,
    organisation_id: UUID | None = None,
) -> Once:
    """Claims the intent in the action's own transaction; `SentBefore` when it said otherwise.

    Whoever comes second waits here until the first has ended, and then finds it done. Without a
    key each call takes effect. Only somebody who acts for no organisation must name one.
    """
    if key is None:
        return Once(done=False)
    if not connection.in_atomic_block:
        raise RecordOutsideTransaction("An intent was to be kept apart from its effect")
    claim = models.SentIntent(
        organisation_id=_whose(by, organisation_id), by_id=_who(by), key=key,
        fingerprint=fingerprint, sent_at=at,
    )  # fmt: skip
    models.SentIntent.objects.bulk_create([claim], ignore_conflicts=True)
    found = models.SentIntent.objects.get(by_id=claim.by_id, key=key)
    if found.fingerprint != fingerprint:
        raise SentBefore
    return Once(found.pk != claim.pk, found.result, found.pk)


def _who(by: rows.Actor) -> str:
    return "operator" if isinstance(by, rows.Operator) else str(by.id)


def _whose(by: rows.Actor, organisation_id: UUID | None) -> UUID:
    if isinstance(by, rows.Officer):
        return by.organisation.id
    if organisation_id is None:
        raise ValueError("Whoever is no officer names the organisation in which they act")
    return organisation_id


@transaction.atomic(durable=True)
def forget_intents(*, by: rows.Operator, at: datetime) -> int:
    """Forgets what was sent so long ago that nobody sends it again; how much that was.

    Only keys go, nothing that anybody did, so the record does not speak of it.
    """
    old = models.SentIntent.objects.filter(sent_at__lt=at - timedelta(days=DAYS_KEPT))
    return old.delete()[0]
