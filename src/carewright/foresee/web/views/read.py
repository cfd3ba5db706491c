"""Reading a projection."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from carewright.foresee import api as foresee
from carewright.foresee.web.presenters import cited, projection_page
from carewright.foresee.web.reading import Reading
from carewright.foresee.web.stopped import stopped_page
from carewright.foresee.web.where_from import where_from_page
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, may, policy

#: What an address says where the same question of the same facts was answered before.
ASKED_BEFORE: Final = "before"


@policy(Act.SEE_PROJECTIONS)
@require_safe
def projection(request: OfficerRequest, projection_id: UUID) -> HttpResponse:
    """The projection as a page; while it is still being worked out, how far it is."""
    found = projection_of(request, projection_id)
    if not found.answered:
        return _without_answer(request, found)
    reading = _looked_at(answered_of(request, projection_id), request.GET.get("of", "0"))
    near = {each.id for each in foresee.scenarios_to_compare(seen_by=request.officer)}
    page = projection_page(reading, near)
    page |= _standing(request, found)
    page["asked_before"] = request.GET.get("asked") == ASKED_BEFORE
    page["cited"] = cited(reading, request.build_absolute_uri(reading.address))
    return render(request, "foresee/projection.html", page)


@policy(Act.SEE_PROJECTIONS)
@require_safe
def where_from(request: OfficerRequest, projection_id: UUID) -> HttpResponse:
    """The rows of files that each part of the projection takes."""
    reading = Reading(answered_of(request, projection_id))
    own = reading.row.organisation_id == request.officer.organisation.id
    return render(request, "foresee/where_from.html", where_from_page(reading, own=own))


def _without_answer(request: OfficerRequest, found: foresee.ProjectionRow) -> HttpResponse:
    """How far it is; where the work has stopped, what was asked and the way to ask again.

    The work is seen by those whose work it is; a partner waits for the answer.
    """
    if found.job_id is None or found.organisation_id != request.officer.organisation.id:
        raise Http404
    job = _job_of(request, found.job_id)
    if job and not job.ended:
        return redirect("platform:job", found.job_id)
    question = foresee.question_of(found.id, seen_by=request.officer)
    near = {each.id for each in foresee.scenarios_to_compare(seen_by=request.officer)}
    page = stopped_page(found, question, job, near)
    return render(
        request,
        "foresee/stopped.html",
        page | {"may_run": may(request.officer, Act.RUN_PROJECTION)},
    )


def _job_of(request: OfficerRequest, job_id: UUID) -> platform.Job | None:
    """The work; None once it is too old to be kept."""
    try:
        return platform.job(job_id, seen_by=request.officer)
    except platform.NotFound:
        return None


def _standing(request: OfficerRequest, found: foresee.ProjectionRow) -> dict[str, bool]:
    """Whose it is, whether facts have changed, and what the reader may do with it."""
    officer = request.officer
    return {
        "own": found.organisation_id == officer.organisation.id,
        "stale": foresee.is_stale(found, seen_by=officer),
        "may_run": may(officer, Act.RUN_PROJECTION),
        "may_name": may(officer, Act.NAME_PROJECTION),
        "may_share": may(officer, Act.SHARE_PROJECTION),
    }


def _looked_at(read: foresee.AnsweredProjection, of: str) -> Reading:
    """The reading of one scenario; there is no page of one that was not compared."""
    places = {str(place): place for place in range(len(read.answer.outcomes))}
    if of not in places:
        raise Http404
    return Reading(read, places[of])


def projection_of(request: OfficerRequest, projection_id: UUID) -> foresee.ProjectionRow:
    """The projection; a stranger's does not exist."""
    try:
        return foresee.projection(projection_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None


def answered_of(request: OfficerRequest, projection_id: UUID) -> foresee.AnsweredProjection:
    """The projection with its answer; where there is none yet, there is no such page."""
    try:
        return foresee.answered_projection(projection_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None
