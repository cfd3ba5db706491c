"""Letters that let one person in, once, until a day."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from carewright.platform.models.account import Account
from carewright.platform.models.officer import Officer
from carewright.platform.models.organisation import Organisation
from carewright.platform.models.scoped import OrganisationQuerySet
from carewright.platform.rules.declarations import PersonalData, Retention
from carewright.platform.rules.invitations import InvitationKind


class Invitation(models.Model):
    """Who was invited, to what, on what proof; the secret of the link is kept as a digest only."""

    personal_data: ClassVar = PersonalData.MIXED
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    email = models.EmailField(max_length=254)
    name = models.CharField(max_length=200)
    job_title = models.CharField(max_length=200, blank=True)
    roles = models.JSONField(default=list)
    # A provider that is opened as its first person accepts, and how the inviter checked it.
    provider_name = models.CharField(max_length=200, blank=True)
    provider_number = models.CharField(max_length=20, blank=True)
    proof = models.TextField(blank=True)
    proof_document = models.UUIDField(null=True)
    # What else the invitation is about, such as the record of a person whom somebody represents.
    for_kind = models.CharField(max_length=60, blank=True)
    for_id = models.UUIDField(null=True)
    token_digest = models.CharField(max_length=64)
    invited_by = models.ForeignKey(Officer, null=True, on_delete=models.PROTECT, related_name="+")
    invited_by_name = models.CharField(max_length=200)
    invited_at = models.DateTimeField()
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    objects = OrganisationQuerySet["Invitation"].as_manager()

    class Meta:
        indexes = (
            models.Index(fields=["organisation", "-sent_at"], name="invitation_by_organisation"),
        )
        constraints = (
            models.UniqueConstraint(fields=["token_digest"], name="invitation_token_is_its_own"),
            models.UniqueConstraint(
                fields=["organisation", "email", "kind", "for_id"],
                condition=Q(accepted_at=None, withdrawn_at=None),
                nulls_distinct=False,
                name="invitation_is_open_once",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[k.value for k in InvitationKind]),
                name="invitation_kind_is_known",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None, accepted_by=None)
                | Q(accepted_at__isnull=False, accepted_by__isnull=False),
                name="invitation_accepted_says_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(withdrawn_at=None),
                name="invitation_accepted_is_not_withdrawn",
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("sent_at")), name="invitation_ends_after_it_is_sent"
            ),
            models.CheckConstraint(
                condition=~Q(kind=InvitationKind.PROVIDER.value)
                | (~Q(provider_name="") & ~Q(provider_number="") & ~Q(proof="")),
                name="invitation_of_a_provider_rests_on_proof",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"
