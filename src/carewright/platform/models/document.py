"""Files that are kept, each version known by the digest of its bytes."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from carewright.platform.models.officer import Officer
from carewright.platform.models.organisation import Organisation
from carewright.platform.models.scoped import OrganisationQuerySet
from carewright.platform.rules.declarations import DocumentKind, PersonalData, Retention


class Document(models.Model):
    """A file in all its versions; without an organisation, reference data for everybody.

    A hold keeps it from disposal, whatever its retention says. Who held it before stands in the
    record. Once disposed of, its bytes are gone and these lines stay. What shows one person's
    placement names it, and then only those who may see people know that there is such a file.
    """

    personal_data: ClassVar = PersonalData.MIXED
    retention: ClassVar = Retention.SEVEN_YEARS  # unless the row's own class says otherwise

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="+"
    )
    placement_id = models.UUIDField(null=True)  # one person's, whose papers it belongs to
    name = models.CharField(max_length=255)
    kind = models.CharField(max_length=10, db_default=DocumentKind.FILE.value)
    retention_class = models.CharField(max_length=20)
    newest = models.PositiveIntegerField(default=1)  # the number of the newest version
    kept_until = models.DateField(null=True)  # somebody decided to keep it longer
    held_at = models.DateTimeField(null=True)
    held_by_id = models.UUIDField(null=True)
    held_by_name = models.CharField(max_length=200, blank=True)
    hold_reason = models.TextField(blank=True)
    disposed_at = models.DateTimeField(null=True)
    disposed_by_name = models.CharField(max_length=200, blank=True)

    objects = OrganisationQuerySet["Document"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=[each.value for each in DocumentKind]),
                name="document_kind_is_known",
            ),
            models.CheckConstraint(
                condition=Q(retention_class__in=[r.value for r in Retention]),
                name="document_retention_is_known",
            ),
            models.CheckConstraint(
                condition=Q(held_at=None, held_by_id=None, held_by_name="", hold_reason="")
                | (Q(held_at__isnull=False) & ~Q(held_by_name="") & ~Q(hold_reason="")),
                name="document_hold_says_who_and_why",
            ),
            models.CheckConstraint(
                condition=Q(held_at=None) | Q(disposed_at=None), name="document_held_is_kept"
            ),
            models.CheckConstraint(
                condition=Q(disposed_at=None, disposed_by_name="")
                | (Q(disposed_at__isnull=False) & ~Q(disposed_by_name="")),
                name="document_disposal_names_a_person_and_a_time",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def stored_as(self) -> str:
        """Where the bytes of the newest version lie."""
        return self.versions.get(number=self.newest).stored_as or ""


class DocumentVersion(models.Model):
    """The file as it was given at one time; never changed, and followed by the next."""

    personal_data: ClassVar = PersonalData.MIXED
    retention: ClassVar = Retention.SEVEN_YEARS  # as its document's own class says

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="versions")
    # Its document's, here as well for row security.
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="+"
    )
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=255)
    content_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    stored_as = models.CharField(max_length=200, null=True)  # noqa: DJ001 - null: bytes are gone
    reason = models.TextField(blank=True)
    # Null when the operator filed it from the command line; the name says so either way.
    uploaded_by = models.ForeignKey(Officer, null=True, on_delete=models.PROTECT, related_name="+")
    uploaded_by_name = models.CharField(max_length=200)
    uploaded_at = models.DateTimeField()

    objects = OrganisationQuerySet["DocumentVersion"].as_manager()

    class Meta:
        indexes = (models.Index(fields=["sha256"], name="document_by_digest"),)
        constraints = (
            models.UniqueConstraint(fields=["document", "number"], name="version_has_its_number"),
            models.UniqueConstraint(fields=["stored_as"], name="document_is_stored_by_itself"),
            models.CheckConstraint(
                condition=Q(sha256__regex="^[0-9a-f]{64}$"), name="document_digest_is_sha256"
            ),
            models.CheckConstraint(
                condition=Q(number=1) | ~Q(reason=""), name="version_later_than_first_says_why"
            ),
        )

    def __str__(self) -> str:
        return f"{self.name}, version {self.number}"
