"""What happened: the ledger that later work writes into and analyses read from."""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q

from carewright.platform import api as platform
from carewright.register.models.person import Person


class Activity(models.Model):
    """One thing that happened in care, how much of it, and who says so. Only ever added to."""

    personal_data: ClassVar = platform.PersonalData.PSEUDONYMOUS
    retention: ClassVar = platform.Retention.SEVEN_YEARS

    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(max_length=40)
    # Null for what concerns nobody in particular, as a home that opens or closes.
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    provider_id = models.CharField(max_length=100, blank=True)  # as published registers number it
    service_id = models.CharField(max_length=100, blank=True)
    area_code = models.CharField(max_length=12, blank=True)
    on = models.DateField()
    quantity = models.DecimalField(max_digits=12, decimal_places=2)
    unit = models.CharField(max_length=20)
    source = models.CharField(max_length=200)

    objects = platform.OrganisationQuerySet["Activity"].as_manager()

    class Meta:
        indexes = (
            models.Index(fields=["person", "-on"], name="activity_of_person"),
            models.Index(fields=["organisation", "-on"], name="activity_by_day"),
        )
        constraints = (
            models.CheckConstraint(
                condition=~Q(kind="") & ~Q(unit="") & ~Q(source=""),
                name="activity_says_what_and_who_says_so",
            ),
            models.CheckConstraint(condition=Q(quantity__gte=0), name="activity_is_not_negative"),
        )
        triggers = (
            pgtrigger.Protect(
                name="activity_never_changed", operation=pgtrigger.Update | pgtrigger.Delete
            ),
            pgtrigger.Trigger(
                name="activity_never_emptied",
                level=pgtrigger.Statement,
                when=pgtrigger.Before,
                operation=pgtrigger.Truncate,
                func="RAISE EXCEPTION 'The ledger of activity is never emptied';",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} on {self.on}: {self.quantity} {self.unit}"
