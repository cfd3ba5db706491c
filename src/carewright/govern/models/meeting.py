"""Bodies that decide together, their meetings, what stood on the agenda and what was resolved."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from carewright.govern.models.paper import Paper
from carewright.govern.rules.meetings import BodyKind
from carewright.platform import api as platform


class Body(models.Model):
    """A committee, executive, council or joint board of an organisation."""

    personal_data: ClassVar = platform.PersonalData.NONE
    retention: ClassVar = platform.Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20)

    objects = platform.OrganisationQuerySet["Body"].as_manager()

    class Meta:
        verbose_name_plural = "bodies"
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "name"], name="body_once_in_an_organisation"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[each.value for each in BodyKind]), name="body_kind_is_known"
            ),
        )

    def __str__(self) -> str:
        return self.name


class Meeting(models.Model):
    """A day and hour at which a body meets, was to meet before it was moved, or does not meet."""

    personal_data: ClassVar = platform.PersonalData.NONE
    retention: ClassVar = platform.Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings")
    starts_at = models.DateTimeField()
    place = models.CharField(max_length=200, blank=True)
    moved_from = models.DateTimeField(null=True)  # when it was to begin before, the last time
    moved_why = models.TextField(blank=True, db_default="")
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by_name = models.CharField(max_length=200, blank=True, db_default="")
    cancelled_why = models.TextField(blank=True, db_default="")

    objects = platform.OrganisationQuerySet["Meeting"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["body", "starts_at"],
                condition=Q(cancelled_at=None),
                name="meeting_of_a_body_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(moved_from=None) | ~Q(moved_why=""), name="meeting_moved_says_why"
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at=None) | (~Q(cancelled_why="") & ~Q(cancelled_by_name="")),
                name="meeting_cancelled_says_why_and_by_whom",
            ),
        )

    def __str__(self) -> str:
        return f"{self.body_id} at {self.starts_at}"


class AgendaItem(models.Model):
    """A paper before a meeting, and the resolution as it was minuted."""

    personal_data: ClassVar = platform.PersonalData.STAFF
    retention: ClassVar = platform.Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    number = models.PositiveIntegerField()
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="items")
    step_id = models.UUIDField()  # the step of the approval that waits for the body
    outcome = models.CharField(max_length=20, blank=True)
    resolution = models.TextField(blank=True)
    minute_reference = models.CharField(max_length=100, blank=True)
    document = models.ForeignKey(
        "platform.Document", null=True, on_delete=models.PROTECT, related_name="+"
    )
    minuted_by_name = models.CharField(max_length=200, blank=True)
    minuted_at = models.DateTimeField(null=True)
    taken_off_at = models.DateTimeField(null=True)
    taken_off_by_name = models.CharField(max_length=200, blank=True, db_default="")
    taken_off_why = models.TextField(blank=True, db_default="")

    objects = platform.OrganisationQuerySet["AgendaItem"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["meeting", "number"], name="agenda_item_number_once_at_a_meeting"
            ),
            models.UniqueConstraint(
                fields=["meeting", "paper"], name="agenda_has_a_paper_once"
            ),
            # A minute cites the item with its step, so it is never of a step not on the agenda.
            models.UniqueConstraint(
                fields=["id", "step_id"], name="agenda_item_knows_its_step"
            ),
            models.CheckConstraint(
                condition=Q(minuted_at=None)
                | (
                    ~Q(outcome="") & ~Q(resolution="") & ~Q(minute_reference="")
                    & ~Q(minuted_by_name="")
                ),
                name="agenda_item_minuted_says_outcome_words_reference_and_who",
            ),
            models.CheckConstraint(
                condition=Q(taken_off_at=None)
                | (Q(minuted_at=None) & ~Q(taken_off_why="") & ~Q(taken_off_by_name="")),
                name="agenda_item_taken_off_says_why_and_is_not_minuted",
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"Item {self.number}"
