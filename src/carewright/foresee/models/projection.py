"""A projection as it was made: what was asked, what it rested on, and what it answered."""

from __future__ import annotations

import uuid
from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q

from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention

_FIXED = (
    "organisation_id", "number", "title", "question", "scenario_ids", "area_kind", "area_code",
    "inputs_sha256", "sources", "engine_version", "asked_by_name", "asked_at", "answered_at",
    "answer", "answer_sha256",
)  # fmt: skip
_ANSWER_CHANGES = "OLD.answered_at IS NOT NULL AND ({}) IS DISTINCT FROM ({})".format(
    ", ".join(f"OLD.{column}" for column in _FIXED), ", ".join(f"NEW.{column}" for column in _FIXED)
)


class Projection(models.Model):
    """One question to the engine. Once answered, only its name and sharing may change.

    `number` is how people cite it: "projection 107". `scenario_ids` say which scenarios the
    compared ones were copied from. Asked again of the same facts, it gives the same bytes.
    """

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    partnership_id = models.UUIDField(null=True)
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=120, blank=True)
    title = models.CharField(max_length=200)
    question = models.JSONField()
    scenario_ids = models.JSONField(default=list)
    area_kind = models.CharField(max_length=30)
    area_code = models.CharField(max_length=20)
    # What it rested on: digests of files, corrections and capacity reported, all in one.
    inputs_sha256 = models.CharField(max_length=64)
    sources = models.JSONField()
    engine_version = models.CharField(max_length=40)
    asked_by_name = models.CharField(max_length=200)
    asked_at = models.DateTimeField()
    job_id = models.UUIDField(null=True)
    answered_at = models.DateTimeField(null=True)
    answer = models.BinaryField(null=True)  # canonical JSON, compressed
    answer_sha256 = models.CharField(max_length=64, blank=True)

    objects = OrganisationQuerySet["Projection"].as_manager()

    class Meta:
        indexes = (
            models.Index(
                fields=["organisation", "area_kind", "area_code", "-asked_at"],
                name="projection_by_area",
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "number"], name="projection_number_is_own"
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None, answer=None, answer_sha256="")
                | (Q(answered_at__isnull=False, answer__isnull=False) & ~Q(answer_sha256="")),
                name="projection_answer_comes_with_its_time_and_digest",
            ),
        )
        triggers = (
            pgtrigger.Protect(
                name="never_deleted_once_answered",
                operation=pgtrigger.Delete,
                condition=pgtrigger.Q(old__answered_at__isnull=False),
            ),
            pgtrigger.Protect(
                name="never_changed_once_answered",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(_ANSWER_CHANGES),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.name or self.title
