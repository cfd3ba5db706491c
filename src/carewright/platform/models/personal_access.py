"""Whose record an account may open that acts for no organisation: its own, or another's."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from carewright.platform.models.account import Account
from carewright.platform.models.officer import Officer
from carewright.platform.models.organisation import Organisation
from carewright.platform.models.scoped import OrganisationQuerySet
from carewright.platform.rules.declarations import PersonalData, Retention
from carewright.platform.rules.own_record import DECIDABLE, REACH, Capacity, Ground, RecordPart


class PersonalAccess(models.Model):
    """What consent or law lets one account see and decide of one person's record; never deleted.

    The person is known here by an id alone, as their table belongs to a higher stage.
    """

    personal_data: ClassVar = PersonalData.PERSON
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    subject_id = models.UUIDField()
    capacity = models.CharField(max_length=20)
    ground = models.CharField(max_length=30)
    may_see = ArrayField(models.CharField(max_length=20))
    may_decide = ArrayField(models.CharField(max_length=20), default=list)
    # Which paper the officer saw and where it is kept: the paper itself names people, so it
    # stays in the case system.
    proof = models.CharField(max_length=300, blank=True)
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)
    confirmed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    confirmed_by_name = models.CharField(max_length=200)
    confirmed_at = models.DateTimeField()
    # Null while the person has still to say yes.
    agreed_at = models.DateTimeField(null=True)
    agreed_by_name = models.CharField(max_length=200, blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_by_name = models.CharField(max_length=200, blank=True)
    end_reason = models.CharField(max_length=300, blank=True)

    objects = OrganisationQuerySet["PersonalAccess"].as_manager()

    class Meta:
        indexes = (
            models.Index(fields=["account"], name="personal_access_by_account"),
            models.Index(fields=["subject_id"], name="personal_access_by_subject"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["account", "subject_id"],
                condition=Q(ended_at=None),
                name="personal_access_stands_once",
            ),
            models.CheckConstraint(
                condition=Q(capacity__in=[each.value for each in Capacity])
                & Q(ground__in=[each.value for each in Ground]),
                name="personal_access_says_as_what_and_by_what_right",
            ),
            models.CheckConstraint(
                condition=Q(
                    may_see__contained_by=[each.value for each in RecordPart], may_see__len__gt=0
                )
                & Q(may_decide__contained_by=sorted(each.value for each in DECIDABLE)),
                name="personal_access_names_known_parts",
            ),
            models.CheckConstraint(
                condition=~Q(ground__in=sorted(g.value for g in Ground if REACH[g].needs_proof))
                | ~Q(proof=""),
                name="personal_access_by_law_names_its_proof",
            ),
            models.CheckConstraint(
                condition=Q(ends_before=None) | Q(ends_before__gt=F("starts_on")),
                name="personal_access_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by_name="")
                | (Q(ended_at__isnull=False) & ~Q(ended_by_name="")),
                name="personal_access_ended_says_by_whom",
            ),
        )

    def __str__(self) -> str:
        return f"{self.capacity} by {self.ground}"
