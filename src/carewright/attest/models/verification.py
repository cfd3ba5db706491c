"""What came of looking over the whole record."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from carewright.attest.models.guards import NEVER_CHANGED
from carewright.platform.api import PersonalData, Retention


class Verification(models.Model):
    """One look over the whole record by the operator, and everything that was found wrong."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField()
    by_name = models.CharField(max_length=200)
    whole = models.BooleanField()
    events = models.BigIntegerField()
    sealed = models.BigIntegerField()
    unsealed = models.BigIntegerField()
    checkpoints = models.BigIntegerField()
    witnesses = models.JSONField(default=list)
    findings = models.JSONField(default=list)
    findings_count = models.BigIntegerField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(whole=True, findings_count=0)
                | models.Q(whole=False, findings_count__gt=0),
                name="verification_whole_means_nothing_found",
            ),
        )
        triggers = NEVER_CHANGED

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}: {'whole' if self.whole else 'not whole'}"
