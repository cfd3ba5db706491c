"""Every version of a scenario: what was changed, by whom and when, and how it then stood."""

from __future__ import annotations

import uuid
from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q

from carewright.foresee.models.scenario import Scenario
from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention


class ScenarioVersion(models.Model):
    """What owner and partners agree or argue about: a comment and a decision name one of these.

    `act` is what made it; `lever` the lever that was added, changed or removed, if one was.
    """

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    scenario = models.ForeignKey(Scenario, on_delete=models.PROTECT, related_name="versions")
    version = models.PositiveIntegerField()
    name = models.CharField(max_length=120)
    about = models.TextField(blank=True)
    levers = models.JSONField(default=list)
    act = models.CharField(max_length=40)
    lever = models.CharField(max_length=120, blank=True)
    by_name = models.CharField(max_length=200)
    by_organisation = models.CharField(max_length=200)
    at = models.DateTimeField()

    objects = OrganisationQuerySet["ScenarioVersion"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["scenario", "version"], name="scenario_version_is_made_once"
            ),
            models.CheckConstraint(condition=~Q(act=""), name="scenario_version_says_what_made_it"),
        )
        triggers = (
            pgtrigger.Protect(name="never_changed", operation=pgtrigger.Update | pgtrigger.Delete),
        )

    def __str__(self) -> str:
        return f"{self.name}, version {self.version}"
