"""A second factor that was lost, and the two people who let its owner set up another."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from carewright.platform.models.officer import Officer
from carewright.platform.models.organisation import Organisation
from carewright.platform.models.scoped import OrganisationQuerySet
from carewright.platform.rules.declarations import PersonalData, Retention


class FactorReset(models.Model):
    """Who lost it, who asked on what check of identity, who confirmed; the link as a digest only.

    Never changed once it is used or withdrawn, and never deleted.
    """

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    identity_checked = models.CharField(max_length=500)
    asked_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    asked_by_name = models.CharField(max_length=200)
    asked_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(Officer, null=True, on_delete=models.PROTECT, related_name="+")
    confirmed_by_name = models.CharField(max_length=200, blank=True)
    confirmed_at = models.DateTimeField(null=True)
    confirmer_checked = models.CharField(max_length=500, blank=True)
    token_digest = models.CharField(max_length=64, null=True)  # noqa: DJ001 - null is not unique
    link_ends_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by_name = models.CharField(max_length=200, blank=True)

    objects = OrganisationQuerySet["FactorReset"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["token_digest"], name="factor_reset_link_is_its_own"),
            models.CheckConstraint(
                condition=~Q(asked_by=F("officer")), name="factor_reset_is_asked_by_another"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by=None)
                | (~Q(confirmed_by=F("asked_by")) & ~Q(confirmed_by=F("officer"))),
                name="factor_reset_takes_a_second_person",
            ),
            models.CheckConstraint(
                condition=Q(
                    confirmed_at=None, confirmed_by=None, token_digest=None, link_ends_at=None
                )
                | Q(
                    confirmed_at__isnull=False,
                    confirmed_by__isnull=False,
                    token_digest__isnull=False,
                    link_ends_at__isnull=False,
                    link_ends_at__gt=F("confirmed_at"),
                ),
                name="factor_reset_confirmed_opens_one_link",
            ),
            models.CheckConstraint(
                condition=Q(used_at=None)
                | Q(
                    confirmed_at__isnull=False,
                    used_at__gte=F("confirmed_at"),
                    used_at__lt=F("link_ends_at"),
                ),
                name="factor_reset_is_used_while_its_link_works",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(confirmed_at=None),
                name="factor_reset_confirmed_is_not_withdrawn",
            ),
        )

    def __str__(self) -> str:
        return f"{self.officer_id}, asked for by {self.asked_by_name}"
