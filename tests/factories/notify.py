"""News for officers, as other stages tell it."""

from __future__ import annotations

from django.db import transaction

from carewright.notify import api as notify
from carewright.notify import models
from carewright.notify.api import NewsKind
from carewright.platform import api as platform
from tests.factories import platform as make


@transaction.atomic
def told(officer: platform.Officer, **given: object) -> models.Notification:
    """One piece of news; by somebody else, at noon of a working day, unless told otherwise."""
    wanted = {
        "officer_ids": [officer.id], "kind": NewsKind.FOLLOW_UP, "subject_kind": "action",
        "subject_id": "1", "title": "Action CR-7 is due", "link": "/inbox/",
        "organisation_id": officer.organisation.id, "by": make.OPERATOR, "at": make.NOW,
    }  # fmt: skip
    notify.tell(**{**wanted, **given})  # type: ignore[arg-type]
    return models.Notification.objects.filter(officer_id=officer.id).latest("told_at")
