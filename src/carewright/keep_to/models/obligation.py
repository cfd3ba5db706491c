"""What agreements oblige to, each with its day, its owner and what became of it."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from carewright.keep_to.rules.life_of_a_duty import SETTLED, ChangeKind, DutyState
from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention
from carewright_engine.rules.facts import Route

_SETTLED = sorted(state.value for state in SETTLED)


def organisation() -> models.ForeignKey:  # type: ignore[type-arg]
    """Whose it is."""
    return models.ForeignKey("platform.Organisation", on_delete=models.PROTECT, related_name="+")


def of_agreement() -> models.ForeignKey:  # type: ignore[type-arg]
    """The agreement that it belongs to."""
    return models.ForeignKey("contract.Agreement", on_delete=models.PROTECT, related_name="+")


class Timetable(models.Model):
    """When what an agreement obliges to was last worked out, and from what."""

    personal_data: ClassVar = PersonalData.NONE
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = organisation()
    agreement = of_agreement()
    facts_sha256 = models.CharField(max_length=64, blank=True)  # of the facts and the law
    worked_out_on = models.DateField(null=True)
    worked_out_at = models.DateTimeField(null=True)

    objects = OrganisationQuerySet["Timetable"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["agreement"], name="timetable_is_one_an_agreement"),
        )

    def __str__(self) -> str:
        return f"Timetable of {self.agreement_id}"

    @classmethod
    def that_hold(cls) -> models.QuerySet[Timetable]:
        """None: it is worked out anew whenever it is wanted."""
        return cls.objects.none()


class Obligation(models.Model):
    """One thing that an agreement obliges to; what was done or not needed is never rewritten."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = organisation()
    agreement = of_agreement()
    rule = models.CharField(max_length=80)
    nth = models.PositiveSmallIntegerField()  # the first time under the rule, the second ...
    # What the rule says.
    words = models.TextField()
    who = models.CharField(max_length=200)
    evidence = models.TextField(blank=True)  # what would show it
    basis = models.CharField(max_length=20)
    sense = models.CharField(max_length=20)
    counts_from = models.CharField(max_length=40)
    event_on = models.DateField(null=True)
    last_day = models.DateField(null=True)
    due_at = models.DateTimeField(null=True)
    when = models.TextField()
    because = models.TextField(blank=True)
    source = models.TextField()
    verified = models.BooleanField()
    # Whose it is, and what became of it.
    owner = models.ForeignKey(
        "platform.Officer", null=True, on_delete=models.PROTECT, related_name="+"
    )
    handed_on = models.BooleanField(default=False)  # else it follows who looks after the agreement
    state = models.CharField(max_length=20, default=DutyState.DUE.value)
    settled_on = models.DateField(null=True)
    settled_words = models.TextField(blank=True)  # what shows it, or why it is not needed
    document_id = models.UUIDField(null=True)
    settled_by_name = models.CharField(max_length=200, blank=True)
    settled_at = models.DateTimeField(null=True)
    told_for = models.DateField(null=True)  # the last day on which its owner knows it is overdue
    first_at = models.DateTimeField()

    objects = OrganisationQuerySet["Obligation"].as_manager()

    class Meta:
        indexes = (
            models.Index("organisation", "state", "due_at", "id", name="obligation_by_day"),
            models.Index("agreement", "due_at", name="obligation_of_agreement"),
            models.Index(
                "owner", "due_at", condition=Q(state=DutyState.DUE.value), name="obligation_whose"
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["agreement", "rule", "nth"], condition=~Q(state__in=_SETTLED),
                name="obligation_stands_once",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in DutyState]) & Q(nth__gt=0),
                name="obligation_state_is_known",
            ),
            models.CheckConstraint(
                condition=Q(due_at=None) | Q(last_day__isnull=False),
                name="obligation_due_has_a_day",
            ),
            models.CheckConstraint(
                condition=(
                    Q(state__in=_SETTLED, settled_on__isnull=False, settled_at__isnull=False)
                    & ~Q(settled_by_name="")
                )
                | (~Q(state__in=_SETTLED) & Q(settled_on=None, settled_at=None)),
                name="obligation_settled_says_when_and_by_whom",
            ),
            models.CheckConstraint(
                condition=~Q(state=DutyState.DONE.value)
                | ~Q(settled_words="")
                | Q(document_id__isnull=False),
                name="obligation_done_has_evidence",
            ),
            models.CheckConstraint(
                condition=~Q(state=DutyState.NOT_NEEDED.value) | ~Q(settled_words=""),
                name="obligation_not_needed_says_why",
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.words

    @classmethod
    def that_hold(cls) -> models.QuerySet[Obligation]:
        """Those of which something is known beside the rules, so that their agreement stays."""
        history = ObligationChange.objects.filter(obligation=models.OuterRef("pk"))
        return cls.objects.filter(
            Q(state__in=_SETTLED) | Q(handed_on=True) | models.Exists(history)
        )


class ObligationChange(models.Model):
    """Something that happened to it; never changed, never taken away."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = organisation()
    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="changes")
    kind = models.CharField(max_length=20)
    day_before = models.DateField(null=True)
    day_after = models.DateField(null=True)
    why = models.TextField()
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()

    objects = OrganisationQuerySet["ObligationChange"].as_manager()

    class Meta:
        indexes = (models.Index("obligation", "at", name="obligation_change_order"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=[each.value for each in ChangeKind]) & ~Q(why=""),
                name="obligation_change_says_what_and_why",
            ),
        )

    def __str__(self) -> str:
        return self.why


class KnownFacts(models.Model):
    """What somebody knows of an agreement that its rules ask and its register does not hold."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = organisation()
    agreement = of_agreement()
    route = models.CharField(max_length=20, null=True)  # noqa: DJ001 - nobody has said
    light_touch = models.BooleanField(null=True)
    user_choice = models.BooleanField(null=True)
    indicators_set = models.BooleanField(null=True)
    advertised = models.BooleanField(null=True)
    procurement_began_on = models.DateField(null=True)
    invited_on = models.DateField(null=True)
    award_notice_on = models.DateField(null=True)
    awarded_on = models.DateField(null=True)
    entered_on = models.DateField(null=True)
    price_review_on = models.DateField(null=True)
    insurance_ends_before = models.DateField(null=True)
    accounts_year_ends_on = models.DateField(null=True)
    visits_a_year = models.PositiveSmallIntegerField(null=True)
    said_by_name = models.CharField(max_length=200)
    said_at = models.DateTimeField()

    objects = OrganisationQuerySet["KnownFacts"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["agreement"], name="known_facts_are_one_an_agreement"),
            models.CheckConstraint(
                condition=Q(route=None) | Q(route__in=[each.value for each in Route]),
                name="known_route_is_known",
            ),
            models.CheckConstraint(
                condition=Q(visits_a_year=None) | Q(visits_a_year__range=(0, 52)),
                name="known_visits_are_possible",
            ),
        )

    def __str__(self) -> str:
        return f"What is known of {self.agreement_id}"
