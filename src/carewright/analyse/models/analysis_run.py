"""An analysis as it was made: what was asked, what it rested on, and what it answered."""

from __future__ import annotations

import uuid
from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q

from carewright.platform import api as platform


class AnalysisRun(models.Model):
    """One run. Once answered, nothing of it changes; asked again, it gives the same bytes."""

    personal_data: ClassVar = platform.PersonalData.STAFF
    retention: ClassVar = platform.Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    question = models.JSONField()
    area_kind = models.CharField(max_length=30)
    area_code = models.CharField(max_length=20)
    title = models.CharField(max_length=200)
    # What it rested on: digests of files, corrections and confirmations, all in one.
    inputs_sha256 = models.CharField(max_length=64)
    sources = models.JSONField()
    engine_version = models.CharField(max_length=40)
    asked_by_name = models.CharField(max_length=200)
    asked_at = models.DateTimeField()
    job_id = models.UUIDField(null=True)
    answered_at = models.DateTimeField(null=True)
    answer = models.BinaryField(null=True)  # canonical JSON, compressed
    answer_sha256 = models.CharField(max_length=64, blank=True)

    objects = platform.OrganisationQuerySet["AnalysisRun"].as_manager()

    class Meta:
        indexes = (
            models.Index(
                fields=["organisation", "area_kind", "area_code", "-asked_at"], name="run_by_area"
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(answered_at=None, answer=None, answer_sha256="")
                | (Q(answered_at__isnull=False, answer__isnull=False) & ~Q(answer_sha256="")),
                name="run_answer_comes_with_its_time_and_digest",
            ),
        )
        triggers = (
            pgtrigger.Protect(
                name="never_changed_once_answered",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__answered_at__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.title
