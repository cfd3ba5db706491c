"""A round as it is written: kept between its steps, with everybody who typed in it."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention
from carewright.uplift.models.round import UpliftRound


class RoundDraft(models.Model):
    """What was typed so far, step by step, of a new round or of one that is to be changed.

    Whoever typed in it has had a hand in the round that comes of it, and never reads that.
    """

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.WHILE_IN_USE

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    round = models.ForeignKey(
        UpliftRound, null=True, on_delete=models.CASCADE, related_name="drafts"
    )
    touched_by_accounts = ArrayField(models.UUIDField(), default=list)
    by_name = models.CharField(max_length=200)  # who began it
    answers = models.JSONField(default=dict)  # by step: each question with what was typed
    begun_at = models.DateTimeField()
    saved_at = models.DateTimeField()

    objects = OrganisationQuerySet["RoundDraft"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(answers={}) & Q(touched_by_accounts__len__gt=0),
                name="uplift_draft_says_something_and_whose",
            ),
        )

    def __str__(self) -> str:
        return f"Draft of {self.by_name}"
