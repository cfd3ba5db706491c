"""A care service as one file showed it on one day, for lists and for search."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models.functions import Lower

from carewright.platform import api as platform
from carewright.register.models.dataset import Dataset


class ServiceReading(models.Model):
    """One service in one file. The source is never changed; corrections stand beside it."""

    # Childminders work alone and at home: their own names and postcodes stand in registers.
    personal_data: ClassVar = platform.PersonalData.STAFF
    retention: ClassVar = platform.Retention.PERMANENT

    dataset = models.ForeignKey(Dataset, on_delete=models.CASCADE, related_name="services")
    # The dataset's own, repeated: row-level security must not look it up row by row.
    organisation = models.ForeignKey(
        "platform.Organisation", null=True, on_delete=models.PROTECT, related_name="+"
    )
    source_row = models.PositiveIntegerField()
    service_id = models.CharField(max_length=100)
    as_at = models.DateField()
    register = models.CharField(max_length=30)
    name = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=160)
    care_service = models.CharField(max_length=100, blank=True)
    care_group = models.CharField(max_length=30)
    sector = models.CharField(max_length=20, blank=True)
    public_class = models.CharField(max_length=20, blank=True)
    public_basis = models.CharField(max_length=300, blank=True)
    provider_id = models.CharField(max_length=100, blank=True)
    provider_name = models.CharField(max_length=300, blank=True)
    status = models.CharField(max_length=60, blank=True)
    counting = models.CharField(max_length=10)
    town = models.CharField(max_length=100, blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    council_code = models.CharField(max_length=9, blank=True)
    council_name = models.CharField(max_length=100, blank=True)
    places = models.IntegerField(null=True)
    beds = models.IntegerField(null=True)
    staff_wte = models.FloatField(null=True)
    min_grade = models.SmallIntegerField(null=True)
    graded_on = models.DateField(null=True)

    objects = platform.OrganisationQuerySet["ServiceReading"].as_manager()

    class Meta:
        # In small letters, as lists order by name: else each page would sort every row.
        indexes = (
            models.Index("as_at", "council_code", Lower("name"), "id", name="service_in_council"),
            models.Index(fields=["service_id", "as_at"], name="service_over_time"),
            models.Index(Lower("name"), "id", name="service_by_name"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["dataset", "service_id"], name="service_stands_once_in_a_file"
            ),
            models.CheckConstraint(
                condition=models.Q(counting__in=["counted", "doubtful", "apart"]),
                name="service_says_whether_it_counts",
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.service_id})"


#: The columns that are filled from the canonical table, by their names there.
COPIED = (
    "source_row", "service_id", "as_at", "register", "name", "kind", "care_service", "care_group",
    "sector", "public_class", "public_basis", "provider_id", "provider_name", "status", "counting",
    "town", "postcode", "council_code", "council_name", "places", "beds", "staff_wte", "min_grade",
    "graded_on",
)  # fmt: skip
