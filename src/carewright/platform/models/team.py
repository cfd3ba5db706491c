"""Teams: who works together on what, under whom, and in which locality."""

from __future__ import annotations

import uuid
from datetime import date
from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from carewright.platform.models.officer import Officer
from carewright.platform.models.organisation import Organisation
from carewright.platform.models.scoped import OrganisationQuerySet
from carewright.platform.rules.declarations import PersonalData, Retention


class Locality(models.Model):
    """A named part of an integration joint board's area, for which it plans.

    Public Bodies (Joint Working) (Scotland) Act 2014 s.29(3)(a): two at least in each area.
    """

    personal_data: ClassVar = PersonalData.NONE
    retention: ClassVar = Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    covers = models.CharField(max_length=300)  # in words: places that people know
    named_at = models.DateTimeField()

    objects = OrganisationQuerySet["Locality"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "name"], name="locality_name_is_its_own"
            ),
        )

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """Colleagues who do a part of the work together; ended when it is, never deleted."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    service_areas = ArrayField(models.CharField(max_length=40))
    lead = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    locality = models.ForeignKey(Locality, null=True, on_delete=models.PROTECT, related_name="+")
    formed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = OrganisationQuerySet["Team"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "name"],
                condition=Q(ended_at=None),
                name="team_name_is_its_own",
            ),
            models.CheckConstraint(
                condition=Q(service_areas__len__gte=1), name="team_works_on_something"
            ),
        )

    def __str__(self) -> str:
        return self.name


class Memberships(models.QuerySet["TeamMember"]):
    """Memberships by the days on which they hold."""

    def on(self, day: date) -> Memberships:
        """Those that cover the day."""
        return self.filter(Q(ends_before=None) | Q(ends_before__gt=day), starts_on__lte=day)


class TeamMember(models.Model):
    """An officer in a team from a day on, until the day before another."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="members")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)

    objects = Memberships.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_before=None) | Q(ends_before__gt=F("starts_on")),
                name="team_member_leaves_after_joining",
            ),
            ExclusionConstraint(
                name="team_member_is_in_it_once_at_a_time",
                expressions=[
                    ("team", RangeOperators.EQUAL),
                    ("officer", RangeOperators.EQUAL),
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
        return f"{self.officer_id} from {self.starts_on}"
