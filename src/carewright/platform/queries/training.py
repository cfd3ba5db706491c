"""Who is the named lead officer for what, and which training they have taken."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from carewright.platform import models, rows
from carewright.platform.queries import NotFound
from carewright.platform.queries.teams import teams
from carewright.platform.rows.training import LeadOfficer, TrainingTaken
from carewright.platform.rules.training import LeadDuty, Taken, course, training_asked


def lead_officers(*, seen_by: rows.Officer, on: date) -> list[LeadOfficer]:
    """Everybody who is named on the day, with their training, in a fixed number of questions."""
    named: dict[models.Officer, list[tuple[LeadDuty, date]]] = defaultdict(list)
    for each in _named(seen_by, on):
        named[each.officer].append((LeadDuty(each.duty), each.starts_on))
    taken = _taken_by(seen_by, {officer.pk for officer in named})
    return [_lead(officer, duties, taken[officer.pk], on) for officer, duties in named.items()]


def lead_officer(officer_id: UUID, *, seen_by: rows.Officer, on: date) -> LeadOfficer:
    """One officer with their training, also who is named for nothing."""
    among = models.Officer.objects.for_organisation(seen_by.organisation.id)
    found = among.select_related("account").filter(pk=officer_id).first()
    if found is None:
        raise NotFound("There is no such officer that you may see")
    named = [e for e in _named(seen_by, on) if e.officer_id == officer_id]
    duties = [(LeadDuty(each.duty), each.starts_on) for each in named]
    return _lead(found, duties, _taken_by(seen_by, {found.pk})[found.pk], on)


def training_wanted(*, seen_by: rows.Officer, on: date) -> list[LeadOfficer]:
    """The officer, and whoever is in a team that they lead, where a course is to be taken."""
    led = [e for e in teams(seen_by=seen_by) if e.lead_id == seen_by.id and e.ended_at is None]
    mine = {member.officer_id for each in led for member in each.members_on(on)} | {seen_by.id}
    every = lead_officers(seen_by=seen_by, on=on)
    return [each for each in every if each.officer_id in mine and each.wanting]


def _named(officer: rows.Officer, on: date) -> Any:
    standing = Q(ends_before=None) | Q(ends_before__gt=on)
    found = models.LeadOfficer.objects.for_organisation(officer.organisation.id)
    held = found.filter(standing, starts_on__lte=on, officer__active=True)
    return held.select_related("officer__account").order_by("officer__account__name", "duty")


def _taken_by(officer: rows.Officer, ids: set[UUID]) -> dict[UUID, list[models.TrainingTaken]]:
    kept: dict[UUID, list[models.TrainingTaken]] = defaultdict(list)
    found = models.TrainingTaken.objects.for_organisation(officer.organisation.id)
    for each in found.filter(officer__in=ids).select_related("document").order_by("-taken_on"):
        kept[each.officer_id].append(each)
    return kept


def _lead(
    officer: models.Officer,
    duties: list[tuple[LeadDuty, date]],
    taken: list[models.TrainingTaken],
    on: date,
) -> LeadOfficer:
    known = [Taken(each.course, each.taken_on, each.valid_until) for each in taken]
    return LeadOfficer(
        officer_id=officer.pk,
        name=officer.account.name,
        job_title=officer.job_title,
        duties=tuple(duty for duty, _since in duties),
        asked=tuple(training_asked(duties, known, on=on)),
        taken=tuple(map(_taken, taken)),
    )


def _taken(found: models.TrainingTaken) -> TrainingTaken:
    known = course(found.course)
    return TrainingTaken(
        course=found.course,
        name=known.name if known else found.course,
        taken_on=found.taken_on,
        valid_until=found.valid_until,
        document_id=found.document_id,
        document=found.document.name if found.document else "",
        recorded_by=found.recorded_by_name,
    )
