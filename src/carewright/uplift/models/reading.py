"""The second person who reads a round: lines drawn by a stated rule, worked out afresh."""

from __future__ import annotations

import uuid
from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q

from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention
from carewright.uplift.models.round import UpliftRound
from carewright.uplift.rules.words import ReadState
from carewright_engine.costing.uplift import Drawn


class Reading(models.Model):
    """That somebody was asked to read a round, and what came of it; a wrong answer stays."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    round = models.ForeignKey(UpliftRound, on_delete=models.PROTECT, related_name="readings")
    number = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=64)  # of the preview that was read
    reader = models.ForeignKey("platform.Officer", on_delete=models.PROTECT, related_name="+")
    reader_account = models.UUIDField()
    reader_name = models.CharField(max_length=200)
    chosen_by_account = models.UUIDField()
    chosen_by_name = models.CharField(max_length=200)
    chosen_at = models.DateTimeField()
    state = models.CharField(max_length=20, default=ReadState.WAITING.value)
    answered_at = models.DateTimeField(null=True)
    words = models.TextField(blank=True)

    objects = OrganisationQuerySet["Reading"].as_manager()

    class Meta:
        triggers = (
            pgtrigger.Protect(
                name="reading_stays_as_it_was_answered",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__answered_at__isnull=False),
            ),
        )
        constraints = (
            models.UniqueConstraint(fields=["round", "number"], name="reading_has_its_number"),
            models.UniqueConstraint(
                fields=["round"], condition=Q(answered_at=None), name="reading_is_open_once"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in ReadState]),
                name="reading_state_is_known",
            ),
            models.CheckConstraint(
                condition=Q(state=ReadState.WAITING.value, answered_at=None)
                | (~Q(state=ReadState.WAITING.value) & Q(answered_at__isnull=False)),
                name="reading_answered_says_when",
            ),
            models.CheckConstraint(
                condition=~Q(reader_account=F("chosen_by_account")),
                name="reading_is_by_a_second_person",
            ),
        )

    def __str__(self) -> str:
        return f"Reading {self.number}"


class ReadLine(models.Model):
    """One line that the reader works out without seeing the answer; pence a unit."""

    personal_data: ClassVar = PersonalData.NONE
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, related_name="lines")
    place = models.PositiveSmallIntegerField()
    reference = models.CharField(max_length=20)
    priced = models.CharField(max_length=500)
    source = models.CharField(max_length=300)
    why = models.CharField(max_length=20, default=Drawn.BY_CHANCE.value, db_default="by_chance")
    # Of what was read before this was noted nobody knows, so not everybody sees it.
    one_person = models.BooleanField(default=True, db_default=True)
    old_pence = models.BigIntegerField()
    expected_pence = models.BigIntegerField()
    answered_pence = models.BigIntegerField(null=True)

    objects = OrganisationQuerySet["ReadLine"].as_manager()

    class Meta:
        triggers = (
            pgtrigger.Protect(
                name="read_line_stays_as_it_was_answered",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__answered_pence__isnull=False),
            ),
        )
        constraints = (
            models.UniqueConstraint(fields=["reading", "place"], name="read_line_has_its_place"),
            models.CheckConstraint(
                condition=Q(why__in=[each.value for each in Drawn]), name="read_line_says_why"
            ),
        )

    def __str__(self) -> str:
        return f"{self.reference} {self.priced}"
