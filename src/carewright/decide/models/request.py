"""Requests for approval, the steps that the scheme asks for, and what was said at each."""

from __future__ import annotations

import uuid
from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from carewright.decide.models.scheme import SchemeLine
from carewright.decide.rules.decided_acts import DecidedAct
from carewright.decide.rules.life_of_a_request import ENDED, Outcome, RequestState, StepState
from carewright.decide.rules.reconsidering import Verdict
from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention

_ENDED = [state.value for state in sorted(ENDED)]


class ApprovalRequest(models.Model):
    """Something that somebody may not do alone, with the row of the scheme that says so."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    partnership_id = models.UUIDField(null=True)
    number = models.PositiveIntegerField()
    subject_kind = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=100)
    title = models.CharField(max_length=200)
    link = models.CharField(max_length=300)
    people_affected = models.PositiveIntegerField(null=True)
    act = models.CharField(max_length=40)
    annual_pence = models.BigIntegerField()
    term_months = models.PositiveIntegerField()
    in_framework = models.BooleanField()
    line = models.ForeignKey(SchemeLine, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, default=RequestState.REQUESTED.value)
    requester = models.ForeignKey("platform.Officer", on_delete=models.PROTECT, related_name="+")
    requester_account = models.ForeignKey(
        "platform.Account", on_delete=models.PROTECT, related_name="+"
    )
    requester_name = models.CharField(max_length=200)
    # Everybody who wrote what is asked about, whoever sent it: none of them decides it.
    author_account_ids = ArrayField(models.UUIDField(), default=list)
    asked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    withdrawn_why = models.TextField(blank=True)
    # The page of the stage that keeps the meetings; empty: a minute is recorded on our own form.
    minutes_link = models.CharField(max_length=300, blank=True, db_default="")
    # Members' days by the scheme: nobody takes the last step, and nothing is done, before these.
    decide_from = models.DateTimeField(null=True)
    carry_out_from = models.DateTimeField(null=True)
    # Who of scrutiny agreed that it cannot wait for them, and why.
    spared_why = models.TextField(blank=True, db_default="")
    spared_by_name = models.CharField(max_length=200, blank=True, db_default="")
    spared_at = models.DateTimeField(null=True)
    # What should be there and is not, by name, and why whoever asks goes on without it.
    missing = ArrayField(models.CharField(max_length=200), default=list, db_default=[])
    missing_why = models.TextField(blank=True, db_default="")

    objects = OrganisationQuerySet["ApprovalRequest"].as_manager()

    acted_first: list[uuid.UUID]  # where a query that judges somebody has asked for it

    class Meta:
        indexes = (
            models.Index(fields=["organisation", "-asked_at"], name="request_by_organisation"),
            models.Index(fields=["subject_kind", "subject_id"], name="request_by_subject"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "number"], name="request_number_is_its_own"
            ),
            models.UniqueConstraint(
                fields=["subject_kind", "subject_id", "act"],
                condition=~Q(state__in=_ENDED),
                name="request_is_open_once_for_an_act",
            ),
            # What a step's decision says of its requester must be what the request says.
            models.UniqueConstraint(
                fields=["id", "requester_account"], name="request_knows_who_asked"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[s.value for s in RequestState])
                & Q(act__in=[a.value for a in DecidedAct]),
                name="request_state_and_act_are_known",
            ),
            models.CheckConstraint(
                condition=Q(state__in=_ENDED, ended_at__isnull=False)
                | (~Q(state__in=_ENDED) & Q(ended_at=None)),
                name="request_ended_says_when",
            ),
            models.CheckConstraint(
                condition=Q(annual_pence__gte=0), name="request_value_is_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(link__regex="^/[^/]"), name="request_leads_to_our_page"
            ),
            models.CheckConstraint(
                condition=Q(spared_at=None, spared_why="", spared_by_name="")
                | (Q(spared_at__isnull=False) & ~Q(spared_why="") & ~Q(spared_by_name="")),
                name="request_spared_its_days_says_who_and_why",
            ),
            models.CheckConstraint(
                condition=Q(missing=[]) | ~Q(missing_why=""),
                name="request_without_something_says_why",
            ),
            models.CheckConstraint(
                condition=Q(minutes_link="") | Q(minutes_link__regex="^/[^/]"),
                name="request_is_minuted_on_our_page",
            ),
        )

    def __str__(self) -> str:
        return f"D-{self.number:04d} {self.title}"


class Step(models.Model):
    """One step of a request: persons in roles, or a committee whose minute is awaited."""

    personal_data: ClassVar = PersonalData.NONE
    retention: ClassVar = Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(ApprovalRequest, on_delete=models.PROTECT, related_name="steps")
    stage = models.PositiveSmallIntegerField()  # steps of one stage are taken side by side
    place = models.PositiveSmallIntegerField()
    roles = ArrayField(models.CharField(max_length=40), default=list)
    persons = models.PositiveSmallIntegerField(default=1)
    committee = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=20, default=StepState.WAITING.value)
    opened_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["request", "stage", "place"], name="step_has_a_place"),
            models.UniqueConstraint(fields=["id", "request"], name="step_knows_its_request"),
            models.CheckConstraint(
                condition=Q(state__in=[s.value for s in StepState]), name="step_state_is_known"
            ),
            models.CheckConstraint(
                condition=(Q(committee="") & ~Q(roles=[])) | (~Q(committee="") & Q(roles=[])),
                name="step_is_for_roles_or_a_committee",
            ),
        )

    def __str__(self) -> str:
        return self.committee or ", ".join(self.roles)


class StepDecision(models.Model):
    """What one person said at a step, or what a committee resolved as one person recorded it.

    Nobody says anything of their own request, and nobody's power approves one request twice: the
    database itself refuses both.
    """

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(ApprovalRequest, on_delete=models.PROTECT, related_name="said")
    step = models.ForeignKey(Step, on_delete=models.PROTECT, related_name="said")
    requester_account = models.ForeignKey(
        "platform.Account", on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.CharField(max_length=20)
    reason = models.TextField(blank=True)
    officer = models.ForeignKey("platform.Officer", on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey("platform.Account", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    # By whose role: one's own, or that of somebody who is away and whom one covers.
    power_account = models.ForeignKey(
        "platform.Account", on_delete=models.PROTECT, related_name="+"
    )
    power_name = models.CharField(max_length=200)
    role = models.CharField(max_length=40, blank=True)
    decided_at = models.DateTimeField()
    committee = models.CharField(max_length=200, blank=True)
    met_on = models.DateField(null=True)
    minute_reference = models.CharField(max_length=100, blank=True)
    document = models.ForeignKey(
        "platform.Document", null=True, on_delete=models.PROTECT, related_name="+"
    )
    # Under which item of an agenda it was resolved, where another stage keeps the meetings.
    agenda_item_id = models.UUIDField(null=True, unique=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(account=F("requester_account"))
                & ~Q(power_account=F("requester_account")),
                name="step_is_never_decided_by_whoever_asked",
            ),
            models.UniqueConstraint(
                fields=["request", "account"],
                condition=Q(outcome=Outcome.APPROVE.value, committee=""),
                name="step_approved_once_by_a_person",
            ),
            models.UniqueConstraint(
                fields=["request", "power_account"],
                condition=Q(outcome=Outcome.APPROVE.value, committee=""),
                name="step_approved_once_by_a_power",
            ),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.APPROVE.value) | ~Q(reason=""),
                name="step_refused_says_why",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=[o.value for o in Outcome]), name="step_outcome_is_known"
            ),
            models.CheckConstraint(
                condition=Q(committee="", met_on=None, minute_reference="")
                | (~Q(committee="") & Q(met_on__isnull=False) & ~Q(minute_reference="")),
                name="step_of_a_committee_cites_its_minute",
            ),
        )
        triggers = (
            pgtrigger.Protect(name="never_changed", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="never_by_whoever_acted_first",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    IF decide_acted_first(NEW.request_id)
                        && ARRAY[NEW.account_id, NEW.power_account_id]
                    THEN
                        RAISE EXCEPTION USING
                            ERRCODE = 'check_violation',
                            MESSAGE = 'Whoever acted first does not approve it afterwards';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="never_by_whoever_wrote_it",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    IF EXISTS (
                        SELECT FROM decide_approvalrequest AS asked
                        WHERE asked.id = NEW.request_id
                            AND asked.author_account_ids
                                && ARRAY[NEW.account_id, NEW.power_account_id]
                    ) THEN
                        RAISE EXCEPTION USING
                            ERRCODE = 'check_violation',
                            MESSAGE = 'Whoever wrote it does not decide it';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="never_a_minute_without_its_meeting",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    IF NEW.committee <> '' AND NEW.agenda_item_id IS NULL AND EXISTS (
                        SELECT FROM decide_approvalrequest AS asked
                        WHERE asked.id = NEW.request_id AND asked.minutes_link <> ''
                    ) THEN
                        RAISE EXCEPTION USING
                            ERRCODE = 'check_violation',
                            MESSAGE = 'It is minuted at the meeting that has it on its agenda';
                    END IF;
                    RETURN NEW;
                """,
            ),
        )

    def __str__(self) -> str:
        return f"{self.outcome} by {self.name}"


