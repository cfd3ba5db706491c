"""Checkpoints, and where they were left."""

from __future__ import annotations

from carewright.attest import models, rows
from carewright.platform import api as platform


def newest() -> models.Checkpoint | None:
    """The checkpoint that covers most."""
    return models.Checkpoint.objects.order_by("-number").first()


def newest_checkpoint() -> rows.Checkpoint | None:
    """The checkpoint that covers most, as others see it."""
    found = newest()
    return checkpoint_row(found) if found else None


def checkpoint(number: int) -> rows.Checkpoint:
    """The checkpoint of this number; it holds nothing of anybody's, so all who ask may see it."""
    found = models.Checkpoint.objects.filter(number=number).first()
    if found is None:
        raise platform.NotFound(f"There is no checkpoint {number}")
    return checkpoint_row(found)


def checkpoint_row(found: models.Checkpoint) -> rows.Checkpoint:
    """The checkpoint as others see it."""
    return rows.Checkpoint(found.number, found.size, bytes(found.root), found.note, found.sealed_at)


def checkpoints() -> list[rows.Checkpoint]:
    """The newest thousand checkpoints, newest first."""
    return [checkpoint_row(each) for each in models.Checkpoint.objects.order_by("-number")[:1_000]]
