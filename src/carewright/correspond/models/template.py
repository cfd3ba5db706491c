"""Templates in their versions, and what was written from them."""

from __future__ import annotations

import uuid
from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from carewright.correspond.rules.fields import SubjectKind, TemplateKind
from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention


class LetterTemplate(models.Model):
    """What an organisation writes again and again about one kind of subject."""

    personal_data: ClassVar = PersonalData.NONE
    retention: ClassVar = Retention.WHILE_IN_USE

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20)
    subject_kind = models.CharField(max_length=20)
    retention_class = models.CharField(max_length=20)  # of what is written from it
    newest = models.PositiveIntegerField(default=1)

    objects = OrganisationQuerySet["LetterTemplate"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                "organisation", Lower("name"), name="template_name_once_in_an_organisation"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[each.value for each in TemplateKind]),
                name="template_kind_is_known",
            ),
            models.CheckConstraint(
                condition=Q(subject_kind__in=[each.value for each in SubjectKind]),
                name="template_subject_is_known",
            ),
            models.CheckConstraint(
                condition=Q(retention_class__in=[each.value for each in Retention]),
                name="template_retention_is_known",
            ),
        )

    def __str__(self) -> str:
        return self.name


class TemplateVersion(models.Model):
    """The words as one person wrote them and another approved them; words never change."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    template = models.ForeignKey(LetterTemplate, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    body = models.TextField()
    reason = models.TextField(blank=True)  # what has changed and why
    written_by_account = models.UUIDField()
    written_by_name = models.CharField(max_length=200)
    written_at = models.DateTimeField()
    approved_by_account = models.UUIDField(null=True)
    approved_by_name = models.CharField(max_length=200, blank=True)
    approved_at = models.DateTimeField(null=True)

    objects = OrganisationQuerySet["TemplateVersion"].as_manager()

    class Meta:
        triggers = (
            pgtrigger.ReadOnly(
                name="template_words_stay",
                fields=["title", "body", "number", "written_by_account", "written_at"],
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["template", "number"], name="template_version_has_its_number"
            ),
            models.CheckConstraint(
                condition=Q(number=1) | ~Q(reason=""), name="template_version_says_what_changed"
            ),
            models.CheckConstraint(
                condition=Q(approved_at=None, approved_by_account=None, approved_by_name="")
                | (
                    Q(approved_at__isnull=False, approved_by_account__isnull=False)
                    & ~Q(approved_by_name="")
                ),
                name="template_approval_names_a_person_and_a_time",
            ),
            models.CheckConstraint(
                condition=Q(approved_by_account=None)
                | ~Q(approved_by_account=F("written_by_account")),
                name="template_is_approved_by_somebody_else",
            ),
        )

    def __str__(self) -> str:
        return f"Version {self.number}"


class Letter(models.Model):
    """What was written from a version about one subject, kept as documents."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS  # as its documents' own class says

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    version = models.ForeignKey(TemplateVersion, on_delete=models.PROTECT, related_name="letters")
    subject_id = models.CharField(max_length=100)
    subject_name = models.CharField(max_length=300)
    word = models.ForeignKey("platform.Document", on_delete=models.PROTECT, related_name="+")
    # Null on a machine that cannot draw PDF.
    pdf = models.ForeignKey(
        "platform.Document", null=True, on_delete=models.PROTECT, related_name="+"
    )
    written_by_id = models.UUIDField()
    written_by_name = models.CharField(max_length=200)
    written_at = models.DateTimeField()

    objects = OrganisationQuerySet["Letter"].as_manager()

    class Meta:
        indexes = (models.Index(fields=["version", "-written_at"], name="letter_of_a_version"),)

    def __str__(self) -> str:
        return self.subject_name
