"""Directions of a joint board: written and issued there, answered by the directed body."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carewright.govern import api as govern
from carewright.govern.api import DirectionState, NoteKind
from carewright.govern.web import direction_presenters as presenters
from carewright.govern.web.direction_forms import DirectionForm, ProgressForm
from carewright.govern.web.places import crumbs_to_directions, places
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, OrganisationKind, intent_of, policy
from carewright.ui.exports import download
from carewright.ui.forms import tried


@policy(Act.SEE_DIRECTIONS)
@require_safe
def directions(request: OfficerRequest) -> HttpResponseBase:
    """Directions that the organisation gave, or that were given to it."""
    asked = presenters.DIRECTIONS.asked(request.GET)
    found = govern.directions(seen_by=request.officer)
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Directions"),
        "places": places(request.officer, "directions"),
        "list": asked.page_of(found),
        "may_write": _gives(request.officer) and platform.may(request.officer, Act.WRITE_DIRECTION),
    }
    return render(request, "govern/directions.html", page)


@policy(Act.SEE_DIRECTIONS)
@require_safe
def direction(request: OfficerRequest, direction_id: UUID) -> HttpResponse:
    """One direction, who received it, and what came of it."""
    found = _found(request, direction_id)
    page = presenters.page_of(found, request.officer)
    page |= {"direction": found, "crumbs": crumbs_to_directions()}
    return render(request, "govern/direction.html", page)


@policy(Act.WRITE_DIRECTION)
@require_http_methods(["GET", "HEAD", "POST"])
def new_direction(request: OfficerRequest) -> HttpResponse:
    """Begins a direction as a draft."""
    return _written(request, None)


@policy(Act.WRITE_DIRECTION)
@require_http_methods(["GET", "HEAD", "POST"])
def write_direction(request: OfficerRequest, direction_id: UUID) -> HttpResponse:
    """Changes the words of a draft."""
    found = _found(request, direction_id)
    if found.organisation_id != request.officer.organisation.id:
        raise Http404
    if found.state is not DirectionState.DRAFT:
        messages.error(request, _("A direction that is issued stays as it is."))
        return redirect("govern:direction", direction_id)
    return _written(request, found)


@policy(Act.ISSUE_DIRECTION)
@require_POST
def issue_direction(request: OfficerRequest, direction_id: UUID) -> HttpResponse:
    """Gives the direction to the directed body."""
    try:
        govern.issue_direction(direction_id=direction_id, by=request.officer, at=now())
    except govern.CannotDo as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The direction is issued."))
    return redirect("govern:direction", direction_id)


@policy(Act.ANSWER_DIRECTION)
@require_POST
def acknowledge_direction(request: OfficerRequest, direction_id: UUID) -> HttpResponse:
    """Says for the directed body that it has the direction."""
    try:
        govern.answer_direction(
            direction_id=direction_id, kind=NoteKind.ACKNOWLEDGED, by=request.officer, at=now()
        )
    except govern.CannotDo as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The direction is acknowledged."))
    return redirect("govern:direction", direction_id)


@policy(Act.ANSWER_DIRECTION)
@require_http_methods(["GET", "HEAD", "POST"])
def report_progress(request: OfficerRequest, direction_id: UUID) -> HttpResponse:
    """Says for the directed body how far it has come."""
    found = _found(request, direction_id)
    form = ProgressForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and tried(
        form,
        lambda: govern.answer_direction(
            direction_id=direction_id, kind=NoteKind.PROGRESS, text=form.cleaned_data["text"],
            intent=intent_of(request), by=request.officer, at=now(),
        ),
    ):  # fmt: skip
        messages.success(request, _("The note is kept."))
        return redirect("govern:direction", direction_id)
    title = _("Progress of %(reference)s") % {"reference": found.reference}
    return _form_page(request, form, title, reverse("govern:direction", args=[direction_id]))


def _written(request: OfficerRequest, found: govern.Direction | None) -> HttpResponse:
    form = _form(request, found)
    kept: list[UUID] = []
    if form.is_valid() and tried(
        form,
        lambda: kept.append(
            govern.write_direction(
                said=form.said, direction_id=found.id if found else None,
                intent=intent_of(request), by=request.officer, at=now(),
            )
        ),
    ):  # fmt: skip
        messages.success(request, _("The draft is kept."))
        return redirect("govern:direction", kept[0])
    title = _("Change the draft") if found else _("Write a direction")
    return _form_page(request, form, title, reverse("govern:directions"))


def _form(request: OfficerRequest, found: govern.Direction | None) -> DirectionForm:
    officer = request.officer
    standing = [
        (each.id, f"{each.reference} {each.title}, {each.to}")
        for each in govern.directions(seen_by=officer)
        if each.state is DirectionState.ISSUED and each.organisation_id == officer.organisation.id
    ]
    bodies = [(e.id, e.name) for e in platform.organisations() if e.kind in govern.DIRECTED]
    return DirectionForm(
        request.POST if request.method == "POST" else None,
        initial=_initial(found) if found else None, bodies=bodies, standing=standing,
        decisions=govern.approved_decisions(seen_by=officer),
    )  # fmt: skip


def _initial(found: govern.Direction) -> dict[str, Any]:
    return {
        "title": found.title, "to": str(found.to_id or ""),
        "to_name": "" if found.to_id else found.to, "text": found.text,
        "functions": found.functions, "money_pence": found.money_pence,
        "payment": found.payment, "starts_on": found.starts_on,
        "ends_before": found.ends_before, "request": str(found.request_id),
        "replaces": str(found.replaces_id or ""), "replaces_how": found.replaces_how or "",
    }  # fmt: skip


def _gives(officer: platform.Officer) -> bool:
    return officer.organisation.kind is OrganisationKind.INTEGRATION_AUTHORITY


def _found(request: OfficerRequest, direction_id: UUID) -> govern.Direction:
    try:
        return govern.direction(direction_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None


def _form_page(request: OfficerRequest, form: Any, title: str, cancel: str) -> HttpResponse:
    page = {
        "title": title, "form": form, "crumbs": crumbs_to_directions(), "button": _("Save"),
        "cancel": cancel,
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)
