"""Applications for grants, and how a grant stands to what the council undertook."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from carewright.keep_to.models.obligation import of_agreement, organisation
from carewright.keep_to.rules.compact import ApplicationState, Standing
from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention

_DECIDED = [ApplicationState.AGREED.value, ApplicationState.DECLINED.value]


class GrantApplication(models.Model):
    """A body asks for money for a piece of work, and says what that work costs in full."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = organisation()
    applicant = models.CharField(max_length=300)
    purpose = models.TextField()
    asked_pence = models.BigIntegerField()
    full_cost_pence = models.BigIntegerField()  # of the work, overheads included
    overhead_pence = models.BigIntegerField()  # the share of overheads within it
    received_on = models.DateField()
    state = models.CharField(max_length=20, default=ApplicationState.RECEIVED.value)
    decided_on = models.DateField(null=True)
    decided_by_name = models.CharField(max_length=200, blank=True)
    reason = models.TextField(blank=True)
    agreement = models.ForeignKey(
        "contract.Agreement", null=True, on_delete=models.PROTECT, related_name="+"
    )
    entered_by_name = models.CharField(max_length=200)
    entered_at = models.DateTimeField()

    objects = OrganisationQuerySet["GrantApplication"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in ApplicationState])
                & ~Q(applicant="")
                & ~Q(purpose=""),
                name="grant_application_says_who_and_what_for",
            ),
            models.CheckConstraint(
                condition=Q(asked_pence__gt=0, overhead_pence__gte=0)
                & Q(full_cost_pence__gte=models.F("overhead_pence")),
                name="grant_application_costs_hold_together",
            ),
            models.CheckConstraint(
                condition=(Q(state__in=_DECIDED, decided_on__isnull=False) & ~Q(reason=""))
                | (~Q(state__in=_DECIDED) & Q(decided_on=None)),
                name="grant_application_decided_says_when_and_why",
            ),
        )

    def __str__(self) -> str:
        return self.applicant


class UndertakingCheck(models.Model):
    """How a grant stood to an undertaking when somebody looked; the newest counts, none goes."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = organisation()
    agreement = of_agreement()
    undertaking = models.CharField(max_length=80)
    standing = models.CharField(max_length=20)
    told = models.DecimalField(max_digits=6, decimal_places=2, null=True)  # weeks or months
    reason = models.TextField(blank=True)
    checked_by_name = models.CharField(max_length=200)
    checked_at = models.DateTimeField()

    objects = OrganisationQuerySet["UndertakingCheck"].as_manager()

    class Meta:
        indexes = (
            models.Index("agreement", "undertaking", "checked_at", name="undertaking_newest"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(standing__in=[each.value for each in Standing]),
                name="undertaking_standing_is_known",
            ),
            models.CheckConstraint(
                condition=~Q(standing=Standing.EXCEPTION.value) | ~Q(reason=""),
                name="undertaking_exception_says_why",
            ),
        )

    def __str__(self) -> str:
        return self.undertaking
