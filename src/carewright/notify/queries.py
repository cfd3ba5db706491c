"""What others may ask about news; every answer about an officer's own."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from carewright.notify import models
from carewright.notify.rules.calendar import digest_of, organisation_in
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


def with_unread(
    title: str, *, subject_kind: str, subject_id: object, organisation_id: UUID
) -> frozenset[UUID]:
    """Officers of an organisation who were told the same of the thing and have not read it."""
    own = models.Notification.objects.for_organisation(organisation_id).filter(read_at=None)
    same = own.filter(subject_kind=subject_kind, subject_id=str(subject_id), title=title)
    return frozenset(same.values_list("officer_id", flat=True))


def wishes(*, seen_by: platform.Officer) -> Wishes:
    """How the officer wants to be told."""
    return wishes_of([seen_by.id]).get(seen_by.id, Wishes())


def subscription(*, seen_by: platform.Officer) -> models.Subscription | None:
    """The officer's calendar, if there is one in use."""
    found = models.Subscription.objects.for_organisation(seen_by.organisation.id)
    return found.filter(officer_id=seen_by.id, revoked_at=None).first()


def subscriber(token: str) -> tuple[UUID, UUID] | None:
    """Whose calendar a secret address is: the organisation and the officer; None for a wrong one.

    The token names the organisation, within which alone the database then looks.
    """
    organisation_id = organisation_in(token)
    if organisation_id is None:
        return None
    with platform.acting_for(organisation_id):
        found = models.Subscription.objects.filter(
            token_sha256=digest_of(token), revoked_at=None
        ).first()
    return (organisation_id, found.officer_id) if found else None


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
