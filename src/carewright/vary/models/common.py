"""Columns that the tables of the stage share."""

from __future__ import annotations

from django.db import models


def of_organisation() -> models.ForeignKey:  # type: ignore[type-arg]
    """Whose row it is."""
    return models.ForeignKey("platform.Organisation", on_delete=models.PROTECT, related_name="+")


def of_agreement() -> models.ForeignKey:  # type: ignore[type-arg]
    """The agreement that it is about."""
    return models.ForeignKey("contract.Agreement", on_delete=models.PROTECT, related_name="+")
