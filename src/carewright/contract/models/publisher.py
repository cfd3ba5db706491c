"""By which prefix an organisation's contracts are known where open data are read."""

from __future__ import annotations

import uuid
from typing import ClassVar, Final

from django.db import models
from django.db.models import Q

from carewright.contract.rules.open_contracting import PREFIX
from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention

WHOLE: Final = f"^{PREFIX}$"


class OpenDataPublisher(models.Model):
    """The prefix that a register of publishers gave to the organisation."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    ocid_prefix = models.CharField(max_length=11)
    set_by_name = models.CharField(max_length=200)
    set_at = models.DateTimeField()

    objects = OrganisationQuerySet["OpenDataPublisher"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["organisation"], name="publisher_has_one_prefix"
            ),
            models.CheckConstraint(
                condition=Q(ocid_prefix__regex=WHOLE), name="publisher_prefix_is_well_formed"
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.ocid_prefix
