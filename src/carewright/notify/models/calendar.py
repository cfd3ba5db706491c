"""Calendars that officers subscribe to, and what has been published in them."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention


class Subscription(models.Model):
    """One officer's calendar behind a secret address, of which only the digest is kept."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.ONE_YEAR

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    officer = models.ForeignKey("platform.Officer", on_delete=models.PROTECT, related_name="+")
    token_sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    objects = OrganisationQuerySet["Subscription"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["token_sha256"], name="subscription_has_its_secret"),
            models.UniqueConstraint(
                fields=["officer"], condition=Q(revoked_at=None), name="subscription_one_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(("token_sha256__regex", "^[0-9a-f]{64}$")),
                name="subscription_keeps_no_secret",
            ),
        )

    def __str__(self) -> str:
        return f"Calendar of {self.made_at:%Y-%m-%d}"


class CalendarEntry(models.Model):
    """One deadline as it was last published, so that a change or an end can be said."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.ONE_YEAR

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    officer = models.ForeignKey("platform.Officer", on_delete=models.PROTECT, related_name="+")
    uid = models.CharField(max_length=80)
    sequence = models.PositiveIntegerField(default=0)
    title = models.CharField(max_length=200)
    link = models.CharField(max_length=300)
    due_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    cancelled = models.BooleanField(default=False)

    objects = OrganisationQuerySet["CalendarEntry"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["officer", "uid"], name="calendar_entry_has_its_uid"),
        )

    def __str__(self) -> str:
        return self.title
