"""What is bought without competition, on which ground, and which agreements rely on it."""

from __future__ import annotations

import uuid
from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q

from carewright.contract.api import Regime
from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention
from carewright.vary.models.common import of_agreement, of_organisation
from carewright.vary.rules.lives import ExemptionState
from carewright.vary.rules.words import Scope


class Exemption(models.Model):
    """That an agreement, or several up to a total, need no competition until a day."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = of_organisation()
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=20, default=ExemptionState.DRAFT.value)
    scope = models.CharField(max_length=10)
    title = models.CharField(max_length=200)
    regime = models.CharField(max_length=20)
    ground = models.CharField(max_length=60)
    why = models.TextField()
    alternatives = models.TextField()
    value_pence = models.BigIntegerField()  # over its term, of all agreements that rely on it
    used_pence = models.BigIntegerField(default=0)
    starts_on = models.DateField()
    ends_before = models.DateField()
    people_affected = models.PositiveIntegerField(null=True)
    request_id = models.UUIDField(null=True)
    paper_id = models.UUIDField(null=True)  # the paper by which a committee hears of it
    told_on = models.DateField(null=True)
    told_how = models.TextField(blank=True)
    withdrawn_why = models.TextField(blank=True)
    written_by_account = models.UUIDField()
    written_by_name = models.CharField(max_length=200)
    written_at = models.DateTimeField()

    objects = OrganisationQuerySet["Exemption"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "number"], name="exemption_number_is_own"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in ExemptionState])
                & Q(scope__in=[each.value for each in Scope])
                & Q(regime__in=[each.value for each in Regime]),
                name="exemption_words_are_known",
            ),
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(why="") & ~Q(alternatives="") & ~Q(ground=""),
                name="exemption_says_what_why_and_instead_of_what",
            ),
            models.CheckConstraint(
                condition=Q(ends_before__gt=F("starts_on")),
                name="exemption_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(value_pence__gt=0, used_pence__gte=0)
                & Q(used_pence__lte=F("value_pence")),
                name="exemption_is_never_used_beyond_its_value",
            ),
            models.CheckConstraint(
                condition=~Q(state=ExemptionState.GRANTED.value) | Q(request_id__isnull=False),
                name="exemption_granted_names_its_approval",
            ),
            models.CheckConstraint(
                condition=Q(told_on=None, told_how="")
                | (Q(told_on__isnull=False) & ~Q(told_how="")),
                name="exemption_told_says_when_and_how",
            ),
            models.CheckConstraint(
                condition=~Q(state=ExemptionState.WITHDRAWN.value) | ~Q(withdrawn_why=""),
                name="exemption_withdrawn_says_why",
            ),
        )

    def __str__(self) -> str:
        return f"X-{self.number:04d}"


class Reliance(models.Model):
    """That an agreement, or a later change of it, uses so much of an exemption."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = of_organisation()
    exemption = models.ForeignKey(Exemption, on_delete=models.PROTECT, related_name="reliances")
    agreement = of_agreement()
    # The change that took so much more; None: the agreement itself.
    variation = models.ForeignKey(
        "vary.Variation", null=True, on_delete=models.PROTECT, related_name="reliances"
    )
    pence = models.BigIntegerField()
    recorded_by_name = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()

    objects = OrganisationQuerySet["Reliance"].as_manager()

    class Meta:
        triggers = (
            pgtrigger.Trigger(
                name="reliance_uses_what_was_granted",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func="""
                    UPDATE vary_exemption SET used_pence = used_pence + NEW.pence
                        WHERE id = NEW.exemption_id AND state = 'granted';
                    IF NOT FOUND THEN
                        RAISE EXCEPTION USING
                            ERRCODE = 'check_violation',
                            MESSAGE = 'Nobody relies on what was not granted';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Protect(name="reliance_stays", operation=pgtrigger.Update | pgtrigger.Delete),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["exemption", "agreement"],
                condition=Q(variation=None),
                name="agreement_relies_on_an_exemption_once",
            ),
            models.UniqueConstraint(
                fields=["exemption", "variation"], name="variation_uses_an_exemption_once"
            ),
            models.CheckConstraint(condition=Q(pence__gt=0), name="reliance_uses_something"),
        )

    def __str__(self) -> str:
        return f"{self.exemption_id} {self.agreement_id}"
