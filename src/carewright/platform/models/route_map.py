"""The route map: whom to ask about what, and to whom an unanswered matter goes."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from carewright.platform.models.officer import Officer
from carewright.platform.models.organisation import Organisation
from carewright.platform.models.scoped import OrganisationQuerySet
from carewright.platform.rules.declarations import PersonalData, Retention
from carewright.platform.rules.route_map import MOST_DAYS


class Contact(models.Model):
    """Somebody to ask about a service area or a provider, as every organisation here may read.

    Name, job and ways to reach them are written down as they are published: the table of officers
    is no other organisation's to read.
    """

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    service_area = models.CharField(max_length=40, blank=True)
    provider = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="+"
    )
    is_lead = models.BooleanField(default=False)
    team = models.CharField(max_length=120, blank=True)
    ask_about = models.CharField(max_length=200, blank=True)
    shown_name = models.CharField(max_length=200)
    shown_job_title = models.CharField(max_length=200)
    shown_email = models.EmailField()
    shown_phone = models.CharField(max_length=40, blank=True)
    named_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = OrganisationQuerySet["Contact"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "service_area", "provider"],
                condition=Q(is_lead=True, ended_at=None),
                nulls_distinct=False,
                name="contact_one_lead_officer_each",
            ),
            models.CheckConstraint(
                condition=~Q(service_area="") | Q(provider__isnull=False),
                name="contact_is_for_an_area_or_a_provider",
            ),
        )

    def __str__(self) -> str:
        return f"{self.shown_name}, {self.service_area}"


class EscalationStep(models.Model):
    """One level of the way that an unanswered matter goes up; an empty area stands for the rest."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    service_area = models.CharField(max_length=40, blank=True)
    level = models.PositiveSmallIntegerField()
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    within_working_days = models.PositiveSmallIntegerField()
    shown_name = models.CharField(max_length=200)
    shown_job_title = models.CharField(max_length=200)

    objects = OrganisationQuerySet["EscalationStep"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "service_area", "level"], name="escalation_level_is_once"
            ),
            models.CheckConstraint(
                condition=Q(level__gte=1)
                & Q(within_working_days__gte=1)
                & Q(within_working_days__lte=MOST_DAYS),
                name="escalation_answers_within_working_days",
            ),
        )

    def __str__(self) -> str:
        return f"{self.level}: {self.shown_name}"
