"""How the money of an agreement was used in a year, as the provider accounts for it."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from carewright.keep_to.models.obligation import of_agreement, organisation
from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention


class Statement(models.Model):
    """The account of one financial year, from 1 April; its lines add up to its total."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = organisation()
    agreement = of_agreement()
    year = models.PositiveSmallIntegerField()  # in which it began
    received_pence = models.BigIntegerField()  # paid to the provider under the agreement
    total_pence = models.BigIntegerField()  # used, as the statement says it
    unspent_pence = models.BigIntegerField()  # received and not used
    to_return_pence = models.BigIntegerField(default=0)  # of the unspent
    returned_on = models.DateField(null=True)
    agreed_overhead_percent = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    accounts_due_on = models.DateField(null=True)  # audited or examined accounts
    accounts_received_on = models.DateField(null=True)
    accounts_document_id = models.UUIDField(null=True)
    entered_by_name = models.CharField(max_length=200)
    entered_at = models.DateTimeField()

    objects = OrganisationQuerySet["Statement"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["agreement", "year"], name="statement_is_one_a_year"
            ),
            models.CheckConstraint(
                condition=Q(unspent_pence=F("received_pence") - F("total_pence")),
                name="statement_says_what_was_not_used",
            ),
            models.CheckConstraint(
                condition=Q(to_return_pence__gte=0, received_pence__gte=0, total_pence__gte=0),
                name="statement_amounts_are_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(to_return_pence=0) | Q(to_return_pence__lte=F("unspent_pence")),
                name="statement_returns_no_more_than_is_unspent",
            ),
            models.CheckConstraint(
                condition=Q(returned_on=None) | Q(to_return_pence__gt=0),
                name="statement_returned_something",
            ),
            models.CheckConstraint(
                condition=Q(agreed_overhead_percent=None)
                | Q(agreed_overhead_percent__range=(0, 100)),
                name="statement_overhead_is_a_share",
            ),
            models.CheckConstraint(
                condition=Q(accounts_document_id=None) | Q(accounts_received_on__isnull=False),
                name="statement_accounts_came_on_a_day",
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.year}/{(self.year + 1) % 100:02d}"


class StatementLine(models.Model):
    """What some of the money was used for."""

    personal_data: ClassVar = PersonalData.NONE
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = organisation()
    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="lines")
    place = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=200)
    pence = models.BigIntegerField()
    is_overhead = models.BooleanField()  # of management, not of care

    objects = OrganisationQuerySet["StatementLine"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["statement", "place"], name="statement_line_has_its_place"
            ),
            models.CheckConstraint(
                condition=~Q(words="") & Q(pence__gte=0), name="statement_line_says_what_for"
            ),
        )

    def __str__(self) -> str:
        return self.words
