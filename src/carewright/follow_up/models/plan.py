"""Reviews of many organisations, in phases, and the plans that come of them."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention


class Review(models.Model):
    """A look at many organisations, one phase after the other."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    partnership_id = models.UUIDField(null=True)
    title = models.CharField(max_length=200)
    purpose = models.TextField(blank=True)
    begun_by_name = models.CharField(max_length=200)
    begun_at = models.DateTimeField()

    objects = OrganisationQuerySet["Review"].as_manager()

    class Meta:
        constraints = (models.CheckConstraint(condition=~Q(title=""), name="review_has_a_title"),)

    def __str__(self) -> str:
        return self.title


class Phase(models.Model):
    """A part of a review, from a day until the day before another."""

    personal_data: ClassVar = PersonalData.NONE
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="phases")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["review", "number"], name="phase_number_is_its_own"),
            models.CheckConstraint(
                condition=Q(ends_before=None) | Q(ends_before__gt=F("starts_on")),
                name="phase_ends_after_it_starts",
            ),
        )

    def __str__(self) -> str:
        return f"Phase {self.number}: {self.name}"


class Plan(models.Model):
    """Actions that belong together: of one organisation looked at, or the themes common to all."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    partnership_id = models.UUIDField(null=True)
    title = models.CharField(max_length=200)
    source = models.CharField(max_length=20)
    reference = models.CharField(max_length=200, blank=True)
    about = models.CharField(max_length=200, blank=True)  # the organisation looked at, by name
    review = models.ForeignKey(Review, null=True, on_delete=models.PROTECT, related_name="plans")
    phase = models.ForeignKey(Phase, null=True, on_delete=models.PROTECT, related_name="plans")
    common = models.BooleanField(default=False)
    begun_by_name = models.CharField(max_length=200)
    begun_at = models.DateTimeField()

    objects = OrganisationQuerySet["Plan"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(title=""), name="plan_has_a_title"),
            models.UniqueConstraint(
                fields=["review"], condition=Q(common=True), name="plan_of_common_themes_is_one"
            ),
            models.UniqueConstraint(
                fields=["review", "about"],
                condition=Q(common=False, review__isnull=False),
                name="plan_of_an_organisation_is_one_in_a_review",
            ),
            models.CheckConstraint(
                condition=Q(phase=None) | Q(review__isnull=False),
                name="plan_in_a_phase_is_in_its_review",
            ),
        )

    def __str__(self) -> str:
        return self.title


class PlanImport(models.Model):
    """A file of actions that somebody gave for a plan: looked at first, then brought in whole."""

    personal_data: ClassVar = PersonalData.MIXED
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="imports")
    file_name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    text = models.TextField()
    columns = models.JSONField(default=dict)  # as a person chose them, by meaning
    given_by_name = models.CharField(max_length=200)
    given_at = models.DateTimeField()
    imported_at = models.DateTimeField(null=True)
    rows_added = models.PositiveIntegerField(default=0)
    rows_known = models.PositiveIntegerField(default=0)  # had been imported before
    rows_left_out = models.PositiveIntegerField(default=0)

    objects = OrganisationQuerySet["PlanImport"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(sha256__regex="^[0-9a-f]{64}$"), name="plan_import_digest_is_sha256"
            ),
        )

    def __str__(self) -> str:
        return self.file_name
