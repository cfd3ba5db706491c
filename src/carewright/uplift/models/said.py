"""What providers answer and pay, what a director signed, and what was settled nationally."""

from __future__ import annotations

import uuid
from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q

from carewright.contract.api import Unit
from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention
from carewright.uplift.models.round import UpliftRound
from carewright.uplift.rules.words import Said


def _stays(name: str) -> pgtrigger.Protect:
    return pgtrigger.Protect(name=name, operation=pgtrigger.Update | pgtrigger.Delete)


def _document() -> models.ForeignKey:  # type: ignore[type-arg]
    return models.ForeignKey(
        "platform.Document", null=True, on_delete=models.PROTECT, related_name="+"
    )


class ProviderAnswer(models.Model):
    """One step between the organisation and a provider, written down by an officer for it."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    round = models.ForeignKey(UpliftRound, on_delete=models.PROTECT, related_name="answers")
    provider_key = models.CharField(max_length=300)
    provider_name = models.CharField(max_length=300)
    number = models.PositiveSmallIntegerField()  # of the provider's steps in the round
    said = models.CharField(max_length=20)
    said_on = models.DateField()
    answer_by = models.DateField(null=True)  # of what was sent
    words = models.TextField(blank=True)
    requested_pence = models.BigIntegerField(null=True)  # a unit of the line with most spend
    figures = models.CharField(
        max_length=64, blank=True, db_default=""
    )  # digest of what it was about
    evidence = _document()
    recorded_by_name = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()

    objects = OrganisationQuerySet["ProviderAnswer"].as_manager()

    class Meta:
        triggers = (_stays("provider_answer_stays"),)
        constraints = (
            models.UniqueConstraint(
                fields=["round", "provider_key", "number"], name="provider_answer_has_its_number"
            ),
            models.CheckConstraint(
                condition=Q(said__in=[each.value for each in Said]), name="provider_said_is_known"
            ),
            models.CheckConstraint(
                condition=Q(said__in=[Said.SENT.value, Said.ACCEPTED.value]) | ~Q(words=""),
                name="provider_dispute_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(said=Said.SENT.value) | Q(answer_by__isnull=False),
                name="provider_asked_has_a_day_to_answer",
            ),
        )

    def __str__(self) -> str:
        return f"{self.provider_name}: {self.said}"


class FloorReason(models.Model):
    """Why a director lets one price stand below the least cost of the care that it buys."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    round = models.ForeignKey(UpliftRound, on_delete=models.PROTECT, related_name="floor_reasons")
    price_line_id = models.UUIDField()
    price_pence = models.BigIntegerField()  # the price that was signed for
    floor_pence = models.BigIntegerField()
    reason = models.TextField()
    signed_by_account = models.UUIDField()
    signed_by_name = models.CharField(max_length=200)
    signed_at = models.DateTimeField()

    objects = OrganisationQuerySet["FloorReason"].as_manager()

    class Meta:
        triggers = (_stays("floor_reason_stays"),)
        constraints = (
            models.UniqueConstraint(
                fields=["round", "price_line_id", "price_pence"],
                name="floor_reason_is_signed_once_a_price",
            ),
            models.CheckConstraint(
                condition=~Q(reason="") & Q(price_pence__lt=models.F("floor_pence")),
                name="floor_reason_says_why_below",
            ),
        )

    def __str__(self) -> str:
        return self.reason[:80]


class PaySeen(models.Model):
    """What a provider says it pays its care workers, from which day, and where it says so."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    provider_key = models.CharField(max_length=300)
    provider_name = models.CharField(max_length=300)
    pence_an_hour = models.PositiveIntegerField()
    paid_on = models.DateField()
    source = models.CharField(max_length=300)
    document = _document()
    recorded_by_name = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()

    objects = OrganisationQuerySet["PaySeen"].as_manager()

    class Meta:
        indexes = (
            models.Index(
                fields=["organisation", "provider_key", "paid_on"], name="pay_seen_at_a_provider"
            ),
        )
        triggers = (_stays("pay_seen_stays"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(pence_an_hour__gt=0) & ~Q(source=""), name="pay_seen_says_where"
            ),
        )

    def __str__(self) -> str:
        return f"{self.provider_name}: {self.pence_an_hour} pence"


class Settlement(models.Model):
    """A rise that was agreed for the whole country, such as that of a national care home contract.

    `rise` is a share: 0.048 is 4.8%.
    """

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(max_length=200)
    unit = models.CharField(max_length=10)
    rise = models.DecimalField(max_digits=7, decimal_places=5)
    effective_on = models.DateField()
    agreed_on = models.DateField()
    source = models.CharField(max_length=300)
    recorded_by_name = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()

    objects = OrganisationQuerySet["Settlement"].as_manager()

    class Meta:
        triggers = (_stays("settlement_stays"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(unit__in=[each.value for each in Unit])
                & ~Q(name="")
                & ~Q(source="")
                & Q(rise__gt=-1),
                name="settlement_says_what_and_where",
            ),
        )

    def __str__(self) -> str:
        return self.name
