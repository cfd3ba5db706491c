"""How an officer wants to be told."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from carewright.notify.rules.mailing import Pace
from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention


class Preference(models.Model):
    """The choices of one officer; who has made none has no row."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.WHILE_IN_USE

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    officer = models.ForeignKey("platform.Officer", on_delete=models.PROTECT, related_name="+")
    pace = models.CharField(max_length=20)
    digest_at = models.TimeField()
    quiet_from = models.TimeField(null=True)
    quiet_until = models.TimeField(null=True)
    off = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    language = models.CharField(max_length=10)

    objects = OrganisationQuerySet["Preference"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["officer"], name="preference_of_one_officer"),
            models.CheckConstraint(
                condition=Q(pace__in=[pace.value for pace in Pace]), name="preference_pace_is_known"
            ),
            models.CheckConstraint(
                condition=Q(quiet_from=None, quiet_until=None)
                | Q(quiet_from__isnull=False, quiet_until__isnull=False),
                name="preference_quiet_hours_begin_and_end",
            ),
        )

    def __str__(self) -> str:
        return f"{self.pace}, quiet from {self.quiet_from}"
