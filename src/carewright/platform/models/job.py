"""Background work whose progress a page can show."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from carewright.platform.models.officer import Officer
from carewright.platform.models.organisation import Organisation
from carewright.platform.models.scoped import OrganisationQuerySet
from carewright.platform.rules.declarations import PersonalData, Retention
from carewright.platform.rules.jobs import ENDED, JobState


class Job(models.Model):
    """One piece of background work that somebody asked for; left alone, it can be found again."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.ONE_YEAR

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    # Null when the operator asked for it from the command line; the name says so either way.
    requested_by = models.ForeignKey(Officer, null=True, on_delete=models.PROTECT, related_name="+")
    requested_by_name = models.CharField(max_length=200)
    state = models.CharField(max_length=20, default=JobState.WAITING.value)
    step = models.CharField(max_length=200, blank=True)
    done = models.PositiveBigIntegerField(default=0)
    total = models.PositiveBigIntegerField(null=True)
    outcome = models.TextField(blank=True)
    result_kind = models.CharField(max_length=60, blank=True)
    result_id = models.UUIDField(null=True)
    result_link = models.CharField(max_length=300, blank=True)
    asked_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    news_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = OrganisationQuerySet["Job"].as_manager()

    class Meta:
        indexes = (models.Index(fields=["organisation", "-asked_at"], name="job_by_organisation"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=[s.value for s in JobState]), name="job_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[s.value for s in sorted(ENDED)], ended_at__isnull=False)
                | (~Q(state__in=[s.value for s in sorted(ENDED)]) & Q(ended_at=None)),
                name="job_ended_says_when",
            ),
            models.CheckConstraint(
                condition=Q(total=None) | Q(done__lte=F("total")),
                name="job_done_is_at_most_its_total",
            ),
            models.CheckConstraint(
                condition=Q(result_link="") | Q(result_link__regex="^/[^/]"),
                name="job_result_is_a_page_of_ours",
            ),
        )

    def __str__(self) -> str:
        return self.title
