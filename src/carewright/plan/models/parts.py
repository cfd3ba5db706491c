"""What stands in a sourcing decision: what ends, evidence, options weighed, advice attached."""

from __future__ import annotations

import uuid
from typing import ClassVar, Final

import pgtrigger
from django.db import models
from django.db.models import Q

from carewright.plan.models.decision import SourcingDecision
from carewright.plan.rules.words import QUESTIONS, Criterion, EvidenceKind, Leaning, Option
from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention

_ONLY_IN_A_DRAFT: Final = """
    IF EXISTS (
        SELECT FROM plan_sourcingdecision AS whole
        WHERE whole.state <> 'draft'
          AND whole.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.decision_id ELSE NEW.decision_id END
    ) THEN
        RAISE EXCEPTION USING
            ERRCODE = 'check_violation',
            MESSAGE = 'What stands in a decision stays as it was approved';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
"""


class PartOfADecision(models.Model):
    """Something that stands in a decision; who wrote it in is kept with it."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    decision = models.ForeignKey(
        SourcingDecision, on_delete=models.PROTECT, related_name="%(class)ss"
    )
    added_by_name = models.CharField(max_length=200)
    added_at = models.DateTimeField()

    class Meta:
        abstract = True
        triggers = (
            pgtrigger.Trigger(
                name="only_in_a_draft",
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                when=pgtrigger.Before,
                func=_ONLY_IN_A_DRAFT,
            ),
        )


class Ending(PartOfADecision):
    """What ends: an agreement as it was cited, its id kept so that it is found again."""

    cited_id = models.UUIDField(null=True)
    reference = models.CharField(max_length=60, blank=True)
    title = models.CharField(max_length=200)
    provider = models.CharField(max_length=200, blank=True)
    last_day = models.DateField(null=True)
    people = models.PositiveIntegerField(null=True)

    objects = OrganisationQuerySet["Ending"].as_manager()

    class Meta(PartOfADecision.Meta):
        constraints = (
            models.CheckConstraint(condition=~Q(title=""), name="ending_has_a_title"),
            models.UniqueConstraint(
                fields=["decision", "cited_id"], name="ending_of_an_agreement_is_named_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.reference} {self.title}".strip()


class Evidence(PartOfADecision):
    """What an answer rests on: what it said when it was cited, and where it stands."""

    step = models.CharField(max_length=20)
    kind = models.CharField(max_length=20)
    cited_id = models.UUIDField(null=True)
    title = models.CharField(max_length=300)
    said = models.TextField()  # the figure or the words that the answer rests on
    digest = models.CharField(max_length=64, blank=True)  # of what was cited, as it was then
    link = models.CharField(max_length=500)

    objects = OrganisationQuerySet["Evidence"].as_manager()

    class Meta(PartOfADecision.Meta):
        constraints = (
            models.CheckConstraint(
                condition=Q(step__in=[each.value for each in QUESTIONS])
                & Q(kind__in=[each.value for each in EvidenceKind]),
                name="evidence_words_are_known",
            ),
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(said="") & ~Q(link=""),
                name="evidence_says_what_it_is_what_it_says_and_where",
            ),
        )

    def __str__(self) -> str:
        return self.title


class Weighed(PartOfADecision):
    """What is said of an option as a whole: why it is ruled out, or whom and what it takes."""

    option = models.CharField(max_length=20)
    ruled_out = models.TextField(blank=True)
    people_moving = models.PositiveIntegerField(null=True)  # who would change provider
    people_words = models.TextField(blank=True)
    annual_pence = models.BigIntegerField(null=True)

    objects = OrganisationQuerySet["Weighed"].as_manager()

    class Meta(PartOfADecision.Meta):
        constraints = (
            models.UniqueConstraint(fields=["decision", "option"], name="option_is_weighed_once"),
            models.CheckConstraint(
                condition=Q(option__in=[each.value for each in Option]),
                name="option_weighed_is_known",
            ),
            models.CheckConstraint(
                condition=Q(annual_pence=None) | Q(annual_pence__gte=0),
                name="option_cost_is_not_negative",
            ),
        )

    def __str__(self) -> str:
        return Option(self.option).label


class Judgement(PartOfADecision):
    """One option held against one criterion; where no row is, nobody has assessed it."""

    option = models.CharField(max_length=20)
    criterion = models.CharField(max_length=20)
    leaning = models.CharField(max_length=20, blank=True)
    benefits = models.TextField(blank=True)
    risks = models.TextField(blank=True)

    objects = OrganisationQuerySet["Judgement"].as_manager()

    class Meta(PartOfADecision.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=["decision", "option", "criterion"], name="option_is_judged_once_by_each"
            ),
            models.CheckConstraint(
                condition=Q(option__in=[each.value for each in Option])
                & Q(criterion__in=[each.value for each in Criterion])
                & Q(leaning__in=["", *(each.value for each in Leaning)]),
                name="judgement_words_are_known",
            ),
            models.CheckConstraint(
                condition=~Q(leaning="", benefits="", risks=""), name="judgement_says_something"
            ),
        )

    def __str__(self) -> str:
        return f"{self.option} {self.criterion}"


class Advice(PartOfADecision):
    """Advice or an assessment that the law asks for: attached with its author, or excused."""

    code = models.CharField(max_length=40)
    author = models.CharField(max_length=200, blank=True)
    written_on = models.DateField(null=True)
    finding = models.TextField(blank=True)
    published = models.CharField(max_length=500, blank=True)
    document = models.ForeignKey(
        "platform.Document", null=True, on_delete=models.PROTECT, related_name="+"
    )
    not_needed = models.TextField(blank=True)  # why, where it is not needed

    objects = OrganisationQuerySet["Advice"].as_manager()

    class Meta(PartOfADecision.Meta):
        constraints = (
            models.UniqueConstraint(fields=["decision", "code"], name="advice_once_of_a_kind"),
            models.CheckConstraint(
                condition=~Q(not_needed="") | (~Q(author="") & Q(written_on__isnull=False)),
                name="advice_names_author_and_day_or_says_why_not_needed",
            ),
        )

    def __str__(self) -> str:
        return self.code
