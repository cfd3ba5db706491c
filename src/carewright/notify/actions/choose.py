"""Keeps how an officer wants to be told."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction

from carewright.notify import models
from carewright.notify.rules.kinds import MAY_BE_OFF
from carewright.notify.rules.mailing import Wishes
from carewright.platform import api as platform


class CannotChoose(Exception):
    """A choice that there is not; the text says which there are."""


@transaction.atomic(durable=True)
def choose_how_to_be_told(*, wishes: Wishes, by: platform.Officer, at: datetime) -> None:
    """Keeps the officer's own choices; from the next piece of news on they hold."""
    platform.require(by, platform.Act.CHOOSE_NOTICES)
    if always := wishes.off - {kind.value for kind in MAY_BE_OFF}:
        raise CannotChoose(f"News of these kinds cannot be switched off: {', '.join(always)}")
    if wishes.language not in dict(settings.LANGUAGES):
        raise CannotChoose("Choose one of the languages")
    models.Preference.objects.update_or_create(
        officer_id=by.id,
        defaults={
            "organisation_id": by.organisation.id, "pace": wishes.pace.value,
            "digest_at": wishes.digest_at, "quiet_from": wishes.quiet_from,
            "quiet_until": wishes.quiet_until, "off": sorted(wishes.off),
            "language": wishes.language,
        },
    )  # fmt: skip
    platform.audit.record(
        platform.Act.CHOOSE_NOTICES, "officer", by.id, by=by, at=at,
        organisation_id=by.organisation.id, pace=wishes.pace.value, off=sorted(wishes.off),
    )  # fmt: skip
