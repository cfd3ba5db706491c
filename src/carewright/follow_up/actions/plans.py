"""Begins plans and reviews."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from carewright.follow_up.actions.reach import Refused, in_reach, refuse_if
from carewright.follow_up.models import Phase, Plan, Review
from carewright.follow_up.rules.phases import blockers_to_phases
from carewright.follow_up.rules.sources import Source
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker


@dataclass(frozen=True, slots=True)
class NewPhase:
    """A part of a review to come."""

    name: str
    starts_on: date
    ends_before: date | None = None


@transaction.atomic(durable=True)
def begin_plan(
    *,
    title: str,
    source: Source,
    reference: str = "",
    about: str = "",
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """A plan of its own, to which actions can be added; its id."""
    platform.require(by, Act.KEEP_ACTIONS)
    once = platform.once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at)
    if not once.done:
        made = Plan.objects.create(
            organisation_id=by.organisation.id, title=title.strip(), source=source.value,
            reference=reference.strip(), about=about.strip(), begun_by_name=by.name, begun_at=at,
        )  # fmt: skip
        _record("begin_plan", "plan", made, by, at)
        once.keep(made.pk)
    return UUID(once.result)


@transaction.atomic(durable=True)
def begin_review(
    *,
    title: str,
    purpose: str,
    phases: Sequence[NewPhase],
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """A review with its phases and the one plan of its common themes; its id."""
    platform.require(by, Act.KEEP_REVIEWS)
    refuse_if(blockers_to_phases([(each.starts_on, each.ends_before) for each in phases]))
    once = platform.once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at)
    if not once.done:
        review = Review.objects.create(
            organisation_id=by.organisation.id, title=title.strip(), purpose=purpose.strip(),
            begun_by_name=by.name, begun_at=at,
        )  # fmt: skip
        for number, each in enumerate(phases, 1):
            Phase.objects.create(
                review=review,
                number=number,
                name=each.name.strip(),
                starts_on=each.starts_on,
                ends_before=each.ends_before,
            )
        _plan_of(review, f"{review.title}: common themes", by, at, common=True)
        _record("begin_review", "review", review, by, at, phases=len(phases))
        once.keep(review.pk)
    return UUID(once.result)


@transaction.atomic(durable=True)
def add_to_review(
    *, review_id: UUID, phase_number: int, about: str, by: platform.Officer, at: datetime
) -> UUID:
    """Brings an organisation into a phase of the review, with a plan of its own; the plan's id."""
    review = in_reach(Review, review_id, by=by, act=Act.KEEP_REVIEWS)
    phase = review.phases.filter(number=phase_number).first()
    if phase is None:
        refuse_if([Blocker("phase", "Choose a phase of this review")])
    if not about.strip():
        refuse_if([Blocker("about", "Name the organisation that is looked at")])
    try:
        with transaction.atomic():
            title = f"{about.strip()}: action plan"
            return _plan_of(review, title, by, at, phase=phase, about=about.strip()).pk
    except IntegrityError:
        raise Refused([Blocker("about", f"{about.strip()} is in this review already")]) from None


def _plan_of(
    review: Review,
    title: str,
    by: platform.Officer,
    at: datetime,
    *,
    phase: Phase | None = None,
    about: str = "",
    common: bool = False,
) -> Plan:
    made = Plan.objects.create(
        organisation_id=review.organisation_id, partnership_id=review.partnership_id,
        title=title[:200], source=Source.REVIEW.value, reference=review.title, about=about,
        review=review, phase=phase, common=common, begun_by_name=by.name, begun_at=at,
    )  # fmt: skip
    _record("begin_plan", "plan", made, by, at, review=str(review.pk))
    return made


def _record(
    act: str, kind: str, made: Plan | Review, by: platform.Officer, at: datetime, **facts: Any
) -> None:
    platform.audit.record(
        act, kind, made.pk, by=by, at=at, organisation_id=made.organisation_id,
        title=made.title, **facts,
    )  # fmt: skip
