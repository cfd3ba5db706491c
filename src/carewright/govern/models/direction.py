"""Directions of a joint board, and what the directed body says to them."""

from __future__ import annotations

import uuid
from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q

from carewright.govern.rules.directions import DirectionState, NoteKind, Replacing
from carewright.platform import api as platform

_WORDS = (
    "organisation_id", "number", "title", "to_id", "to_name", "text", "functions", "money_pence",
    "payment", "starts_on", "ends_before", "request_id", "rests_on", "replaces_id",
    "replaces_how", "issued_by_name", "issued_at",
)  # fmt: skip
_WORDS_CHANGE = "OLD.issued_at IS NOT NULL AND (({}) IS DISTINCT FROM ({}))".format(
    ", ".join(f"OLD.{column}" for column in _WORDS),
    ", ".join(f"NEW.{column}" for column in _WORDS),
)
_DRAFT = Q(state=DirectionState.DRAFT.value, issued_at=None, issued_by_name="")
_ISSUED = ~Q(state=DirectionState.DRAFT.value) & Q(issued_at__isnull=False) & ~Q(issued_by_name="")


class Direction(models.Model):
    """What a joint board directs a body to carry out, with the money for it.

    Once issued its words never change; a later direction takes its place or revokes it.
    """

    personal_data: ClassVar = platform.PersonalData.STAFF
    retention: ClassVar = platform.Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    # Null: a body that does not work in this installation, known by its name alone.
    to = models.ForeignKey(
        "platform.Organisation", null=True, on_delete=models.PROTECT, related_name="+"
    )
    to_name = models.CharField(max_length=200)
    text = models.TextField()
    functions = models.TextField()
    money_pence = models.BigIntegerField()
    payment = models.TextField()
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)
    request_id = models.UUIDField()  # the approval that it rests on
    rests_on = models.CharField(max_length=300)  # in words, for whoever cannot open it
    replaces = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="followed_by"
    )
    replaces_how = models.CharField(max_length=20, blank=True)
    state = models.CharField(max_length=20, default=DirectionState.DRAFT.value)
    written_by_name = models.CharField(max_length=200)
    written_at = models.DateTimeField()
    issued_by_name = models.CharField(max_length=200, blank=True)
    issued_at = models.DateTimeField(null=True)

    objects = platform.OrganisationQuerySet["Direction"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "number"], name="direction_number_once_in_an_organisation"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in DirectionState]),
                name="direction_state_is_known",
            ),
            models.CheckConstraint(
                condition=_DRAFT | _ISSUED, name="direction_issued_names_a_person_and_a_time"
            ),
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(functions="") & ~Q(to_name="") & ~Q(rests_on=""),
                name="direction_says_what_to_whom_on_what",
            ),
            models.CheckConstraint(
                condition=Q(money_pence__gte=0), name="direction_money_is_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(ends_before=None) | Q(ends_before__gt=F("starts_on")),
                name="direction_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(replaces=None, replaces_how="")
                | Q(replaces__isnull=False, replaces_how__in=[each.value for each in Replacing]),
                name="direction_says_how_it_replaces",
            ),
            models.UniqueConstraint(
                fields=["replaces"],
                condition=Q(issued_at__isnull=False),
                name="direction_is_replaced_once",
            ),
        )
        triggers = (
            pgtrigger.Protect(name="direction_never_deleted", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="direction_stays_as_issued",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(_WORDS_CHANGE),
            ),
        )

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """How people refer to the direction."""
        return f"DIR-{self.number:04d}"


class DirectionNote(models.Model):
    """What the directed body said: that it has the direction, or how far it has come."""

    personal_data: ClassVar = platform.PersonalData.STAFF
    retention: ClassVar = platform.Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # The directed body; the board reads its notes by the direction that they belong to.
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    direction = models.ForeignKey(Direction, on_delete=models.PROTECT, related_name="notes")
    kind = models.CharField(max_length=20)
    text = models.TextField(blank=True)
    said_by_name = models.CharField(max_length=200)
    said_at = models.DateTimeField()

    objects = platform.OrganisationQuerySet["DirectionNote"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(kind=NoteKind.ACKNOWLEDGED.value)
                | (Q(kind=NoteKind.PROGRESS.value) & ~Q(text="")),
                name="direction_note_kind_is_known_and_progress_has_words",
            ),
            models.UniqueConstraint(
                fields=["direction"],
                condition=Q(kind=NoteKind.ACKNOWLEDGED.value),
                name="direction_is_acknowledged_once",
            ),
        )
        triggers = (
            pgtrigger.Protect(
                name="direction_note_stays_as_said", operation=pgtrigger.Update | pgtrigger.Delete
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind}: {self.direction_id}"
