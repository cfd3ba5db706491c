"""People in need of care, by a reference that names nobody; and who looked at their records."""

from __future__ import annotations

import uuid
from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Collate, Lower

from carewright.platform import api as platform
from carewright.register.rules.people import AGE_BANDS, CARE_GROUPS, NEED_LEVELS, REFERENCE
from carewright.register.rules.purposes import Purpose


class Person(models.Model):
    """Somebody who needs care, or cares for somebody unpaid: a reference, never a name.

    The name and the address stay in the organisation's case system, which knows the reference.
    """

    personal_data: ClassVar = platform.PersonalData.PSEUDONYMOUS
    retention: ClassVar = platform.Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    reference = models.CharField(max_length=40)
    area_code = models.CharField(max_length=12, blank=True)
    area_name = models.CharField(max_length=100, blank=True)
    age_band = models.CharField(max_length=8, blank=True)
    care_groups = ArrayField(models.CharField(max_length=30), default=list)
    need_level = models.CharField(max_length=20, blank=True)
    added_by_name = models.CharField(max_length=200)
    added_at = models.DateTimeField()

    objects = platform.OrganisationQuerySet["Person"].as_manager()

    class Meta:
        indexes = (
            # In small letters, as lists order texts: else each page would sort every row.
            models.Index("organisation", Lower("reference"), "id", name="person_by_reference"),
            # Byte by byte, as what begins with something is found in any database's language.
            models.Index("organisation", Collate("reference", "C"), name="person_reference_begins"),
            models.Index(
                "organisation", "area_code", Lower("reference"), "id", name="person_in_area"
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "reference"], name="person_reference_is_their_own"
            ),
            models.CheckConstraint(
                condition=Q(reference__regex=REFERENCE), name="person_reference_is_no_name"
            ),
            models.CheckConstraint(
                condition=Q(age_band__in=["", *AGE_BANDS]), name="person_age_band_is_known"
            ),
            models.CheckConstraint(
                condition=Q(care_groups__contained_by=sorted(CARE_GROUPS)),
                name="person_care_groups_are_known",
            ),
            models.CheckConstraint(
                condition=Q(need_level__in=["", *sorted(NEED_LEVELS)]),
                name="person_need_level_is_known",
            ),
        )

    def __str__(self) -> str:
        return self.reference


class Opening(models.Model):
    """An officer's stated purpose with a person's record, which opens it to them for a time."""

    personal_data: ClassVar = platform.PersonalData.PSEUDONYMOUS
    retention: ClassVar = platform.Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="openings")
    officer = models.ForeignKey("platform.Officer", on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=20)
    why = models.CharField(max_length=300)
    opened_at = models.DateTimeField()
    open_until = models.DateTimeField()

    objects = platform.OrganisationQuerySet["Opening"].as_manager()

    class Meta:
        indexes = (
            models.Index(fields=["person", "officer", "open_until"], name="opening_in_force"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(purpose__in=[each.value for each in Purpose]),
                name="opening_purpose_is_known",
            ),
            models.CheckConstraint(condition=~Q(why=""), name="opening_says_why"),
            models.CheckConstraint(
                condition=Q(open_until__gt=F("opened_at")), name="opening_ends_after_it_begins"
            ),
        )
        triggers = (
            pgtrigger.Protect(
                name="opening_never_changed", operation=pgtrigger.Update | pgtrigger.Delete
            ),
        )

    def __str__(self) -> str:
        return f"{self.purpose} until {self.open_until:%Y-%m-%d %H:%M}"


class Look(models.Model):
    """One time that somebody saw a person's record: who, when and for what. Never changed."""

    personal_data: ClassVar = platform.PersonalData.PSEUDONYMOUS
    retention: ClassVar = platform.Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="looks")
    # Null where somebody looked by consent or law, who is no officer.
    opening = models.ForeignKey(Opening, null=True, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=200)
    job_title = models.CharField(max_length=200)
    purpose = models.CharField(max_length=20)
    at = models.DateTimeField()

    objects = platform.OrganisationQuerySet["Look"].as_manager()

    class Meta:
        indexes = (models.Index(fields=["person", "-at"], name="look_at_person"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(purpose__in=[each.value for each in Purpose]),
                name="look_purpose_is_known",
            ),
            models.CheckConstraint(
                condition=Q(opening__isnull=False) | Q(purpose=Purpose.REPRESENTING.value),
                name="look_by_an_officer_names_its_opening",
            ),
        )
        triggers = (
            pgtrigger.Protect(
                name="look_never_changed", operation=pgtrigger.Update | pgtrigger.Delete
            ),
        )

    def __str__(self) -> str:
        return f"{self.by_name}, {self.at:%Y-%m-%d %H:%M}"
