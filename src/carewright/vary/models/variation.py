"""Changes of what was agreed, and who took an approved one back."""

from __future__ import annotations

import uuid
from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from carewright.contract.api import Authority
from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention
from carewright.vary.models.common import of_agreement, of_organisation
from carewright.vary.rules.lives import VariationState
from carewright.vary.rules.words import What

_SIGNED = [
    VariationState.SIGNED.value, VariationState.APPLIED.value, VariationState.SET_ASIDE.value,
]  # fmt: skip
_STANDS = [VariationState.APPROVED.value, *_SIGNED]


class Variation(models.Model):
    """What changes of an agreement and why; its words stand from the approval on."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = of_organisation()
    agreement = of_agreement()
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=20, default=VariationState.DRAFT.value)
    touches = ArrayField(models.CharField(max_length=20))
    reason = models.TextField()
    starts_on = models.DateField()  # from when on the change counts
    change_pence = models.BigIntegerField(default=0)  # of the value over the term
    ends_before = models.DateField(null=True)
    ended_before = models.DateField(null=True)  # the end that it moved, once it is applied
    scope = models.TextField(blank=True)
    price_effect = models.TextField(blank=True)
    people_effect = models.TextField(blank=True)
    people_affected = models.PositiveIntegerField(null=True)
    notice_days = models.PositiveIntegerField(null=True)
    own_notice_days = models.PositiveIntegerField(null=True)
    payment_terms = models.TextField(blank=True)
    # Of an assignment.
    leaving_party = models.UUIDField(null=True)
    new_provider = models.CharField(max_length=300, blank=True)
    new_provider_number = models.CharField(max_length=100, blank=True)
    diligence_on = models.DateField(null=True)
    consent_on = models.DateField(null=True)
    people_told_on = models.DateField(null=True)
    # What the law asks, as somebody answered, and what it said when approval was asked for.
    answers = models.JSONField(default=dict)
    ground = models.CharField(max_length=60, blank=True)
    tested = models.JSONField(default=dict)
    request_id = models.UUIDField(null=True)
    asked_at = models.DateTimeField(null=True)  # whatever was asked for before counts with it
    # By how much the value changes, or what a longer term comes to, whichever is more.
    worth_pence = models.BigIntegerField(default=0)
    our_signatory = models.ForeignKey(
        "platform.Officer", null=True, on_delete=models.PROTECT, related_name="+"
    )
    our_signatory_name = models.CharField(max_length=200, blank=True)
    # Where the scheme wants two of ours; both sign on the same day.
    our_second_signatory = models.ForeignKey(
        "platform.Officer", null=True, on_delete=models.PROTECT, related_name="+"
    )
    our_second_name = models.CharField(max_length=200, blank=True)
    our_authority = models.CharField(max_length=10, blank=True)  # by the scheme of that day
    our_authority_says = models.TextField(blank=True)
    our_reason = models.TextField(blank=True)  # why somebody signed who had no authority
    our_signed_on = models.DateField(null=True)
    their_signatory_name = models.CharField(max_length=200, blank=True)
    their_signed_on = models.DateField(null=True)
    document = models.ForeignKey(
        "platform.Document", null=True, on_delete=models.PROTECT, related_name="+"
    )
    applied_at = models.DateTimeField(null=True)
    applied_by_name = models.CharField(max_length=200, blank=True)
    withdrawn_why = models.TextField(blank=True)
    written_by_account = models.UUIDField()
    # Whoever changed its words since: none of them decides on it.
    touched_by_accounts = ArrayField(models.UUIDField(), default=list)
    written_by_name = models.CharField(max_length=200)
    written_at = models.DateTimeField()

    objects = OrganisationQuerySet["Variation"].as_manager()

    class Meta:
        triggers = (
            pgtrigger.Trigger(
                name="variation_forgets_nobody_who_touched_it",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                condition=pgtrigger.Condition(
                    "NOT (NEW.touched_by_accounts @> OLD.touched_by_accounts)"
                ),
                func="RAISE EXCEPTION 'Whoever touched a variation stays named in it';",
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["agreement", "number"], name="variation_number_is_own"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in VariationState]),
                name="variation_state_is_known",
            ),
            models.CheckConstraint(
                condition=~Q(touches=[])
                & Q(touches__contained_by=[each.value for each in What])
                & ~Q(reason=""),
                name="variation_says_what_and_why",
            ),
            models.CheckConstraint(
                condition=~Q(touches__contains=[What.PROVIDER.value])
                | (~Q(new_provider="") & Q(leaving_party__isnull=False)),
                name="variation_that_assigns_names_who_leaves_and_who_comes",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=_STANDS) | (Q(request_id__isnull=False) & ~Q(ground="")),
                name="variation_approved_names_its_approval_and_ground",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=_SIGNED)
                | (
                    Q(our_signed_on__isnull=False, their_signed_on__isnull=False)
                    & ~Q(our_signatory_name="")
                    & ~Q(their_signatory_name="")
                ),
                name="variation_signed_names_both_sides",
            ),
            models.CheckConstraint(
                condition=Q(our_second_signatory=None, our_second_name="")
                | (
                    Q(our_second_signatory__isnull=False)
                    & ~Q(our_second_name="")
                    & ~Q(our_second_signatory=F("our_signatory"))
                ),
                name="variation_second_signatory_is_another",
            ),
            models.CheckConstraint(
                condition=~Q(our_authority=Authority.LACKED.value) | ~Q(our_reason=""),
                name="variation_signed_without_authority_says_why",
            ),
            models.CheckConstraint(
                condition=Q(state=VariationState.APPLIED.value, applied_at__isnull=False)
                | (~Q(state=VariationState.APPLIED.value) & Q(applied_at=None)),
                name="variation_applied_says_when",
            ),
            models.CheckConstraint(
                condition=~Q(
                    state__in=[VariationState.WITHDRAWN.value, VariationState.SET_ASIDE.value]
                )
                | ~Q(withdrawn_why=""),
                name="variation_withdrawn_says_why",
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"V{self.number}"


class TakingBack(models.Model):
    """That an approved variation goes back to a draft: one asks, another confirms."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = of_organisation()
    variation = models.ForeignKey(Variation, on_delete=models.PROTECT, related_name="taken_back")
    reason = models.TextField()
    asked_by_account = models.UUIDField()
    asked_by_name = models.CharField(max_length=200)
    asked_at = models.DateTimeField()
    confirmed_by_account = models.UUIDField(null=True)
    confirmed_by_name = models.CharField(max_length=200, blank=True)
    confirmed_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by_name = models.CharField(max_length=200, blank=True)
    withdrawn_why = models.TextField(blank=True)

    objects = OrganisationQuerySet["TakingBack"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["variation"],
                condition=Q(confirmed_at=None, withdrawn_at=None),
                name="taking_back_is_asked_for_once",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_why="")
                | (Q(withdrawn_at__isnull=False, confirmed_at=None) & ~Q(withdrawn_why="")),
                name="taking_back_withdrawn_says_why",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="taking_back_says_why"),
            models.CheckConstraint(
                condition=Q(confirmed_by_account=None)
                | ~Q(confirmed_by_account=F("asked_by_account")),
                name="taking_back_is_confirmed_by_a_second_person",
            ),
        )

    def __str__(self) -> str:
        return self.reason[:80]