class Answer(models.Model):
    """What whoever asked says to questions that came back."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(ApprovalRequest, on_delete=models.PROTECT, related_name="answers")
    words = models.TextField()
    answered_by_name = models.CharField(max_length=200)
    answered_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(words=""), name="answer_says_something"),
        )

    def __str__(self) -> str:
        return self.words[:80]


class Hold(models.Model):
    """What stops a decision for a time: scrutiny that was called for before it is taken."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(ApprovalRequest, on_delete=models.PROTECT, related_name="holds")
    reason = models.TextField()
    held_by_name = models.CharField(max_length=200)
    held_at = models.DateTimeField()
    released_by_name = models.CharField(max_length=200, blank=True)
    released_at = models.DateTimeField(null=True)
    release_reason = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(reason=""), name="hold_says_why"),
            models.CheckConstraint(
                condition=Q(released_at=None, released_by_name="", release_reason="")
                | (Q(released_at__isnull=False) & ~Q(released_by_name="") & ~Q(release_reason="")),
                name="hold_released_says_who_and_why",
            ),
        )

    def __str__(self) -> str:
        return self.reason[:80]


class Reconsideration(models.Model):
    """A decision that members sent back to whoever took it, and what became of it then."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.OneToOneField(
        ApprovalRequest, on_delete=models.PROTECT, related_name="reconsideration"
    )
    reasons = models.TextField()
    sent_back_by_name = models.CharField(max_length=200)
    sent_back_at = models.DateTimeField()
    due_at = models.DateTimeField()
    verdict = models.CharField(max_length=20, blank=True)
    why = models.TextField(blank=True)
    decided_by_name = models.CharField(max_length=200, blank=True)
    power_name = models.CharField(max_length=200, blank=True)  # whose role it was
    minute = models.CharField(max_length=300, blank=True)  # of the committee that said it
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(reasons=""), name="reconsideration_says_why"),
            models.CheckConstraint(
                condition=Q(due_at__gt=F("sent_back_at")), name="reconsideration_is_due_later"
            ),
            models.CheckConstraint(
                condition=Q(decided_at=None, verdict="", why="", decided_by_name="")
                | (
                    Q(decided_at__isnull=False, verdict__in=[v.value for v in Verdict])
                    & ~Q(why="")
                    & ~Q(decided_by_name="")
                ),
                name="reconsideration_ends_with_a_verdict_a_name_and_why",
            ),
        )

    def __str__(self) -> str:
        return self.reasons[:80]


class UrgentUse(models.Model):
    """Something done before it was approved, by a power of the scheme; approval must follow."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.OneToOneField(
        ApprovalRequest, on_delete=models.PROTECT, related_name="urgent_use"
    )
    ground = models.TextField()
    role = models.CharField(max_length=40)
    account = models.ForeignKey("platform.Account", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    power_account = models.ForeignKey(
        "platform.Account", on_delete=models.PROTECT, related_name="+"
    )
    power_name = models.CharField(max_length=200)
    used_at = models.DateTimeField()
    approval_due_at = models.DateTimeField()
    # By this request, or by a later one about the same where this one ended without approval.
    approved_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(ground=""), name="urgent_use_says_why"),
            models.CheckConstraint(
                condition=Q(approval_due_at__gt=F("used_at")), name="urgent_use_is_due_later"
            ),
        )

    def __str__(self) -> str:
        return self.ground[:80]
