"""A scenario as it stood when somebody asked for a decision on it."""

from __future__ import annotations

import uuid
from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q

from carewright.foresee.models.scenario import Scenario
from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention


class SentScenario(models.Model):
    """What those who decide read: name, purpose and levers of one version, never changed.

    The scenario itself goes on being worked at, so a request that led to it would show members
    something other than what they were asked about.
    """

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    scenario = models.ForeignKey(Scenario, on_delete=models.PROTECT, related_name="sent")
    version = models.PositiveIntegerField()
    name = models.CharField(max_length=120)
    about = models.TextField(blank=True)
    levers = models.JSONField()
    sent_by_name = models.CharField(max_length=200)
    sent_at = models.DateTimeField()

    objects = OrganisationQuerySet["SentScenario"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["scenario", "version"], name="scenario_version_is_kept_once"
            ),
            models.CheckConstraint(
                condition=~Q(levers=[]), name="scenario_sent_has_something_to_decide"
            ),
        )
        triggers = (
            pgtrigger.Protect(name="never_changed", operation=pgtrigger.Update | pgtrigger.Delete),
        )

    def __str__(self) -> str:
        return f"{self.name}, version {self.version}"
