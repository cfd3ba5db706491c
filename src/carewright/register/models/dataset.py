"""A published file as it was given, and the canonical tables that it was turned into."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from carewright.platform import api as platform
from carewright.register.rules.life_of_a_dataset import DatasetState


class Dataset(models.Model):
    """One file with its digest, publisher and licence; without an organisation, all use it."""

    personal_data: ClassVar = platform.PersonalData.STAFF
    retention: ClassVar = platform.Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", null=True, on_delete=models.PROTECT, related_name="+"
    )
    document = models.ForeignKey("platform.Document", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, default=DatasetState.UPLOADED.value)
    file_name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=60, blank=True)
    title = models.CharField(max_length=200, blank=True)
    publisher = models.CharField(max_length=200, blank=True)
    licence = models.CharField(max_length=200, blank=True)
    as_at = models.DateField(null=True)
    hints = models.JSONField(default=dict)  # what the person said of kind, day and columns
    summary = models.JSONField(default=dict)  # headers, matches, notes, rows a table
    problem = models.TextField(blank=True)
    rows_read = models.PositiveBigIntegerField(default=0)
    rows_kept = models.PositiveBigIntegerField(default=0)
    rows_doubtful = models.PositiveBigIntegerField(default=0)
    rows_refused = models.PositiveBigIntegerField(default=0)
    uploaded_by_name = models.CharField(max_length=200)
    uploaded_at = models.DateTimeField()
    imported_by_name = models.CharField(max_length=200, blank=True)
    imported_at = models.DateTimeField(null=True)
    job_id = models.UUIDField(null=True)  # the background work that is under way or was last

    objects = platform.OrganisationQuerySet["Dataset"].as_manager()

    class Meta:
        indexes = (models.Index(fields=["organisation", "-uploaded_at"], name="dataset_by_day"),)
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "sha256", "kind"],
                condition=Q(state=DatasetState.IMPORTED.value),
                nulls_distinct=False,
                name="dataset_is_imported_once",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[s.value for s in DatasetState]),
                name="dataset_state_is_known",
            ),
            models.CheckConstraint(
                condition=Q(rows_read=F("rows_kept") + F("rows_refused")),
                name="dataset_loses_no_row",
            ),
            models.CheckConstraint(
                condition=Q(rows_doubtful__lte=F("rows_kept")),
                name="dataset_doubts_only_what_it_keeps",
            ),
            models.CheckConstraint(
                condition=~Q(state=DatasetState.IMPORTED.value) | Q(imported_at__isnull=False),
                name="dataset_imported_says_when",
            ),
        )

    def __str__(self) -> str:
        return self.file_name


class DatasetTable(models.Model):
    """Rows of one canonical table read from a file, kept as they were, outside the database."""

    # Childminders work alone and at home: their own names and postcodes stand in registers.
    personal_data: ClassVar = platform.PersonalData.STAFF
    retention: ClassVar = platform.Retention.PERMANENT

    dataset = models.ForeignKey(Dataset, on_delete=models.CASCADE, related_name="tables")
    name = models.CharField(max_length=60)
    rows = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    stored_as = models.CharField(max_length=200)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["dataset", "name"], name="dataset_table_stands_once_in_a_file"
            ),
        )

    def __str__(self) -> str:
        return f"{self.name}: {self.rows} rows"
