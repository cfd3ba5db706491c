"""What a person has sent once, so that sending it again does nothing more."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from carewright.platform.models.organisation import Organisation
from carewright.platform.models.scoped import OrganisationQuerySet
from carewright.platform.rules.declarations import PersonalData, Retention


class SentIntent(models.Model):
    """One form that took effect, by the key it carried; written in the effect's transaction."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.ONE_WEEK

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    by_id = models.CharField(max_length=40)
    key = models.UUIDField()
    fingerprint = models.CharField(max_length=64)  # of what was sent, which itself is not kept
    result = models.CharField(max_length=200, blank=True)
    sent_at = models.DateTimeField()

    objects = OrganisationQuerySet["SentIntent"].as_manager()

    class Meta:
        indexes = (models.Index(fields=["sent_at"], name="sent_intent_by_age"),)
        constraints = (
            models.UniqueConstraint(fields=["by_id", "key"], name="intent_takes_effect_once"),
            models.CheckConstraint(
                condition=models.Q(fingerprint__regex="^[0-9a-f]{64}$"),
                name="intent_fingerprint_is_sha256",
            ),
        )

    def __str__(self) -> str:
        return str(self.key)
