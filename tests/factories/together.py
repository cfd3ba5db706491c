"""What organisations and their officers have between them, one valid minimal object each."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from carewright.platform import api as platform
from carewright.platform import models
from tests.factories import platform as make
from tests.factories.platform import NOW, OPERATOR, TODAY

WEEK = timedelta(days=7)


def colleague(of: platform.Officer, *roles: platform.Role) -> platform.Officer:
    """Somebody else who works in the same organisation."""
    organisation = models.Organisation.objects.get(pk=of.organisation.id)
    return make.officer(*roles, organisation=organisation)


def cover(
    absent: platform.Officer,
    deputy: platform.Officer | None = None,
    *,
    starts_on: date = TODAY,
    ends_before: date = TODAY + WEEK,
    by: platform.Actor = OPERATOR,
) -> UUID:
    """A week from today in which somebody stands in."""
    deputy = deputy or colleague(absent)
    return platform.arrange_cover(
        absent_id=absent.id, deputy_id=deputy.id, starts_on=starts_on,
        ends_before=ends_before, by=by, at=NOW,
    )  # fmt: skip


def held_by(organisation: platform.Organisation) -> dict[str, str]:
    """What one organisation of the world of permissions holds of all this, by parameter."""
    absent, deputy = (
        make.officer(organisation=models.Organisation.objects.get(pk=organisation.id))
        for _ in range(2)
    )
    return {"cover_id": str(cover(absent, deputy, starts_on=date(2099, 1, 1),
                                  ends_before=date(2099, 1, 8)))}  # fmt: skip
