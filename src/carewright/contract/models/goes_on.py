"""Care that goes on though its agreement no longer carries it."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from carewright.contract.models.agreement import Agreement
from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention


class CareGoesOn(models.Model):
    """A dated exception: somebody owns it, says why, and has until a day to put things right.

    When its clock has run out care still goes on; what changes is that its owner is late.
    """

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="goes_on")
    reason = models.TextField()
    owner = models.ForeignKey("platform.Officer", on_delete=models.PROTECT, related_name="+")
    owner_name = models.CharField(max_length=200)
    people_affected = models.PositiveIntegerField(null=True)
    starts_on = models.DateField()
    until = models.DateField()  # the last day of the clock
    recorded_by_name = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()
    ended_on = models.DateField(null=True)
    ended_how = models.TextField(blank=True)

    objects = OrganisationQuerySet["CareGoesOn"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["agreement"],
                condition=Q(ended_on=None),
                name="care_goes_on_by_one_exception",
            ),
            models.CheckConstraint(
                condition=~Q(reason="") & ~Q(owner_name=""), name="care_going_on_says_why_and_whose"
            ),
            models.CheckConstraint(
                condition=Q(until__gte=F("starts_on")), name="care_going_on_has_a_clock"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, ended_how="")
                | (Q(ended_on__isnull=False) & ~Q(ended_how="")),
                name="care_going_on_ended_says_how",
            ),
        )

    def __str__(self) -> str:
        return self.reason[:80]
