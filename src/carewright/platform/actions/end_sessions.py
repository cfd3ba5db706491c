"""Signs people out elsewhere: at their own word, or because they have left."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from carewright.platform import audit, models, rows
from carewright.platform.policies import NotYours


@transaction.atomic(durable=True)
def end_session(*, reference: UUID, by: rows.AccountHolder, at: datetime) -> None:
    """Ends one of a person's own sessions; the browser finds itself signed out."""
    if not _sessions_of(by.id).filter(reference=reference).delete()[0]:
        raise NotYours
    _record(by, at, ended=1)


@transaction.atomic(durable=True)
def end_other_sessions(*, besides: UUID | None, by: rows.AccountHolder, at: datetime) -> int:
    """Ends all of a person's sessions but the one they sit at, and returns how many there were."""
    others = _sessions_of(by.id)
    if besides is not None:
        others = others.exclude(reference=besides)
    ended = others.delete()[0]
    if ended:
        _record(by, at, ended=ended)
    return ended


def end_sessions_of(officer: models.Officer) -> int:
    """Deletes the sessions in which an officer acts, or has yet to choose for whom to act.

    Called within the transaction that takes the officer's powers away.
    """
    acting = Q(acts_for=officer.organisation_id) | Q(acts_for=None)
    return _sessions_of(officer.account_id).filter(acting).delete()[0]


def end_sessions_of_account(account_id: UUID) -> int:
    """Deletes every session of an account that is being closed or proved anew."""
    return _sessions_of(account_id).delete()[0]


def _sessions_of(account_id: UUID) -> QuerySet[models.Session]:
    return models.Session.objects.filter(account_id=account_id)


def _record(by: rows.AccountHolder, at: datetime, *, ended: int) -> None:
    audit.record(
        "sessions_ended", "account", by.id, by=by, at=at, organisation_id=None, ended=ended
    )
