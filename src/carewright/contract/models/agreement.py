"""Agreements of every kind, in one register."""

from __future__ import annotations

import uuid
from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from carewright.contract.rules.life_of_an_agreement import OVER, AgreementState
from carewright.contract.rules.words import ONE_PERSON, Kind, Regime, Risk
from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention

_OVER = sorted(state.value for state in OVER)


def _officer() -> models.ForeignKey:  # type: ignore[type-arg]
    return models.ForeignKey(
        "platform.Officer", null=True, on_delete=models.PROTECT, related_name="+"
    )


class Agreement(models.Model):
    """What an organisation agreed with those who give care, from its draft to its end."""

    personal_data: ClassVar = PersonalData.PSEUDONYMOUS
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    number = models.PositiveIntegerField()
    own_reference = models.CharField(max_length=60, blank=True)  # in the council's other systems
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=30)
    regime = models.CharField(max_length=20)
    risk = models.CharField(max_length=10, default=Risk.LOW.value)
    state = models.CharField(max_length=20, default=AgreementState.DRAFT.value)
    starts_on = models.DateField(null=True)  # None: the file that it came from does not say
    ends_before = models.DateField(null=True)  # the first day no longer covered
    successor = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="predecessors"
    )
    value_pence = models.BigIntegerField(null=True)  # over the term, without extensions
    payment_terms = models.TextField(blank=True)
    paid_in_advance = models.BooleanField(default=False)
    advance_grounds = models.TextField(blank=True)
    notice_days = models.PositiveIntegerField(null=True)  # the provider's, to the organisation
    own_notice_days = models.PositiveIntegerField(null=True)  # the organisation's, to the provider
    contact = _officer()
    budget_holder = _officer()
    # Ids of what stages to come keep; no key holds them yet.
    framework_id = models.UUIDField(null=True)
    lot_id = models.UUIDField(null=True)
    award_id = models.UUIDField(null=True)
    tupe = models.BooleanField(null=True)  # whether staff moved with the work; None: nobody said
    data_schedule = models.BooleanField(default=False)
    person = models.ForeignKey(
        "register.Person", null=True, on_delete=models.PROTECT, related_name="+"
    )
    people_supported = models.PositiveIntegerField(null=True)
    people_counted_on = models.DateField(null=True)
    # Who gives the care, kept here as well so that a long list reads one table.
    provider_number = models.CharField(max_length=100, blank=True)
    provider_name = models.CharField(max_length=300, blank=True)
    registered_on = models.DateField(null=True)
    registered_as = models.CharField(max_length=200, blank=True)
    monitoring_plan_on = models.DateField(null=True)
    exit_plan_on = models.DateField(null=True)
    contingency_plan_on = models.DateField(null=True)
    exit_planned = models.BooleanField(default=False)  # nothing but its exit plan ends it now
    exemption_ground = models.TextField(blank=True)
    exemption_ends_before = models.DateField(null=True)
    #: Facts that the file it was imported from does not hold; of these nobody can say.
    not_in_source = ArrayField(models.CharField(max_length=30), default=list)
    request_id = models.UUIDField(null=True)  # the approval that was asked for
    # On the organisation's side, as the scheme of delegation had it when the first was given.
    signatures_wanted = models.PositiveSmallIntegerField(default=1)
    written_by_name = models.CharField(max_length=200)
    written_by_account = models.UUIDField()
    # Whoever changed its words since: none of them decides on it.
    touched_by_accounts = ArrayField(models.UUIDField(), default=list)
    written_at = models.DateTimeField()
    begun_early_reason = models.TextField(blank=True)
    over_on = models.DateField(null=True)
    over_reason = models.TextField(blank=True)

    objects = OrganisationQuerySet["Agreement"].as_manager()

    class Meta:
        triggers = (
            pgtrigger.Trigger(
                name="agreement_forgets_nobody_who_touched_it",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                condition=pgtrigger.Condition(
                    "NOT (NEW.touched_by_accounts @> OLD.touched_by_accounts)"
                ),
                func="RAISE EXCEPTION 'Whoever touched an agreement stays named in it';",
            ),
        )
        indexes = (
            # One for each order of the list: a hundred thousand are not sorted for one page.
            models.Index("organisation", Lower("title"), "id", name="agreement_by_title"),
            models.Index(
                "organisation", Lower("provider_name"), "id", name="agreement_by_provider"
            ),
            models.Index("organisation", "ends_before", "id", name="agreement_by_end"),
            models.Index("organisation", "value_pence", "id", name="agreement_by_value"),
            # What is missing comes last the other way round too, which takes another index.
            models.Index(
                "organisation",
                F("ends_before").desc(nulls_last=True),
                F("id").desc(),
                name="agreement_by_end_down",
            ),
            models.Index(
                "organisation",
                F("value_pence").desc(nulls_last=True),
                F("id").desc(),
                name="agreement_by_value_down",
            ),
            models.Index("organisation", "state", Lower("title"), "id", name="agreement_in_state"),
            models.Index("organisation", "kind", Lower("title"), "id", name="agreement_of_kind"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "number"], name="agreement_number_is_own"
            ),
            models.CheckConstraint(
                condition=~Q(title="") & Q(number__gt=0), name="agreement_has_a_title"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[each.value for each in Kind]), name="agreement_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(regime__in=[each.value for each in Regime]),
                name="agreement_regime_is_known",
            ),
            models.CheckConstraint(
                condition=Q(risk__in=[each.value for each in Risk]), name="agreement_risk_is_known"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in AgreementState]),
                name="agreement_state_is_known",
            ),
            models.CheckConstraint(
                condition=Q(ends_before=None)
                | Q(starts_on=None)
                | Q(ends_before__gt=F("starts_on")),
                name="agreement_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=False) | Q(not_in_source__contains=["starts_on"]),
                name="agreement_lacks_a_first_day_only_where_its_file_does",
            ),
            models.CheckConstraint(
                condition=Q(value_pence=None) | Q(value_pence__gte=0),
                name="agreement_value_is_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(successor=None) | ~Q(successor=F("id")),
                name="agreement_does_not_follow_itself",
            ),
            models.CheckConstraint(
                condition=Q(person=None) | Q(kind__in=sorted(each.value for each in ONE_PERSON)),
                name="agreement_for_one_person_is_of_such_a_kind",
            ),
            models.CheckConstraint(
                condition=(Q(state__in=_OVER, over_on__isnull=False) & ~Q(over_reason=""))
                | (~Q(state__in=_OVER) & Q(over_on=None, over_reason="")),
                name="agreement_over_says_when_and_why",
            ),
            models.CheckConstraint(
                condition=~Q(state=AgreementState.APPROVED.value) | Q(request_id__isnull=False),
                name="agreement_approved_names_its_approval",
            ),
        )

    def __str__(self) -> str:
        return f"C-{self.number:04d}"
