"""The order of the sealed record, and the few inner nodes of its tree that are kept."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from carewright.attest.models.guards import NEVER_CHANGED
from carewright.platform.api import PersonalData, Retention


class Leaf(models.Model):
    """The place of one event in the record, given when it was sealed.

    It holds no key to the event: if the event went, its place would still tell of it.
    """

    personal_data: ClassVar = PersonalData.NONE
    retention: ClassVar = Retention.PERMANENT

    place = models.BigIntegerField(primary_key=True)
    event_id = models.UUIDField()
    hash = models.BinaryField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["event_id"], name="leaf_event_is_sealed_once"),
            models.CheckConstraint(
                condition=models.Q(place__gte=0), name="leaf_places_count_from_nought"
            ),
        )
        triggers = NEVER_CHANGED

    def __str__(self) -> str:
        return f"{self.place}: {self.event_id}"


class Node(models.Model):
    """The root over 256 complete nodes beneath it, so that proofs read little."""

    personal_data: ClassVar = PersonalData.NONE
    retention: ClassVar = Retention.PERMANENT

    level = models.PositiveSmallIntegerField()
    place = models.BigIntegerField()
    hash = models.BinaryField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["level", "place"], name="node_stands_once"),)
        triggers = NEVER_CHANGED

    def __str__(self) -> str:
        return f"{self.level}/{self.place}"
