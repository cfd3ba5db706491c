"""What an officer was told."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention


class Notification(models.Model):
    """One thing that one officer was told, with a page where it can be seen to."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.ONE_YEAR

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    officer = models.ForeignKey("platform.Officer", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=100)
    title = models.CharField(max_length=200)
    link = models.CharField(max_length=300)
    told_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    objects = OrganisationQuerySet["Notification"].as_manager()

    class Meta:
        indexes = (models.Index(fields=["officer", "-told_at"], name="notification_by_officer"),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(link__regex="^/[^/]"), name="notification_leads_to_our_page"
            ),
        )

    def __str__(self) -> str:
        return self.title
