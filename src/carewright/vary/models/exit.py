"""The end of an agreement by a plan: its reason, its notice, and the steps that protect people."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention
from carewright.vary.models.common import of_agreement, of_organisation
from carewright.vary.rules.lives import ExitState
from carewright.vary.rules.words import Cause, Counted, StepKind

_OPEN = [ExitState.PLANNED.value, ExitState.CONFIRMED.value]
_CERTAIN = [ExitState.CONFIRMED.value, ExitState.ENDED.value]


class Exit(models.Model):
    """An agreement is to end: one asks, a second person confirms. People are counted, not named."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = of_organisation()
    agreement = of_agreement()
    state = models.CharField(max_length=20, default=ExitState.PLANNED.value)
    cause = models.CharField(max_length=20)
    reason = models.TextField()
    notice_given_on = models.DateField()
    counted = models.CharField(max_length=10, default=Counted.CALENDAR.value)
    notice_days = models.PositiveIntegerField(null=True)  # as the agreement had it on that day
    earliest_last_day = models.DateField(null=True)
    notice_says = models.TextField()
    waived = models.TextField(blank=True)  # who agreed that it ends before the notice has passed
    last_day = models.DateField()
    people_affected = models.PositiveIntegerField(null=True)  # when it was planned
    handover = models.TextField(blank=True)
    data_return = models.TextField(blank=True)
    tupe = models.BooleanField(null=True)  # whether staff move with the work; None: nobody said
    asked_by_account = models.UUIDField()
    asked_by_name = models.CharField(max_length=200)
    asked_at = models.DateTimeField()
    confirmed_by_account = models.UUIDField(null=True)
    confirmed_by_name = models.CharField(max_length=200, blank=True)
    confirmed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by_name = models.CharField(max_length=200, blank=True)
    withdrawn_why = models.TextField(blank=True)
    notice_why = models.TextField(blank=True)  # why notice counts from a day gone by
    # That a confirmed end does not come after all: one asks, another confirms.
    undo_asked_by_account = models.UUIDField(null=True)
    undo_asked_by_name = models.CharField(max_length=200, blank=True)
    undo_why = models.TextField(blank=True)
    undone_by_account = models.UUIDField(null=True)
    undone_by_name = models.CharField(max_length=200, blank=True)

    objects = OrganisationQuerySet["Exit"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["agreement"],
                condition=Q(state__in=_OPEN),
                name="exit_is_planned_once_for_an_agreement",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in ExitState])
                & Q(cause__in=[each.value for each in Cause])
                & Q(counted__in=[each.value for each in Counted]),
                name="exit_words_are_known",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="exit_says_why"),
            models.CheckConstraint(
                condition=Q(earliest_last_day=None)
                | Q(last_day__gte=F("earliest_last_day"))
                | ~Q(waived=""),
                name="exit_keeps_its_notice_or_says_who_shortened_it",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=_CERTAIN)
                | (Q(confirmed_at__isnull=False, confirmed_by_account__isnull=False)
                   & ~Q(confirmed_by_name="")),
                name="exit_confirmed_names_a_person_and_a_time",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by_account=None)
                | ~Q(confirmed_by_account=F("asked_by_account")),
                name="exit_is_confirmed_by_a_second_person",
            ),
            models.CheckConstraint(
                condition=Q(undo_asked_by_account=None, undo_why="")
                | (Q(undo_asked_by_account__isnull=False) & ~Q(undo_why="")),
                name="exit_asked_back_says_why",
            ),
            models.CheckConstraint(
                condition=Q(undone_by_account=None)
                | ~Q(undone_by_account=F("undo_asked_by_account")),
                name="exit_is_undone_by_a_second_person",
            ),
            models.CheckConstraint(
                condition=~Q(state=ExitState.WITHDRAWN.value, confirmed_at__isnull=False)
                | Q(undone_by_account__isnull=False),
                name="exit_confirmed_is_undone_by_two",
            ),
            models.CheckConstraint(
                condition=~Q(state=ExitState.WITHDRAWN.value) | ~Q(withdrawn_why=""),
                name="exit_withdrawn_says_why",
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.reason[:80]


class ExitStep(models.Model):
    """A step of an exit plan; the action that carries it out is kept by the stage of actions."""

    personal_data: ClassVar = PersonalData.NONE
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = of_organisation()
    exit = models.ForeignKey(Exit, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=20)
    task = models.OneToOneField("follow_up.Task", on_delete=models.PROTECT, related_name="+")

    objects = OrganisationQuerySet["ExitStep"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=[each.value for each in StepKind]),
                name="exit_step_is_of_a_known_kind",
            ),
        )

    def __str__(self) -> str:
        return StepKind(self.kind).label
