"""Organisations that work together, on terms that each of them has agreed."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from carewright.platform.models.organisation import Organisation
from carewright.platform.models.scoped import OrganisationQuerySet
from carewright.platform.rules.declarations import PersonalData, Retention
from carewright.platform.rules.sharing import WHOLE_POOL, Level


class Partnership(models.Model):
    """Organisations that commission or decide some things together; one of them leads."""

    personal_data: ClassVar = PersonalData.NONE
    retention: ClassVar = Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # The lead: it keeps the partnership's own rows and proposes its terms.
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    purpose = models.TextField()
    formed_at = models.DateTimeField()
    ends_before = models.DateField(null=True)

    objects = OrganisationQuerySet["Partnership"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["name"], name="partnership_name_is_its_own"),
        )

    def __str__(self) -> str:
        return self.name


class PartnershipTerms(models.Model):
    """Who takes part from a day on and what is shared; they count once every member has agreed.

    Terms are never changed, only followed by others with the next number.
    """

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="terms")
    number = models.PositiveIntegerField()
    starts_on = models.DateField()
    proposed_at = models.DateTimeField()
    proposed_by_name = models.CharField(max_length=200)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["partnership", "number"], name="partnership_terms_are_numbered"
            ),
        )

    def __str__(self) -> str:
        return f"Terms {self.number} from {self.starts_on}"


class PartnershipMember(models.Model):
    """An organisation named in terms, its share of the pool, and when it agreed."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    terms = models.ForeignKey(PartnershipTerms, on_delete=models.PROTECT, related_name="members")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    share = models.PositiveIntegerField(null=True)  # parts of ten thousand; null: pays into no pool
    agreed_at = models.DateTimeField(null=True)
    agreed_by_name = models.CharField(max_length=200, blank=True)
    leaves_before = models.DateField(null=True)  # the first day without it, if it leaves early

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["terms", "organisation"], name="partnership_member_is_named_once"
            ),
            models.CheckConstraint(
                condition=Q(share=None) | Q(share__lte=WHOLE_POOL),
                name="partnership_member_pays_at_most_the_pool",
            ),
            models.CheckConstraint(
                condition=Q(agreed_at=None, agreed_by_name="")
                | (Q(agreed_at__isnull=False) & ~Q(agreed_by_name="")),
                name="partnership_member_agreed_says_who_and_when",
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation_id} in {self.terms_id}"


class PartnershipSharing(models.Model):
    """How far partners may go with one kind of object that a member puts into the partnership."""

    personal_data: ClassVar = PersonalData.NONE
    retention: ClassVar = Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    terms = models.ForeignKey(PartnershipTerms, on_delete=models.PROTECT, related_name="sharing")
    kind = models.CharField(max_length=40)
    level = models.CharField(max_length=10)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["terms", "kind"], name="partnership_shares_a_kind_at_one_level"
            ),
            models.CheckConstraint(
                condition=Q(kind__regex="^[a-z_]+$") & ~Q(kind="all"),
                name="partnership_shares_kind_by_kind",
            ),
            models.CheckConstraint(
                condition=Q(level__in=[each.value for each in Level]),
                name="partnership_sharing_level_is_known",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind}: {self.level}"
