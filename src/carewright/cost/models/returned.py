"""Costs as somebody returned them: a provider's open book, a home's costs, one's own."""

from __future__ import annotations

import uuid
from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q

from carewright.cost.rules.returns import Kind, Outcome
from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention

_SAID = (
    "organisation_id", "kind", "who", "service", "care_group", "type_of_care", "starts_on",
    "ends_before", "unit", "units", "bed_weeks", "stated_total_pence", "holds", "source",
    "recorded_by_account", "recorded_at",
)  # fmt: skip
_SAID_OTHERWISE = "(({}) IS DISTINCT FROM ({}))".format(
    ", ".join(f"OLD.{column}" for column in _SAID), ", ".join(f"NEW.{column}" for column in _SAID)
)
_UNCHECKED = Q(checked_at=None, checked_by_account=None, checked_by_name="", outcome="", says="")
_CHECKED = (
    Q(checked_at__isnull=False, checked_by_account__isnull=False)
    & ~Q(checked_by_name="")
    & Q(outcome__in=[each.value for each in Outcome])
)


class CostReturn(models.Model):
    """What was said of costs in a period, by whom, and whether a second person checked it.

    What was said never changes: a wrong return is refused by its check, and recorded anew.
    """

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(max_length=20)
    who = models.CharField(max_length=300)  # the provider, the home, or the service of one's own
    service = models.CharField(max_length=200)
    care_group = models.CharField(max_length=60, blank=True)
    type_of_care = models.CharField(max_length=40, blank=True)  # of a care home
    starts_on = models.DateField()
    ends_before = models.DateField()  # the first day no longer covered
    unit = models.CharField(max_length=20, blank=True)
    units = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    bed_weeks = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    stated_total_pence = models.BigIntegerField(null=True)
    holds = models.JSONField(default=dict)  # what is in and out, by the engine's names
    source = models.TextField()
    recorded_by_account = models.UUIDField()
    recorded_by_name = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()
    checked_by_account = models.UUIDField(null=True)
    checked_by_name = models.CharField(max_length=200, blank=True)
    checked_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=10, blank=True)
    says = models.TextField(blank=True)

    objects = OrganisationQuerySet["CostReturn"].as_manager()

    class Meta:
        indexes = (
            models.Index(
                fields=["organisation", "kind", "-starts_on", "id"], name="cost_return_by_period"
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=[each.value for each in Kind]),
                name="cost_return_kind_is_known",
            ),
            models.CheckConstraint(
                condition=~Q(who="") & ~Q(service="") & ~Q(source=""),
                name="cost_return_says_whose_of_what_and_from_where",
            ),
            models.CheckConstraint(
                condition=Q(ends_before__gt=F("starts_on")),
                name="cost_return_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=(Q(units=None) | Q(units__gt=0))
                & (Q(bed_weeks=None) | Q(bed_weeks__gt=0))
                & (Q(stated_total_pence=None) | Q(stated_total_pence__gte=0)),
                name="cost_return_counts_above_nought",
            ),
            models.CheckConstraint(
                condition=_UNCHECKED | _CHECKED,
                name="cost_return_checked_names_a_person_and_a_time",
            ),
            models.CheckConstraint(
                condition=Q(checked_by_account=None)
                | ~Q(checked_by_account=F("recorded_by_account")),
                name="cost_return_is_checked_by_a_second_person",
            ),
        )
        triggers = (
            pgtrigger.Protect(name="cost_return_never_deleted", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="cost_return_never_said_otherwise",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(_SAID_OTHERWISE),
            ),
        )

    def __str__(self) -> str:
        return f"{self.who}, {self.service}"


class ReturnedLine(models.Model):
    """One line of a return, in the words of whoever returned it."""

    personal_data: ClassVar = PersonalData.NONE
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    cost_return = models.ForeignKey(CostReturn, on_delete=models.PROTECT, related_name="lines")
    place = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=200)
    pence = models.BigIntegerField()

    objects = OrganisationQuerySet["ReturnedLine"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["cost_return", "place"], name="returned_line_has_its_place"
            ),
            models.CheckConstraint(
                condition=~Q(words="") & Q(pence__gte=0),
                name="returned_line_says_what_and_how_much",
            ),
        )
        triggers = (
            pgtrigger.Protect(
                name="returned_line_stays", operation=pgtrigger.Update | pgtrigger.Delete
            ),
        )

    def __str__(self) -> str:
        return self.words
