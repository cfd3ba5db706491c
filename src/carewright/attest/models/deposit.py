"""Checkpoints that were left with somebody else."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from carewright.attest.models.guards import NEVER_CHANGED
from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention


class Deposited(models.TextChoices):
    """Where a checkpoint can be left."""

    FOLDER = "folder", "In a folder"
    MAIL = "mail", "By e-mail"
    ORGANISATION = "organisation", "With an organisation"


class Deposit(models.Model):
    """A checkpoint left with a witness: a folder, an address, or an organisation's officer.

    Rows without an organisation are the installation's own deposits, which all may read.
    """

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation_id = models.UUIDField(null=True)
    checkpoint_number = models.BigIntegerField()
    note = models.TextField()
    kind = models.CharField(max_length=20, choices=Deposited)
    left_with = models.CharField(max_length=300)
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()

    objects = OrganisationQuerySet["Deposit"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind__in=Deposited.values), name="deposit_kind_is_known"
            ),
            models.UniqueConstraint(
                fields=["checkpoint_number", "kind", "left_with"], name="deposit_is_made_once"
            ),
        )
        triggers = NEVER_CHANGED

    def __str__(self) -> str:
        return f"Checkpoint {self.checkpoint_number} with {self.left_with}"
