"""Plans, reviews and the files that were given for them."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from carewright.follow_up import rows
from carewright.follow_up.models import Phase, Plan, PlanImport, Review, Task
from carewright.follow_up.queries.actions import TO_DO, actions, progress
from carewright.follow_up.rules.sources import Source
from carewright.platform import api as platform


def plans(*, seen_by: platform.Officer, at: datetime) -> QuerySet[Plan]:
    """The organisation's plans for a list page, with what is open and overdue in each."""
    to_do = Q(tasks__state__in=TO_DO)
    return (
        Plan.objects.for_organisation(seen_by.organisation.id)
        .annotate(
            actions=Count("tasks"),
            to_do=Count("tasks", filter=to_do),
            overdue=Count("tasks", filter=to_do & Q(tasks__due_at__lte=at)),
        )
        .order_by("-begun_at", "title")
    )


def plan(plan_id: UUID, *, seen_by: platform.Officer) -> rows.Plan:
    """One plan; a stranger's does not exist."""
    own = Plan.objects.for_organisation(seen_by.organisation.id)
    found = own.select_related("review", "phase").filter(pk=plan_id).first()
    if found is None:
        raise platform.NotFound
    return plan_row(found)


def actions_of_plan(plan_id: UUID, *, seen_by: platform.Officer, at: datetime) -> QuerySet[Task]:
    """The actions of a plan in the order of its findings."""
    return actions(seen_by=seen_by, at=at).filter(plan_id=plan_id).order_by("number")


def progress_of_plan(plan_id: UUID, *, seen_by: platform.Officer, at: datetime) -> rows.Progress:
    """How far a plan has come."""
    own = Task.objects.for_organisation(seen_by.organisation.id)
    return progress(own.filter(plan_id=plan_id), at=at)


def plan_import(import_id: UUID, *, seen_by: platform.Officer) -> rows.PlanImport:
    """A file that was given for a plan, with the rows of it that the plan holds already."""
    own = PlanImport.objects.for_organisation(seen_by.organisation.id)
    found = own.select_related("plan").filter(pk=import_id).first()
    if found is None:
        raise platform.NotFound
    known = Task.objects.filter(plan_id=found.plan_id).exclude(row_digest="")
    return rows.PlanImport(
        id=found.pk, organisation_id=found.organisation_id, plan_id=found.plan_id,
        plan=found.plan.title, file_name=found.file_name, text=found.text,
        columns=found.columns, given_by=found.given_by_name, given_at=found.given_at,
        imported_at=found.imported_at, rows_added=found.rows_added,
        rows_known=found.rows_known, rows_left_out=found.rows_left_out,
        known_digests=frozenset(known.values_list("row_digest", flat=True)),
    )  # fmt: skip


def reviews(*, seen_by: platform.Officer) -> QuerySet[Review]:
    """The organisation's reviews, the latest first."""
    return (
        Review.objects.for_organisation(seen_by.organisation.id)
        .annotate(
            organisations=Count("plans", filter=Q(plans__common=False), distinct=True),
            phase_count=Count("phases", distinct=True),
        )
        .order_by("-begun_at", "title")
    )


def review(review_id: UUID, *, seen_by: platform.Officer) -> rows.Review:
    """One review with its phases, the plan of each organisation and the common one."""
    own = Review.objects.for_organisation(seen_by.organisation.id)
    found = own.filter(pk=review_id).first()
    if found is None:
        raise platform.NotFound
    kept = [plan_row(each) for each in _plans_of(found)]
    phases = tuple(
        _phase(each, tuple(p for p in kept if p.phase == str(each) and not p.common))
        for each in found.phases.order_by("number")
    )
    return rows.Review(
        id=found.pk, organisation_id=found.organisation_id, title=found.title,
        purpose=found.purpose, begun_by=found.begun_by_name, begun_at=found.begun_at,
        phases=phases, common_plan=next((each for each in kept if each.common), None),
    )  # fmt: skip


def progress_of_review(
    review_id: UUID, *, seen_by: platform.Officer, at: datetime
) -> rows.Progress:
    """How far the actions of a review have come, in all its plans."""
    own = Task.objects.for_organisation(seen_by.organisation.id)
    return progress(own.filter(plan__review_id=review_id), at=at)


def plan_counts_of_review(
    review_id: UUID, *, seen_by: platform.Officer, at: datetime
) -> dict[UUID, tuple[int, int, int]]:
    """For each plan of a review: its actions, those to do, and those overdue."""
    found = plans(seen_by=seen_by, at=at).filter(review_id=review_id)
    return {
        each.pk: (each.actions, each.to_do, each.overdue)  # type: ignore[attr-defined]
        for each in found
    }


def plan_row(found: Plan) -> rows.Plan:
    """The frozen row of a plan."""
    return rows.Plan(
        id=found.pk, organisation_id=found.organisation_id, title=found.title,
        source=Source(found.source), reference=found.reference, about=found.about,
        common=found.common, review_id=found.review_id,
        review=found.review.title if found.review else "",
        phase=str(found.phase) if found.phase else "", begun_by=found.begun_by_name,
        begun_at=found.begun_at,
    )  # fmt: skip


def _plans_of(review: Review) -> QuerySet[Plan]:
    return review.plans.select_related("review", "phase").order_by("phase__number", "about")


def _phase(found: Phase, kept: tuple[rows.Plan, ...]) -> rows.Phase:
    return rows.Phase(found.pk, found.number, found.name, found.starts_on, found.ends_before, kept)
