"""Gives an officer a calendar of their deadlines behind a secret address, and keeps it true."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q

from carewright.notify import models
from carewright.notify.rules.calendar import Deadline, Published, digest_of
from carewright.platform import api as platform


class MadeAtOnce(Exception):
    """Another window of the same officer made an address in this very moment; that one stands."""


@transaction.atomic(durable=True)
def subscribe_to_deadlines(*, by: platform.Officer, at: datetime) -> str:
    """A new secret, shown this once; the address that there was before opens nothing any more."""
    platform.require(by, platform.Act.SUBSCRIBE_CALENDAR)
    _revoke(by, at)
    # A secret that nobody guesses, after the organisation in which it is looked for.
    token = f"{by.organisation.id.hex}-{secrets.token_urlsafe(32)}"
    made = _made(token, by, at)
    platform.audit.record(
        platform.Act.SUBSCRIBE_CALENDAR, "calendar", made.pk, by=by, at=at,
        organisation_id=by.organisation.id,
    )  # fmt: skip
    return token


def _made(token: str, by: platform.Officer, at: datetime) -> models.Subscription:
    try:
        with transaction.atomic():
            return models.Subscription.objects.create(
                organisation_id=by.organisation.id, officer_id=by.id,
                token_sha256=digest_of(token), made_at=at,
            )  # fmt: skip
    except IntegrityError as refused:
        if "subscription_one_at_a_time" not in str(refused):
            raise
        raise MadeAtOnce from None


@transaction.atomic(durable=True)
def end_subscription(*, by: platform.Officer, at: datetime) -> None:
    """The address opens nothing any more."""
    platform.require(by, platform.Act.SUBSCRIBE_CALENDAR)
    if _revoke(by, at):
        platform.audit.record(
            "end_calendar", "officer", by.id, by=by, at=at, organisation_id=by.organisation.id
        )


@transaction.atomic(durable=True)
def end_calendars_of_inactive(
    *, organisation_id: UUID, by: platform.Operator, at: datetime
) -> None:
    """Whoever no longer acts here loses the address for good, also if they come back later."""
    stands = models.Subscription.objects.for_organisation(organisation_id).filter(
        Q(officer__active=False) | Q(officer__account__is_active=False), revoked_at=None
    )
    for found in stands.select_for_update(of=("self",)).order_by("pk"):
        found.revoked_at = at
        found.save(update_fields=["revoked_at"])
        platform.audit.record(
            "end_calendar", "officer", found.officer_id, by=by, at=at,
            organisation_id=organisation_id, reason="No longer acts here",
        )  # fmt: skip


def _revoke(by: platform.Officer, at: datetime) -> int:
    found = models.Subscription.objects.filter(officer_id=by.id, revoked_at=None)
    return found.update(revoked_at=at)


@transaction.atomic(durable=True)
def publish_deadlines(
    *, deadlines: Iterable[Deadline], by: platform.Officer, at: datetime
) -> list[Published]:
    """What the officer's calendar says now; a change counts up, and what has gone is cancelled.

    It repeats what stands elsewhere, so the record does not speak of it.
    """
    wanted = {each.uid: each for each in sorted(deadlines, key=lambda d: d.due_at, reverse=True)}
    stands = {e.uid: e for e in _entries(by).select_for_update()}
    for uid, deadline in wanted.items():
        _say(stands.get(uid), deadline, by=by, at=at)
    for uid, entry in stands.items():
        if uid not in wanted and not entry.cancelled:
            entry.cancelled = True
            _count_up(entry, at)
    return [_published(each) for each in _entries(by).order_by("due_at", "uid")]


def _entries(by: platform.Officer) -> platform.OrganisationQuerySet[models.CalendarEntry]:
    found = models.CalendarEntry.objects.for_organisation(by.organisation.id)
    return found.filter(officer_id=by.id)


def _say(
    entry: models.CalendarEntry | None, deadline: Deadline, *, by: platform.Officer, at: datetime
) -> None:
    if entry is None:
        models.CalendarEntry.objects.bulk_create(
            [models.CalendarEntry(
                organisation_id=by.organisation.id, officer_id=by.id, uid=deadline.uid,
                title=deadline.title[:200], link=deadline.link, due_at=deadline.due_at,
                changed_at=at,
            )],
            ignore_conflicts=True,  # two programs may ask for the calendar at once
        )  # fmt: skip
    elif (entry.title, entry.due_at, entry.cancelled) != (
        deadline.title[:200],
        deadline.due_at,
        False,
    ):
        entry.title, entry.due_at, entry.cancelled = deadline.title[:200], deadline.due_at, False
        _count_up(entry, at)


def _count_up(entry: models.CalendarEntry, at: datetime) -> None:
    entry.sequence += 1
    entry.changed_at = at
    entry.save()


def _published(entry: models.CalendarEntry) -> Published:
    deadline = Deadline(entry.title, entry.link, entry.due_at)
    return Published(deadline, entry.uid, entry.sequence, entry.changed_at, entry.cancelled)
