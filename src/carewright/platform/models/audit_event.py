"""The record of who did what, when, for whom and why."""

from __future__ import annotations

import uuid
from typing import ClassVar

import pgtrigger
from django.db import models

from carewright.platform.models.scoped import OrganisationQuerySet
from carewright.platform.rules.declarations import PersonalData, Retention


class AuditEvent(models.Model):
    """One act, written in the transaction that did it and never changed afterwards.

    It holds ids and names as text, no keys, so that it outlives whatever it speaks of.
    """

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField()
    act = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=100)
    organisation_id = models.UUIDField(null=True)
    by_id = models.CharField(max_length=40)
    by_name = models.CharField(max_length=200)
    reason = models.TextField(blank=True)
    facts = models.JSONField(default=dict)

    objects = OrganisationQuerySet["AuditEvent"].as_manager()

    class Meta:
        indexes = (
            models.Index(fields=["organisation_id", "-at"], name="audit_by_organisation"),
            models.Index(fields=["subject_kind", "subject_id", "at"], name="audit_by_subject"),
        )
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(act="") & ~models.Q(by_name="") & ~models.Q(subject_kind=""),
                name="audit_event_says_who_did_what",
            ),
        )
        triggers = (
            pgtrigger.Protect(name="never_changed", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="never_emptied",
                level=pgtrigger.Statement,
                when=pgtrigger.Before,
                operation=pgtrigger.Truncate,
                func="RAISE EXCEPTION 'The record of events is never emptied';",
            ),
        )

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.act} by {self.by_name}"
