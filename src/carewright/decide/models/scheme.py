"""Schemes of delegation as an organisation adopts them, version by version."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import (
    ArrayField,
    BigIntegerRangeField,
    IntegerRangeField,
    RangeOperators,
)
from django.db import models
from django.db.models import Case, F, Func, Q, Value, When

from carewright.decide.rules.decided_acts import DecidedAct, Framework
from carewright.decide.rules.life_of_a_scheme import SchemeState
from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention


class Scheme(models.Model):
    """One version of an organisation's scheme; it counts from its day on, once adopted."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField()
    takes_effect_on = models.DateField()
    state = models.CharField(max_length=20, default=SchemeState.PROPOSED.value)
    file_name = models.CharField(max_length=255)
    proposed_by = models.ForeignKey("platform.Account", on_delete=models.PROTECT, related_name="+")
    proposed_by_name = models.CharField(max_length=200)
    proposed_at = models.DateTimeField()
    ended_by = models.ForeignKey(
        "platform.Account", null=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_by_name = models.CharField(max_length=200, blank=True)
    ended_at = models.DateTimeField(null=True)  # when it was adopted, or put aside

    objects = OrganisationQuerySet["Scheme"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "version"], name="scheme_version_is_its_own"
            ),
            models.UniqueConstraint(
                fields=["organisation", "takes_effect_on"],
                condition=Q(state=SchemeState.ADOPTED.value),
                name="scheme_takes_effect_alone",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[s.value for s in SchemeState]), name="scheme_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(state=SchemeState.PROPOSED.value, ended_at=None, ended_by=None)
                | (
                    ~Q(state=SchemeState.PROPOSED.value)
                    & Q(ended_at__isnull=False, ended_by__isnull=False)
                ),
                name="scheme_adopted_says_who_and_when",
            ),
            models.CheckConstraint(
                condition=~Q(state=SchemeState.ADOPTED.value) | ~Q(ended_by=F("proposed_by")),
                name="scheme_is_adopted_by_a_second_person",
            ),
        )

    def __str__(self) -> str:
        return f"Scheme of delegation, version {self.version}"


def _range(over: str, up_to: str, kind: type[models.Field]) -> Func:  # type: ignore[type-arg]
    name = "int8range" if kind is BigIntegerRangeField else "int4range"
    return Func(F(over), F(up_to), Value("(]"), function=name, output_field=kind())


#: Within a framework is 0, outside is 1, either is both.
_SIDES = Func(
    Case(When(framework="out", then=Value(1)), default=Value(0)),
    Case(When(framework="in", then=Value(0)), default=Value(1)),
    Value("[]"),
    function="int4range",
    output_field=IntegerRangeField(),
)


class SchemeLine(models.Model):
    """One row of a scheme; no two rows of a version cover the same decision."""

    personal_data: ClassVar = PersonalData.NONE
    retention: ClassVar = Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="lines")
    number = models.PositiveIntegerField()
    act = models.CharField(max_length=40)
    over_pence = models.BigIntegerField(null=True)
    up_to_pence = models.BigIntegerField(null=True)
    over_months = models.IntegerField(null=True)
    up_to_months = models.IntegerField(null=True)
    framework = models.CharField(max_length=10)
    steps = ArrayField(models.CharField(max_length=300))  # each as a cell of the file says it
    urgent_roles = models.CharField(max_length=300, blank=True)
    urgent_days = models.PositiveIntegerField(null=True)
    days_to_decide = models.PositiveIntegerField(null=True)
    cited = models.CharField(max_length=200, blank=True)
    # Working days that members have before the last step, and after it to call it in.
    scrutiny_before = models.PositiveSmallIntegerField(null=True)
    scrutiny_after = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["scheme", "number"], name="scheme_line_is_numbered"),
            models.CheckConstraint(
                condition=Q(act__in=[a.value for a in DecidedAct])
                & Q(framework__in=[f.value for f in Framework]),
                name="scheme_line_is_about_a_known_act",
            ),
            models.CheckConstraint(
                condition=Q(urgent_roles="", urgent_days=None)
                | (~Q(urgent_roles="") & Q(urgent_days__isnull=False)),
                name="scheme_line_urgent_power_has_its_days",
            ),
            ExclusionConstraint(
                name="scheme_line_overlaps_no_other",
                expressions=[
                    ("scheme", RangeOperators.EQUAL),
                    ("act", RangeOperators.EQUAL),
                    (
                        _range("over_pence", "up_to_pence", BigIntegerRangeField),
                        RangeOperators.OVERLAPS,
                    ),
                    (
                        _range("over_months", "up_to_months", IntegerRangeField),
                        RangeOperators.OVERLAPS,
                    ),
                    (_SIDES, RangeOperators.OVERLAPS),
                ],
            ),
        )

    def __str__(self) -> str:
        return f"Row {self.number}: {DecidedAct(self.act).label}"
