"""Files that are kept, each known by the digest of its bytes."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from carewright.platform.models.officer import Officer
from carewright.platform.models.organisation import Organisation
from carewright.platform.models.scoped import OrganisationQuerySet
from carewright.platform.rules.declarations import PersonalData, Retention


class Document(models.Model):
    """A file as it came; without an organisation it is reference data that everybody may read."""

    personal_data: ClassVar = PersonalData.MIXED
    retention: ClassVar = Retention.SEVEN_YEARS  # unless the row's own class says otherwise

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(max_length=255)
    content_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    stored_as = models.CharField(max_length=200)
    retention_class = models.CharField(max_length=20)
    # Null when the operator filed it from the command line; the name says so either way.
    uploaded_by = models.ForeignKey(Officer, null=True, on_delete=models.PROTECT, related_name="+")
    uploaded_by_name = models.CharField(max_length=200)
    uploaded_at = models.DateTimeField()

    objects = OrganisationQuerySet["Document"].as_manager()

    class Meta:
        indexes = (models.Index(fields=["sha256"], name="document_by_digest"),)
        constraints = (
            models.UniqueConstraint(fields=["stored_as"], name="document_is_stored_by_itself"),
            models.CheckConstraint(
                condition=models.Q(sha256__regex="^[0-9a-f]{64}$"),
                name="document_digest_is_sha256",
            ),
            models.CheckConstraint(
                condition=models.Q(retention_class__in=[r.value for r in Retention]),
                name="document_retention_is_known",
            ),
        )

    def __str__(self) -> str:
        return self.name
