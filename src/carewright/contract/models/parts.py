"""Who is party to an agreement, what is bought where and for whom, and at which price."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Lower

from carewright.contract.models.agreement import Agreement
from carewright.contract.rules.words import DayKind, Side, Unit
from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention


class Party(models.Model):
    """Who agreed, by the name that stands in the agreement."""

    personal_data: ClassVar = PersonalData.NONE
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="parties")
    side = models.CharField(max_length=10)
    number = models.CharField(max_length=100, blank=True)  # the provider's, in a register
    name = models.CharField(max_length=300)
    left_on = models.DateField(null=True)  # from when on another stands in its place

    objects = OrganisationQuerySet["Party"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                "agreement", "side", Lower("name"), condition=Q(left_on=None),
                name="party_stands_once_in_an_agreement",
            ),
            models.UniqueConstraint(
                fields=["agreement"], condition=Q(side=Side.BUYER.value), name="party_buys_alone"
            ),
            models.CheckConstraint(
                condition=Q(side__in=[each.value for each in Side]) & ~Q(name=""),
                name="party_has_a_side_and_a_name",
            ),
            models.CheckConstraint(
                condition=Q(left_on=None) | ~Q(side=Side.BUYER.value),
                name="party_that_buys_does_not_leave",
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.name


class AgreementService(models.Model):
    """Something that the agreement buys: where, and for whom."""

    personal_data: ClassVar = PersonalData.NONE
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="services")
    number = models.CharField(max_length=100, blank=True)  # the service's, in a register
    name = models.CharField(max_length=200)
    care_group = models.CharField(max_length=60, blank=True)
    area_code = models.CharField(max_length=12, blank=True)
    area_name = models.CharField(max_length=100, blank=True)

    objects = OrganisationQuerySet["AgreementService"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                "agreement", Lower("name"), "care_group", Lower("area_name"),
                name="service_stands_once_in_an_agreement",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="service_bought_has_a_name"),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.name


class PriceLine(models.Model):
    """A price and the days on which it counts; no two prices of the same thing share a day."""

    personal_data: ClassVar = PersonalData.NONE
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="prices")
    service = models.ForeignKey(AgreementService, on_delete=models.PROTECT, related_name="prices")
    unit = models.CharField(max_length=10)
    minutes = models.PositiveSmallIntegerField(default=0)  # of a visit; 0 for any other unit
    day_kind = models.CharField(max_length=20, default=DayKind.ANY.value)
    zone = models.CharField(max_length=60, blank=True)
    pence = models.BigIntegerField()
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)
    reason = models.TextField(blank=True)  # why the price changed
    written_by_name = models.CharField(max_length=200)
    written_at = models.DateTimeField()

    objects = OrganisationQuerySet["PriceLine"].as_manager()

    class Meta:
        constraints = (
            ExclusionConstraint(
                name="price_line_overlaps_no_other",
                expressions=[
                    ("service", RangeOperators.EQUAL),
                    ("unit", RangeOperators.EQUAL),
                    ("minutes", RangeOperators.EQUAL),
                    ("day_kind", RangeOperators.EQUAL),
                    (Lower("zone"), RangeOperators.EQUAL),
                    (
                        Func(
                            F("starts_on"), F("ends_before"), RangeBoundary(),
                            function="daterange", output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
            models.CheckConstraint(
                condition=Q(unit__in=[each.value for each in Unit])
                & Q(day_kind__in=[each.value for each in DayKind]),
                name="price_line_is_for_a_known_unit",
            ),
            models.CheckConstraint(
                condition=Q(unit=Unit.VISIT.value, minutes__gt=0)
                | (~Q(unit=Unit.VISIT.value) & Q(minutes=0)),
                name="price_line_of_a_visit_says_its_minutes",
            ),
            models.CheckConstraint(
                condition=Q(ends_before=None) | Q(ends_before__gt=F("starts_on")),
                name="price_line_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(pence__gte=0), name="price_line_is_not_negative"
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.pence} pence"
