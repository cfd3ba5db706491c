"""A sourcing decision: what is decided for whom, the four questions, the answer, its approval."""

from __future__ import annotations

import uuid
from typing import ClassVar, Final

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from carewright.govern.api import Nation
from carewright.plan.rules.life import DecisionState
from carewright.plan.rules.words import Option
from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention

#: What was approved; nobody changes it afterwards.
WORDS: Final = (
    "number", "version", "nation", "title", "services", "areas", "care_groups", "starts_on",
    "term_months", "annual_pence", "people_supported", "is_new", "needs", "views", "alternatives",
    "rules_allow", "ground", "ground_words", "ground_source", "ground_verified", "ground_why",
    "chosen", "answer", "look_again_on", "request_id", "without", "without_reason",
    "approved_by", "decided_at", "written_by_account",
)  # fmt: skip
_WORDS_CHANGE: Final = " OR ".join(
    f"(OLD.{each} IS DISTINCT FROM NEW.{each})"
    for each in (*WORDS, "organisation_id", "replaces_id")
)
_DRAFT: Final = DecisionState.DRAFT.value
#: In these it was in force once.
_APPROVED: Final = ("decided", "replaced", "set_aside")


class SourcingDecision(models.Model):
    """One version of a decision. A correction is a new version under the same number."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    partnership_id = models.UUIDField(null=True)  # with whom its owner shares it
    number = models.PositiveIntegerField()
    version = models.PositiveIntegerField(default=1)
    replaces = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="later_versions"
    )
    state = models.CharField(max_length=20, default=_DRAFT)
    nation = models.CharField(max_length=20)

    title = models.CharField(max_length=200)
    services = ArrayField(models.CharField(max_length=40), default=list)
    areas = models.TextField(blank=True)
    care_groups = ArrayField(models.CharField(max_length=40), default=list)
    starts_on = models.DateField(null=True)
    term_months = models.PositiveIntegerField(null=True)
    annual_pence = models.BigIntegerField(null=True)
    people_supported = models.PositiveIntegerField(null=True)
    is_new = models.BooleanField(null=True)

    needs = models.TextField(blank=True)
    views = models.TextField(blank=True)
    alternatives = models.TextField(blank=True)
    rules_allow = models.BooleanField(null=True)
    ground = models.CharField(max_length=60, blank=True)
    ground_words = models.TextField(blank=True)  # as the reference data had it when it was chosen
    ground_source = models.TextField(blank=True)
    ground_verified = models.BooleanField(default=False)
    ground_why = models.TextField(blank=True)

    chosen = models.CharField(max_length=20, blank=True)
    answer = models.TextField(blank=True)
    look_again_on = models.DateField(null=True)
    look_again_task_id = models.UUIDField(null=True)  # the action that somebody owns

    written_by_account = models.UUIDField()
    written_by_name = models.CharField(max_length=200)
    written_at = models.DateTimeField()
    touched_by_accounts = ArrayField(models.UUIDField(), default=list)
    changed_at = models.DateTimeField()

    request_id = models.UUIDField(null=True)  # the approval that was asked for last
    without = models.JSONField(default=list)  # what was missing when it was asked for, by name
    without_reason = models.TextField(blank=True)
    approved_by = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by_name = models.CharField(max_length=200, blank=True)
    ended_why = models.TextField(blank=True)
    aside_asked_by_account = models.UUIDField(null=True)
    aside_asked_by_name = models.CharField(max_length=200, blank=True)
    aside_why = models.TextField(blank=True)

    objects = OrganisationQuerySet["SourcingDecision"].as_manager()

    class Meta:
        indexes = (
            models.Index(fields=["organisation", "-number", "-version"], name="sourcing_by_number"),
        )
        triggers = (
            pgtrigger.Protect(
                name="decided_words_stay",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(f"OLD.state <> '{_DRAFT}' AND ({_WORDS_CHANGE})"),
            ),
            pgtrigger.Protect(name="sourcing_decision_stays", operation=pgtrigger.Delete),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "number", "version"], name="sourcing_version_once"
            ),
            models.UniqueConstraint(
                fields=["organisation", "number"], condition=Q(state=_DRAFT),
                name="sourcing_one_draft_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["organisation", "number"], condition=Q(state="decided"),
                name="sourcing_one_version_in_force",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in DecisionState])
                & Q(nation__in=[each.value for each in Nation])
                & Q(chosen__in=["", *(each.value for each in Option)]),
                name="sourcing_words_are_known",
            ),
            models.CheckConstraint(condition=~Q(title=""), name="sourcing_has_a_title"),
            models.CheckConstraint(
                condition=Q(version=1, replaces=None) | Q(version__gt=1, replaces__isnull=False),
                name="sourcing_later_version_names_the_earlier",
            ),
            models.CheckConstraint(
                condition=Q(annual_pence=None) | Q(annual_pence__gte=0),
                name="sourcing_value_is_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(without=[]) | ~Q(without_reason=""),
                name="sourcing_without_something_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=_APPROVED)
                | (
                    Q(
                        request_id__isnull=False, decided_at__isnull=False,
                        starts_on__isnull=False, look_again_on__isnull=False,
                    )
                    & ~Q(approved_by="") & ~Q(chosen="") & ~Q(answer="")
                ),
                name="sourcing_decided_names_approver_answer_and_days",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["withdrawn", "set_aside"])
                | (Q(ended_at__isnull=False) & ~Q(ended_why="") & ~Q(ended_by_name="")),
                name="sourcing_over_says_when_why_and_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(aside_asked_by_account=None, aside_why="")
                | (Q(aside_asked_by_account__isnull=False) & ~Q(aside_why="")),
                name="sourcing_set_aside_is_asked_with_a_reason",
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        """S-0003; from the second version on S-0003 version 2."""
        later = f" version {self.version}" if self.version > 1 else ""
        return f"S-{self.number:04d}{later}"
