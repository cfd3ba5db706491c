"""What people decided about the facts: corrections, who runs a service, which providers are one."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from carewright.platform import api as platform


class Decision(models.Model):
    """Something that a person said of a published fact, for one organisation; never deleted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    reason = models.TextField()
    decided_by_name = models.CharField(max_length=200)
    decided_at = models.DateTimeField()
    withdrawn_by_name = models.CharField(max_length=200, blank=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class Correction(Decision):
    """The right value where a file holds a wrong one; the file's own value stays on show."""

    personal_data: ClassVar = platform.PersonalData.STAFF
    retention: ClassVar = platform.Retention.PERMANENT

    service_id = models.CharField(max_length=100)
    as_at = models.DateField()
    column = models.CharField(max_length=40)
    old_value = models.CharField(max_length=300, blank=True)
    new_value = models.CharField(max_length=300, blank=True)

    objects = platform.OrganisationQuerySet["Correction"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "service_id", "as_at", "column"],
                condition=Q(withdrawn_at=None),
                name="correction_stands_once_for_a_value",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="correction_says_how_it_is_known"),
        )

    def __str__(self) -> str:
        return f"{self.service_id} {self.column}: {self.old_value} -> {self.new_value}"


class PublicRunDecision(Decision):
    """Whether a service is publicly run, and by what: the file only lets us propose it."""

    personal_data: ClassVar = platform.PersonalData.STAFF
    retention: ClassVar = platform.Retention.PERMANENT

    service_id = models.CharField(max_length=100)
    public_class = models.CharField(max_length=20, blank=True)  # blank: not publicly run

    objects = platform.OrganisationQuerySet["PublicRunDecision"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "service_id"],
                condition=Q(withdrawn_at=None),
                name="public_run_decision_stands_once_for_a_service",
            ),
            models.CheckConstraint(
                condition=Q(public_class__in=["", "council", "council_company", "health_board"]),
                name="public_run_decision_names_a_class",
            ),
        )

    def __str__(self) -> str:
        return f"{self.service_id}: {self.public_class or 'not publicly run'}"


class GroupDecision(Decision):
    """Whether providers proposed as one operator are one: confirmed, or undone."""

    personal_data: ClassVar = platform.PersonalData.STAFF
    retention: ClassVar = platform.Retention.PERMANENT

    group_id = models.CharField(max_length=500)
    group_name = models.CharField(max_length=300)
    is_one = models.BooleanField()

    objects = platform.OrganisationQuerySet["GroupDecision"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "group_id"],
                condition=Q(withdrawn_at=None),
                name="group_decision_stands_once_for_a_group",
            ),
        )

    def __str__(self) -> str:
        return f"{self.group_name}: {'one operator' if self.is_one else 'not one operator'}"
