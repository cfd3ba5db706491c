"""Registers of which agreements are made: the file, its suppliers and each of its rows."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from carewright.contract.models.agreement import Agreement
from carewright.contract.rules.life_of_an_import import BatchState, Reading, RowState
from carewright.contract.rules.words import Kind, Regime
from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention


class ImportBatch(models.Model):
    """One register of contracts of which agreements are made, and what was said of the whole."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    dataset_id = models.UUIDField()  # the file, as the register keeps it
    sha256 = models.CharField(max_length=64)
    file_name = models.CharField(max_length=255)
    state = models.CharField(max_length=10, default=BatchState.OPEN.value)
    # A person's answer for every row whose own words leave it open.
    kind = models.CharField(max_length=30)
    regime = models.CharField(max_length=20)
    read_on = models.DateField()  # the day on which the file was true
    absent = ArrayField(models.CharField(max_length=40), default=list)
    rows_read = models.PositiveIntegerField()
    rows_kept = models.PositiveIntegerField()
    rows_doubtful = models.PositiveIntegerField()
    rows_refused = models.PositiveIntegerField()
    begun_by_name = models.CharField(max_length=200)
    begun_at = models.DateTimeField()
    undone_by_name = models.CharField(max_length=200, blank=True)
    undone_at = models.DateTimeField(null=True)
    undone_reason = models.TextField(blank=True)
    job_id = models.UUIDField(null=True)  # the background work that is under way or was last

    objects = OrganisationQuerySet["ImportBatch"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "sha256"],
                condition=Q(state=BatchState.OPEN.value),
                name="import_of_a_file_stands_once",
            ),
            models.CheckConstraint(
                condition=Q(rows_read=F("rows_kept") + F("rows_doubtful") + F("rows_refused")),
                name="import_loses_no_row",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in BatchState])
                & Q(kind__in=[each.value for each in Kind])
                & Q(regime__in=[each.value for each in Regime]),
                name="import_is_in_known_words",
            ),
            models.CheckConstraint(
                condition=Q(
                    state=BatchState.OPEN.value, undone_at=None, undone_by_name="", undone_reason=""
                )
                | (
                    Q(state=BatchState.UNDONE.value, undone_at__isnull=False)
                    & ~Q(undone_by_name="")
                    & ~Q(undone_reason="")
                ),
                name="import_undone_says_who_and_why",
            ),
        )

    def __str__(self) -> str:
        return self.file_name


class ImportSupplier(models.Model):
    """A supplier of the file, whom it may be, and whom somebody said that it is."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    batch = models.ForeignKey(ImportBatch, on_delete=models.PROTECT, related_name="suppliers")
    name = models.CharField(max_length=300)
    numbers = ArrayField(models.CharField(max_length=40), default=list)
    postcode = models.CharField(max_length=10, blank=True)
    candidates = models.JSONField(default=list)  # id, name, reasons, caution; surest first
    is_open = models.BooleanField()  # whether somebody still has to say whom it is
    provider_number = models.CharField(max_length=100, blank=True)
    provider_name = models.CharField(max_length=300)
    decided_by_name = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)

    objects = OrganisationQuerySet["ImportSupplier"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                "batch", Lower("name"), "numbers", name="supplier_stands_once_in_an_import"
            ),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(provider_name=""), name="supplier_imported_has_a_name"
            ),
            # Whoever may be somebody known is never joined to them, or kept apart, by nobody.
            models.CheckConstraint(
                condition=Q(is_open=True) | Q(candidates=[]) | ~Q(decided_by_name=""),
                name="supplier_matched_says_by_whom",
            ),
        )

    def __str__(self) -> str:
        return self.name


class ImportRow(models.Model):
    """One row of the file: how it was read, where it stands, and the agreement made of it."""

    # A spot purchase stands in registers under its title, which may say too much.
    personal_data: ClassVar = PersonalData.PSEUDONYMOUS
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    batch = models.ForeignKey(ImportBatch, on_delete=models.PROTECT, related_name="rows")
    source_row = models.PositiveIntegerField()
    reading = models.CharField(max_length=10)
    state = models.CharField(max_length=10)
    kind = models.CharField(max_length=30, blank=True)
    title = models.CharField(max_length=300, blank=True)
    care = models.CharField(max_length=30, blank=True)
    supplier = models.ForeignKey(
        ImportSupplier, null=True, on_delete=models.PROTECT, related_name="rows"
    )
    said = models.JSONField(default=dict)  # the values that were read, and why others are missing
    doubt = models.TextField(blank=True)
    repeats = models.JSONField(default=list)  # what it may repeat, and why
    reason = models.TextField(blank=True)
    decided_by_name = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)
    agreement = models.OneToOneField(
        Agreement, null=True, on_delete=models.PROTECT, related_name="imported_row"
    )

    objects = OrganisationQuerySet["ImportRow"].as_manager()

    class Meta:
        indexes = (models.Index("batch", "state", "source_row", name="import_row_in_state"),)
        constraints = (
            models.UniqueConstraint(
                fields=["batch", "source_row"], name="import_row_stands_once_in_a_file"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in RowState])
                & Q(reading__in=[each.value for each in Reading]),
                name="import_row_is_in_a_known_state",
            ),
            models.CheckConstraint(
                condition=Q(state=RowState.PLACED.value, agreement__isnull=False)
                | (~Q(state=RowState.PLACED.value) & Q(agreement=None)),
                name="import_row_placed_has_its_agreement",
            ),
            models.CheckConstraint(
                condition=~Q(state=RowState.PUT_ASIDE.value) | ~Q(reason=""),
                name="import_row_put_aside_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(reading=Reading.REFUSED.value) | Q(state=RowState.PUT_ASIDE.value),
                name="import_row_refused_is_never_placed",
            ),
        )

    def __str__(self) -> str:
        return f"Row {self.source_row}"
