"""What was signed: how far the record went, and its root."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from carewright.attest.models.guards import NEVER_CHANGED
from carewright.platform.api import PersonalData, Retention


class Checkpoint(models.Model):
    """The record as it stood when a batch of events was sealed.

    `finished_before`: every transaction of the database `cluster` before this one had ended, so
    whatever it wrote is under this checkpoint or was never written. `peaks` lets the tree grow on.
    """

    personal_data: ClassVar = PersonalData.NONE
    retention: ClassVar = Retention.PERMANENT

    number = models.BigIntegerField(primary_key=True)
    size = models.BigIntegerField()
    root = models.BinaryField()
    peaks = models.BinaryField()
    note = models.TextField()
    finished_before = models.BigIntegerField()
    cluster = models.CharField(max_length=40)
    sealed_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["size"], name="checkpoint_each_is_larger"),
            models.CheckConstraint(
                condition=models.Q(number__gte=1, size__gte=1), name="checkpoint_seals_something"
            ),
        )
        triggers = NEVER_CHANGED

    def __str__(self) -> str:
        return f"Checkpoint {self.number}"
