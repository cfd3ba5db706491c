"""Named lead officers, and the training that each has taken."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from carewright.platform.models.document import Document
from carewright.platform.models.officer import Officer
from carewright.platform.models.organisation import Organisation
from carewright.platform.models.scoped import OrganisationQuerySet
from carewright.platform.rules.declarations import PersonalData, Retention
from carewright.platform.rules.training import LeadDuty


class LeadOfficer(models.Model):
    """The one officer whom an organisation names for a duty, from a day on."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    duty = models.CharField(max_length=40)
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)
    named_by_name = models.CharField(max_length=200)

    objects = OrganisationQuerySet["LeadOfficer"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "duty"],
                condition=Q(ends_before=None),
                name="lead_officer_one_for_each_duty",
            ),
            models.CheckConstraint(
                condition=Q(duty__in=[each.value for each in LeadDuty]),
                name="lead_officer_duty_is_known",
            ),
            models.CheckConstraint(
                condition=Q(ends_before=None) | Q(ends_before__gte=F("starts_on")),
                name="lead_officer_ends_after_starting",
            ),
        )

    def __str__(self) -> str:
        return f"{self.duty} from {self.starts_on}"


class TrainingTaken(models.Model):
    """A course that an officer took, until when it counts, and the document that shows it."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    course = models.CharField(max_length=40)
    taken_on = models.DateField()
    valid_until = models.DateField()  # the first day on which it counts no more
    document = models.ForeignKey(Document, null=True, on_delete=models.PROTECT, related_name="+")
    recorded_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    recorded_by_name = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()

    objects = OrganisationQuerySet["TrainingTaken"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["officer", "course", "taken_on"], name="training_is_written_down_once"
            ),
            models.CheckConstraint(
                condition=Q(valid_until__gt=F("taken_on")), name="training_counts_once_taken"
            ),
            models.CheckConstraint(
                condition=~Q(recorded_by=F("officer")), name="training_is_recorded_by_another"
            ),
        )

    def __str__(self) -> str:
        return f"{self.course} on {self.taken_on}"
