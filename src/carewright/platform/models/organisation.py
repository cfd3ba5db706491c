"""The bodies that take part in commissioning care."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from carewright.platform.rules.declarations import PersonalData, Retention
from carewright.platform.rules.organisations import OrganisationKind


class Organisation(models.Model):
    """A council, health board or other body for which officers act; its name is public."""

    personal_data: ClassVar = PersonalData.NONE
    retention: ClassVar = Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=30)
    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=80)
    area_code = models.CharField(max_length=12, null=True)  # noqa: DJ001 - null: covers no area
    practice = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["slug"], name="organisation_slug_is_its_own"),
            models.UniqueConstraint(fields=["name"], name="organisation_name_is_its_own"),
            models.CheckConstraint(
                condition=models.Q(kind__in=[k.value for k in OrganisationKind]),
                name="organisation_kind_is_known",
            ),
            models.CheckConstraint(
                condition=~models.Q(area_code=""), name="organisation_area_code_is_given_or_null"
            ),
        )

    def __str__(self) -> str:
        return self.name
