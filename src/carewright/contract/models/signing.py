"""Who signed, what may be extended, and what was taken back before anybody signed."""

from __future__ import annotations

import uuid
from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q

from carewright.contract.models.agreement import Agreement
from carewright.contract.models.parts import Party
from carewright.contract.rules.words import Authority, OptionState
from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention


class Signature(models.Model):
    """That somebody signed for a party on a day; with authority or without, it never vanishes."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="signatures")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="signatures")
    officer = models.ForeignKey(
        "platform.Officer", null=True, on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(max_length=200)
    job_title = models.CharField(max_length=200, blank=True)
    signed_on = models.DateField()
    authority = models.CharField(max_length=10)
    authority_says = models.TextField()
    reason = models.TextField(blank=True)  # why somebody signed who had no authority
    document = models.ForeignKey(
        "platform.Document", null=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_by_name = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()

    objects = OrganisationQuerySet["Signature"].as_manager()

    class Meta:
        triggers = (
            pgtrigger.Protect(
                name="signature_stays", operation=pgtrigger.Update | pgtrigger.Delete
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["agreement", "officer"],
                condition=Q(officer__isnull=False),
                name="signature_of_an_officer_stands_once",
            ),
            models.CheckConstraint(
                condition=Q(authority__in=[each.value for each in Authority]) & ~Q(name=""),
                name="signature_says_who_and_whether_they_may",
            ),
            models.CheckConstraint(
                condition=~Q(authority=Authority.LACKED.value) | ~Q(reason=""),
                name="signature_without_authority_says_why",
            ),
        )

    def __str__(self) -> str:
        return self.name


class ExtensionOption(models.Model):
    """A further term that the agreement allows, and by when somebody decides on it."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="extensions")
    number = models.PositiveSmallIntegerField()
    ends_before = models.DateField()
    decide_by = models.DateField()
    state = models.CharField(max_length=10, default=OptionState.OPEN.value)
    request_id = models.UUIDField(null=True)  # the approval that was asked for
    ended_before = models.DateField(null=True)  # the end that it moved, once it is taken
    decided_by_name = models.CharField(max_length=200, blank=True)
    decided_on = models.DateField(null=True)
    reason = models.TextField(blank=True)

    objects = OrganisationQuerySet["ExtensionOption"].as_manager()

    class Meta:
        triggers = (
            pgtrigger.Trigger(
                name="extension_is_taken_with_its_approval",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                condition=pgtrigger.Condition(
                    "OLD.state <> 'taken' AND NEW.state = 'taken' AND NEW.request_id IS NULL"
                ),
                func="RAISE EXCEPTION 'An extension is taken once somebody has approved it';",
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["agreement", "number"], name="extension_has_its_number"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in OptionState]),
                name="extension_state_is_known",
            ),
            models.CheckConstraint(
                condition=Q(decide_by__lt=F("ends_before")),
                name="extension_is_decided_before_it_ends",
            ),
            models.CheckConstraint(
                condition=Q(state=OptionState.OPEN.value, decided_on=None)
                | (
                    ~Q(state=OptionState.OPEN.value)
                    & Q(decided_on__isnull=False)
                    & ~Q(reason="")
                    & ~Q(decided_by_name="")
                ),
                name="extension_decided_says_who_and_why",
            ),
        )

    def __str__(self) -> str:
        return f"Option {self.number}"


class Reversal(models.Model):
    """That an approved agreement goes back to a draft: one asks, another confirms."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="reversals")
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

    objects = OrganisationQuerySet["Reversal"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["agreement"],
                condition=Q(confirmed_at=None, withdrawn_at=None),
                name="reversal_is_asked_for_once",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_why="")
                | (Q(withdrawn_at__isnull=False, confirmed_at=None) & ~Q(withdrawn_why="")),
                name="reversal_withdrawn_says_why",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="reversal_says_why"),
            models.CheckConstraint(
                condition=Q(confirmed_at=None, confirmed_by_account=None, confirmed_by_name="")
                | (
                    Q(confirmed_at__isnull=False, confirmed_by_account__isnull=False)
                    & ~Q(confirmed_by_name="")
                ),
                name="reversal_confirmed_names_a_person_and_a_time",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by_account=None)
                | ~Q(confirmed_by_account=F("asked_by_account")),
                name="reversal_is_confirmed_by_a_second_person",
            ),
        )

    def __str__(self) -> str:
        return self.reason[:80]
