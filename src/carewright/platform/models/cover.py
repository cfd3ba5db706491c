"""Who stands in for whom while somebody is away."""

from __future__ import annotations

import uuid
from datetime import date
from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from carewright.platform.models.officer import Officer
from carewright.platform.models.organisation import Organisation
from carewright.platform.models.scoped import OrganisationQuerySet
from carewright.platform.rules.declarations import PersonalData, Retention


class Covers(OrganisationQuerySet["Cover"]):
    """Covers by the days that they are for."""

    def standing(self) -> Covers:
        """Those that were not called off before they began."""
        return self.filter(called_off_at=None)

    def on(self, day: date) -> Covers:
        """Those that cover the day."""
        return self.standing().filter(starts_on__lte=day, ends_before__gt=day)


class Cover(models.Model):
    """An officer is away and another stands in; why somebody is away is nobody's business."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    absent = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    deputy = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    ends_before = models.DateField()
    arranged_at = models.DateTimeField()
    called_off_at = models.DateTimeField(null=True)

    objects = Covers.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(absent=F("deputy")), name="cover_is_by_somebody_else"
            ),
            models.CheckConstraint(
                condition=Q(ends_before__gt=F("starts_on")), name="cover_ends_after_it_starts"
            ),
            ExclusionConstraint(
                name="cover_one_deputy_at_a_time",
                expressions=[
                    ("absent", RangeOperators.EQUAL),
                    (
                        Func(
                            "starts_on",
                            "ends_before",
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(called_off_at=None),
            ),
        )

    def __str__(self) -> str:
        return f"{self.starts_on} to {self.ends_before}"
