"""What can be provided in an area, as somebody reported it: now, or from a day to come."""

from __future__ import annotations

import uuid
from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q

from carewright.platform import api as platform

_SAID = (
    "organisation_id", "area_kind", "area_code", "area_name", "support", "measure", "amount",
    "since", "planned", "provider_name", "said_by", "source", "reported_by_name", "reported_at",
)  # fmt: skip
_WHAT_WAS_SAID_CHANGES = "(({}) IS DISTINCT FROM ({}))".format(
    ", ".join(f"OLD.{column}" for column in _SAID), ", ".join(f"NEW.{column}" for column in _SAID)
)
_NOT_TAKEN_BACK = Q(taken_back_at=None, taken_back_by_name="", taken_back_reason="")
_TAKEN_BACK = Q(taken_back_at__isnull=False) & ~Q(taken_back_by_name="") & ~Q(taken_back_reason="")


class CapacityReport(models.Model):
    """How many hours a week, or places, an area or one of its providers can give from a day on.

    It holds until a later report of the same. `planned` says that the day lay ahead when it was
    reported. What was said never changes; a wrong report is taken back, with the reason.
    """

    personal_data: ClassVar = platform.PersonalData.STAFF
    retention: ClassVar = platform.Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    area_kind = models.CharField(max_length=30)
    area_code = models.CharField(max_length=20)
    area_name = models.CharField(max_length=200)
    support = models.CharField(max_length=20)
    measure = models.CharField(max_length=20)
    amount = models.DecimalField(max_digits=10, decimal_places=1)
    since = models.DateField()
    planned = models.BooleanField()
    provider_name = models.CharField(max_length=200, blank=True)  # blank: the whole area
    said_by = models.CharField(max_length=200)
    source = models.TextField()
    reported_by_name = models.CharField(max_length=200)
    reported_at = models.DateTimeField()
    taken_back_by_name = models.CharField(max_length=200, blank=True)
    taken_back_at = models.DateTimeField(null=True)
    taken_back_reason = models.TextField(blank=True)

    objects = platform.OrganisationQuerySet["CapacityReport"].as_manager()

    class Meta:
        indexes = (
            models.Index(
                fields=["organisation", "area_code", "support", "since"], name="capacity_by_area"
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(support="care_at_home", measure="hours_a_week")
                | Q(support="care_home", measure="places"),
                name="capacity_is_in_the_measure_of_its_support",
            ),
            models.CheckConstraint(condition=Q(amount__gte=0), name="capacity_is_not_negative"),
            models.CheckConstraint(
                condition=~Q(said_by="") & ~Q(source=""), name="capacity_says_who_says_so"
            ),
            models.CheckConstraint(
                condition=_NOT_TAKEN_BACK | _TAKEN_BACK,
                name="capacity_taken_back_names_a_person_a_time_and_a_reason",
            ),
        )
        triggers = (
            pgtrigger.Protect(name="capacity_never_deleted", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="capacity_never_said_otherwise",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(_WHAT_WAS_SAID_CHANGES),
            ),
        )

    def __str__(self) -> str:
        return f"{self.amount} {self.measure} from {self.since}"
