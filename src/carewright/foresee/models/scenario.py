"""Scenarios: levers that a commissioner might pull, each with its evidence, named and shared."""

from __future__ import annotations

import uuid
from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q

from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention


class Scenario(models.Model):
    """A named what-if. Its levers are plain values that the engine reads and refuses.

    A projection keeps its own copy of the levers, so that a later change here alters no answer;
    `version` counts the changes. A partnership may own it jointly: see ADR 14.
    """

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    partnership_id = models.UUIDField(null=True)
    name = models.CharField(max_length=120)
    about = models.TextField(blank=True)
    levers = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)
    created_by_name = models.CharField(max_length=200)
    created_at = models.DateTimeField()
    changed_by_name = models.CharField(max_length=200)
    changed_at = models.DateTimeField()
    put_away_at = models.DateTimeField(null=True)

    objects = OrganisationQuerySet["Scenario"].as_manager()

    class Meta:
        indexes = (models.Index(fields=["organisation", "-changed_at"], name="scenario_by_change"),)
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "name"],
                condition=Q(put_away_at=None),
                name="scenario_name_is_its_own",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="scenario_has_a_name"),
            models.CheckConstraint(
                condition=Q(version__gte=1), name="scenario_version_begins_with_one"
            ),
        )

    def __str__(self) -> str:
        return self.name


class ScenarioComment(models.Model):
    """What somebody of the owner or of a partner says of a scenario; never changed."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    scenario = models.ForeignKey(Scenario, on_delete=models.PROTECT, related_name="comments")
    # Whose officer says it; the scenario's own organisation or a partner.
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    of_version = models.PositiveIntegerField()
    account_id = models.UUIDField(null=True)  # who is told when the scenario changes after it
    words = models.TextField()
    by_name = models.CharField(max_length=200)
    by_organisation = models.CharField(max_length=200)
    at = models.DateTimeField()

    objects = OrganisationQuerySet["ScenarioComment"].as_manager()

    class Meta:
        indexes = (models.Index(fields=["scenario", "at"], name="scenario_comment_by_time"),)
        constraints = (
            models.CheckConstraint(condition=~Q(words=""), name="scenario_comment_says_something"),
        )
        triggers = (
            pgtrigger.Protect(name="never_changed", operation=pgtrigger.Update | pgtrigger.Delete),
        )

    def __str__(self) -> str:
        return self.words[:60]
