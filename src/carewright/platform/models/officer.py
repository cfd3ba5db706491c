"""People acting for an organisation, and what they are there, each for a period."""

from __future__ import annotations

import uuid
from datetime import date
from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from carewright.platform.models.account import Account
from carewright.platform.models.organisation import Organisation
from carewright.platform.models.scoped import OrganisationQuerySet
from carewright.platform.rules.declarations import PersonalData, Retention
from carewright.platform.rules.organisations import Role


class Officer(models.Model):
    """One account in one organisation; deactivated when the person leaves, never deleted."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="officers")
    job_title = models.CharField(max_length=200)
    active = models.BooleanField(default=True)
    enrolled_at = models.DateTimeField()
    deactivated_at = models.DateTimeField(null=True)

    objects = OrganisationQuerySet["Officer"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "account"], name="officer_once_in_an_organisation"
            ),
            models.CheckConstraint(
                condition=Q(active=True, deactivated_at=None)
                | Q(active=False, deactivated_at__isnull=False),
                name="officer_inactive_says_since_when",
            ),
        )

    def __str__(self) -> str:
        return f"{self.account.name}, {self.organisation.name}"


class RolesHeld(models.QuerySet["OfficerRole"]):
    """Roles by the days on which they are held."""

    def on(self, day: date) -> RolesHeld:
        """Those that cover the day; the last day of a period is the one before `ends_before`."""
        return self.filter(Q(ends_before=None) | Q(ends_before__gt=day), starts_on__lte=day)


class OfficerRole(models.Model):
    """A role that an officer holds from a day on, until the day before another."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="roles")
    role = models.CharField(max_length=40)
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)
    # Given by a group of the employer's sign-in; empty when somebody gave it by hand.
    from_group = models.CharField(max_length=200, blank=True)

    objects = RolesHeld.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_before=None) | Q(ends_before__gt=F("starts_on")),
                name="officer_role_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(role__in=[r.value for r in Role]), name="officer_role_is_known"
            ),
            ExclusionConstraint(
                name="officer_role_is_held_once_at_a_time",
                expressions=[
                    ("officer", RangeOperators.EQUAL),
                    ("role", RangeOperators.EQUAL),
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
            ),
        )

    def __str__(self) -> str:
        return f"{Role(self.role).label} from {self.starts_on}"
