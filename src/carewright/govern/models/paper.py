"""A decision paper, with whom it was talked over, what it rests on and what is attached."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from carewright.govern.rules.consulting import Consulted
from carewright.govern.rules.life_of_a_paper import PaperState
from carewright.govern.rules.nations import Nation
from carewright.platform import api as platform


class Paper(models.Model):
    """What somebody asks a body or an officer to decide, and all that the decision rests on."""

    personal_data: ClassVar = platform.PersonalData.STAFF
    retention: ClassVar = platform.Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    partnership_id = models.UUIDField(null=True)  # with whom its owner shares it
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=20, default=PaperState.DRAFT.value)
    nation = models.CharField(max_length=20)
    act = models.CharField(max_length=60)  # a kind of decision of the scheme of delegation

    title = models.CharField(max_length=200)
    summary = models.TextField(blank=True)
    proposal = models.TextField(blank=True)
    recommendation = models.TextField(blank=True)
    contact = models.CharField(max_length=300, blank=True)

    annual_value_pence = models.BigIntegerField(null=True)
    term_months = models.PositiveIntegerField(null=True)
    in_framework = models.BooleanField(null=True)
    people_affected = models.PositiveIntegerField(null=True)
    how_affected = models.TextField(blank=True)
    options = models.TextField(blank=True)
    contrary = models.BooleanField(null=True)
    provision = models.TextField(blank=True)
    final_decision = models.BooleanField(null=True)
    next_steps = models.TextField(blank=True)

    begun_by = models.ForeignKey("platform.Officer", on_delete=models.PROTECT, related_name="+")
    begun_by_name = models.CharField(max_length=200)
    begun_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    request_id = models.UUIDField(null=True)  # the approval that was asked for last
    sent_by = models.ForeignKey(
        "platform.Officer", null=True, on_delete=models.PROTECT, related_name="+"
    )
    sent_by_name = models.CharField(max_length=200, blank=True)
    sent_at = models.DateTimeField(null=True)
    without = models.JSONField(default=list)  # names of what was missing when it was sent on
    without_reason = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_reason = models.TextField(blank=True)

    objects = platform.OrganisationQuerySet["Paper"].as_manager()

    became_of_it: str | None  # the state of a partner's approval, where a query has asked for it

    class Meta:
        indexes = (models.Index(fields=["organisation", "-number"], name="paper_by_number"),)
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "number"], name="paper_number_once_in_an_organisation"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in PaperState]),
                name="paper_state_is_known",
            ),
            models.CheckConstraint(
                condition=Q(nation__in=[each.value for each in Nation]),
                name="paper_nation_is_known",
            ),
            models.CheckConstraint(
                condition=Q(annual_value_pence=None) | Q(annual_value_pence__gte=0),
                name="paper_value_is_not_negative",
            ),
            models.CheckConstraint(
                condition=~Q(state=PaperState.SENT.value)
                | Q(request_id__isnull=False, sent_by__isnull=False, sent_at__isnull=False),
                name="paper_sent_names_a_person_a_time_and_an_approval",
            ),
            models.CheckConstraint(
                condition=Q(without=[]) | ~Q(without_reason=""),
                name="paper_sent_without_something_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(state=PaperState.WITHDRAWN.value)
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason="")),
                name="paper_withdrawn_says_when_and_why",
            ),
        )

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    @property
    def reference(self) -> str:
        """The number by which people speak of it."""
        return f"P-{self.number:04d}"


class PartOfAPaper(models.Model):
    """Something that stands in a paper; who wrote it in is kept with it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    added_by_name = models.CharField(max_length=200)
    added_at = models.DateTimeField()

    class Meta:
        abstract = True


class Consultation(PartOfAPaper):
    """Somebody who was asked, on a day, in some way, and what they said."""

    personal_data: ClassVar = platform.PersonalData.STAFF
    retention: ClassVar = platform.Retention.PERMANENT

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="consultations")
    whom = models.CharField(max_length=30)
    name = models.CharField(max_length=200)
    how = models.CharField(max_length=200, blank=True)
    on = models.DateField()
    said = models.TextField()

    objects = platform.OrganisationQuerySet["Consultation"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(whom__in=[each.value for each in Consulted]),
                name="consultation_says_whom",
            ),
            models.CheckConstraint(
                condition=~Q(said="") & ~Q(name=""), name="consultation_says_who_said_what"
            ),
        )

    def __str__(self) -> str:
        return f"{self.name}: {self.said[:60]}"


class BackgroundPaper(PartOfAPaper):
    """Something that the paper rests on: a kept file, a link, or a title that can be asked for."""

    personal_data: ClassVar = platform.PersonalData.NONE
    retention: ClassVar = platform.Retention.PERMANENT

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="background")
    title = models.CharField(max_length=300)
    link = models.CharField(max_length=500, blank=True)
    document = models.ForeignKey(
        "platform.Document", null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = platform.OrganisationQuerySet["BackgroundPaper"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(title=""), name="background_paper_has_a_title"),
        )

    def __str__(self) -> str:
        return self.title


class Assessment(PartOfAPaper):
    """An assessment or advice that the law asks for: attached with its author, or excused."""

    personal_data: ClassVar = platform.PersonalData.STAFF
    retention: ClassVar = platform.Retention.PERMANENT

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="assessments")
    code = models.CharField(max_length=40)
    author = models.CharField(max_length=200, blank=True)
    written_on = models.DateField(null=True)
    finding = models.TextField(blank=True)
    published = models.CharField(max_length=500, blank=True)
    document = models.ForeignKey(
        "platform.Document", null=True, on_delete=models.PROTECT, related_name="+"
    )
    not_needed = models.TextField(blank=True)  # why, where it is not needed

    objects = platform.OrganisationQuerySet["Assessment"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["paper", "code"], name="assessment_once_of_a_kind_in_a_paper"
            ),
            models.CheckConstraint(
                condition=~Q(not_needed="") | (~Q(author="") & Q(written_on__isnull=False)),
                name="assessment_names_author_and_day_or_says_why_not_needed",
            ),
        )

    def __str__(self) -> str:
        return f"{self.code} by {self.author}"
