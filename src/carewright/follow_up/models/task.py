"""Tracked actions: what was found, what is done about it, by whom and by when."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from carewright.follow_up.models.plan import Plan
from carewright.follow_up.rules.life_of_an_action import ActionState
from carewright.follow_up.rules.recurrence import Recurrence
from carewright.follow_up.rules.sources import Source
from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention

_DONE = (ActionState.DONE.value, ActionState.CLOSED.value)


class Task(models.Model):
    """One action with its owner and its moment, until it is settled."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    partnership_id = models.UUIDField(null=True)
    number = models.PositiveIntegerField()
    plan = models.ForeignKey(Plan, null=True, on_delete=models.PROTECT, related_name="tasks")
    finding_number = models.CharField(max_length=40, blank=True)
    finding = models.TextField()
    action = models.TextField()
    owner = models.ForeignKey(
        "platform.Officer", null=True, on_delete=models.PROTECT, related_name="+"
    )
    owner_words = models.CharField(max_length=200)  # the officer's name, or a team's
    due_at = models.DateTimeField()
    people_affected = models.PositiveIntegerField(null=True)
    evidence_wanted = models.TextField(blank=True)
    source = models.CharField(max_length=20)
    reference = models.CharField(max_length=200, blank=True)
    themes = ArrayField(models.CharField(max_length=60), default=list)
    state = models.CharField(max_length=20, default=ActionState.OPEN.value)
    recurrence = models.CharField(max_length=20, default=Recurrence.ONCE.value)
    day_of_month = models.PositiveSmallIntegerField()
    comes_after = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="followed_by"
    )
    # The first time that the same finding was made; a person confirms each link.
    first_self = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="returns"
    )
    row_digest = models.CharField(max_length=64, blank=True)
    created_by = models.ForeignKey(
        "platform.Officer", null=True, on_delete=models.PROTECT, related_name="+"
    )
    created_by_name = models.CharField(max_length=200)
    created_at = models.DateTimeField()
    done_by = models.ForeignKey(
        "platform.Officer", null=True, on_delete=models.PROTECT, related_name="+"
    )
    # Kept beside the officer, who may be a partner's and so not seen here: no one person both
    # does an action and closes it, whichever office they take.
    done_by_account = models.ForeignKey(
        "platform.Account", null=True, on_delete=models.PROTECT, related_name="+"
    )
    done_by_name = models.CharField(max_length=200, blank=True)
    done_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(
        "platform.Officer", null=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)

    objects = OrganisationQuerySet["Task"].as_manager()

    class Meta:
        indexes = (
            models.Index(fields=["organisation", "state", "due_at"], name="task_by_due_date"),
            models.Index(fields=["owner", "state", "due_at"], name="task_by_owner"),
        )
        constraints = (
            models.UniqueConstraint(fields=["organisation", "number"], name="task_number_is_own"),
            models.UniqueConstraint(
                fields=["plan", "row_digest"],
                condition=~Q(row_digest=""),
                name="task_of_a_row_is_in_its_plan_once",
            ),
            models.CheckConstraint(
                condition=~Q(finding="") & ~Q(action="") & ~Q(owner_words=""),
                name="task_says_what_and_who",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[s.value for s in ActionState]), name="task_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(source__in=[s.value for s in Source]), name="task_source_is_known"
            ),
            models.CheckConstraint(
                condition=Q(recurrence__in=[r.value for r in Recurrence]),
                name="task_recurrence_is_known",
            ),
            models.CheckConstraint(
                condition=Q(state__in=_DONE, done_by__isnull=False, done_at__isnull=False)
                | ~Q(state__in=_DONE),
                name="task_done_says_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=Q(
                    state=ActionState.CLOSED.value,
                    closed_by__isnull=False,
                    settled_at__isnull=False,
                )
                | (~Q(state=ActionState.CLOSED.value) & Q(closed_by=None)),
                name="task_closed_says_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=Q(closed_by=None) | ~Q(closed_by=F("done_by")),
                name="task_is_closed_by_somebody_else",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["not_done", "superseded"])
                | (~Q(reason="") & Q(settled_at__isnull=False)),
                name="task_given_up_says_why",
            ),
            models.CheckConstraint(
                condition=Q(first_self=None) | ~Q(first_self=F("id")),
                name="task_is_not_its_own_earlier_self",
            ),
        )

    def __str__(self) -> str:
        return f"A-{self.number:04d}"


class Evidence(models.Model):
    """What shows that an action was done: words, a document, or both."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="evidence")
    text = models.TextField(blank=True)
    document = models.ForeignKey(
        "platform.Document", null=True, on_delete=models.PROTECT, related_name="+"
    )
    given_by_name = models.CharField(max_length=200)
    given_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(text="") | Q(document__isnull=False),
                name="evidence_is_words_or_a_document",
            ),
        )

    def __str__(self) -> str:
        return self.text[:80]


class DueChange(models.Model):
    """One change of a due date, with the reason for it."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="due_changes")
    was_due_at = models.DateTimeField()
    due_at = models.DateTimeField()
    reason = models.TextField()
    changed_by_name = models.CharField(max_length=200)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(reason="") & ~Q(due_at=F("was_due_at")),
                name="due_change_changes_and_says_why",
            ),
        )

    def __str__(self) -> str:
        return f"{self.was_due_at} -> {self.due_at}"


class Escalation(models.Model):
    """An overdue action that went to somebody on the escalation path, once for each due date."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="escalations")
    level = models.PositiveSmallIntegerField()
    officer = models.ForeignKey("platform.Officer", on_delete=models.PROTECT, related_name="+")
    due_at = models.DateTimeField()
    escalated_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["task", "level", "due_at"], name="escalation_happens_once_a_level"
            ),
        )

    def __str__(self) -> str:
        return f"Level {self.level}"


class ComparedFindings(models.Model):
    """That a person looked at two findings and said that they are not the same."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="compared")
    earlier = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="+")
    said_by_name = models.CharField(max_length=200)
    said_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["task", "earlier"], name="findings_are_told_apart_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.task_id} is not {self.earlier_id}"
