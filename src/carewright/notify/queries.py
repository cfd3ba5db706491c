"""What others may ask about news; every answer about an officer's own."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from carewright.notify import models
from carewright.notify.rules.mailing import Pace, Wishes
from carewright.platform import api as platform
from carewright.platform.api import OrganisationQuerySet


def notifications(*, seen_by: platform.Officer) -> OrganisationQuerySet[models.Notification]:
    """What the officer was told, the mail it went with beside it, for lists."""
    found = models.Notification.objects.for_organisation(seen_by.organisation.id)
    return found.filter(officer_id=seen_by.id).select_related("delivery")


def unread(*, seen_by: platform.Officer) -> int:
    """How much the officer was told and has not read."""
    return notifications(seen_by=seen_by).filter(read_at=None).count()


def wishes(*, seen_by: platform.Officer) -> Wishes:
    """How the officer wants to be told."""
    return wishes_of([seen_by.id]).get(seen_by.id, Wishes())


def wishes_of(officer_ids: Iterable[UUID]) -> dict[UUID, Wishes]:
    """The choices of those who have made any."""
    found = models.Preference.objects.filter(officer_id__in=list(officer_ids))
    return {each.officer_id: _wishes(each) for each in found}


def _wishes(found: models.Preference) -> Wishes:
    return Wishes(
        pace=Pace(found.pace),
        digest_at=found.digest_at,
        quiet_from=found.quiet_from,
        quiet_until=found.quiet_until,
        off=frozenset(found.off),
        language=found.language,
    )
