"""Scrutiny before the decision: who called for it, what was asked and answered, what came of it."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from carewright.govern.models.paper import Paper
from carewright.govern.rules.scrutiny import SourceKind
from carewright.platform import api as platform


class Scrutiny(models.Model):
    """A look that members take at a paper before it is decided; the decision waits for it."""

    personal_data: ClassVar = platform.PersonalData.STAFF
    retention: ClassVar = platform.Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="scrutinies")
    request_id = models.UUIDField()
    hold_id = models.UUIDField()  # what keeps the decision waiting, and ends with the scrutiny
    reason = models.TextField()
    called_by = models.ForeignKey("platform.Officer", on_delete=models.PROTECT, related_name="+")
    called_by_name = models.CharField(max_length=200)
    called_at = models.DateTimeField()
    after_decision = models.BooleanField(db_default=False)  # called in, not looked at before
    recommendation = models.TextField(blank=True)
    ended_by_name = models.CharField(max_length=200, blank=True)
    ended_at = models.DateTimeField(null=True)

    objects = platform.OrganisationQuerySet["Scrutiny"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["paper"],
                condition=Q(ended_at=None),
                name="scrutiny_of_a_paper_runs_once_at_a_time",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="scrutiny_says_why"),
            models.CheckConstraint(
                condition=Q(ended_at=None) | (~Q(recommendation="") & ~Q(ended_by_name="")),
                name="scrutiny_ends_with_a_recommendation_and_a_name",
            ),
        )

    def __str__(self) -> str:
        return f"Scrutiny of {self.paper_id}"


class Question(models.Model):
    """Something that a member asked about a paper."""

    personal_data: ClassVar = platform.PersonalData.STAFF
    retention: ClassVar = platform.Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="questions")
    text = models.TextField()
    asked_by = models.ForeignKey("platform.Officer", on_delete=models.PROTECT, related_name="+")
    asked_by_name = models.CharField(max_length=200)
    # A partner's member, with whom the paper is shared; null: one of our own.
    asked_from = models.ForeignKey(
        "platform.Organisation", null=True, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField()

    objects = platform.OrganisationQuerySet["Question"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(text=""), name="question_asks_something"),
        )

    def __str__(self) -> str:
        return self.text[:80]


class Answer(models.Model):
    """What an officer answered; with its source, or without one, which is then said in words."""

    personal_data: ClassVar = platform.PersonalData.STAFF
    retention: ClassVar = platform.Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="answers")
    text = models.TextField()
    source_kind = models.CharField(max_length=20)
    source_title = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=500, blank=True)
    document = models.ForeignKey(
        "platform.Document", null=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_by_name = models.CharField(max_length=200)
    answered_at = models.DateTimeField()

    objects = platform.OrganisationQuerySet["Answer"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(text=""), name="answer_to_a_member_says_something"),
            models.CheckConstraint(
                condition=Q(source_kind=SourceKind.NONE.value)
                | (Q(source_kind=SourceKind.DOCUMENT.value) & Q(document__isnull=False))
                | (
                    Q(source_kind__in=[SourceKind.LINK.value, SourceKind.FIGURE.value])
                    & ~Q(source="")
                ),
                name="answer_has_the_source_that_it_names",
            ),
        )

    def __str__(self) -> str:
        return self.text[:80]
