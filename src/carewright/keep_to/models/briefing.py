"""Briefings for teams: versions of their words, and who has read which."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from carewright.keep_to.models.obligation import of_agreement, organisation
from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention


class BriefingVersion(models.Model):
    """One version of the words; a new one takes its place and none is rewritten."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = organisation()
    agreement = of_agreement()
    number = models.PositiveIntegerField()
    buys = models.TextField()
    who_for = models.TextField()
    how_to_refer = models.TextField()
    call_in_hours = models.TextField()
    call_out_of_hours = models.TextField()
    complaint = models.TextField()
    concern = models.TextField()
    challenge = models.TextField()
    afterwards = models.TextField(blank=True)
    record_said = models.JSONField()  # what the agreement's record said then, by its name
    team_ids = ArrayField(models.UUIDField(), default=list)  # who has to have read it
    why = models.TextField(blank=True)  # why it was written anew
    written_by_name = models.CharField(max_length=200)
    written_at = models.DateTimeField()

    objects = OrganisationQuerySet["BriefingVersion"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["agreement", "number"], name="briefing_version_is_one_of_its_number"
            ),
            models.CheckConstraint(
                condition=Q(number=1) | ~Q(why=""), name="briefing_written_anew_says_why"
            ),
            models.CheckConstraint(
                condition=~Q(complaint="") & ~Q(concern="") & ~Q(challenge="") & Q(number__gt=0),
                name="briefing_says_what_to_do_when_it_goes_wrong",
            ),
        )

    def __str__(self) -> str:
        return f"Version {self.number}"


class BriefingRead(models.Model):
    """Somebody has read a version; nobody reads for somebody else."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = organisation()
    version = models.ForeignKey(BriefingVersion, on_delete=models.PROTECT, related_name="reads")
    officer = models.ForeignKey("platform.Officer", on_delete=models.PROTECT, related_name="+")
    officer_name = models.CharField(max_length=200)
    read_at = models.DateTimeField()

    objects = OrganisationQuerySet["BriefingRead"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["version", "officer"], name="briefing_is_read_once_by_each"
            ),
        )

    def __str__(self) -> str:
        return self.officer_name
