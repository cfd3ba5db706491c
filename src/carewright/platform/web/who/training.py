"""Named lead officers, and the training that is asked of them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.platform.web.who.places import crumbs, places
from carewright.platform.web.who.team_forms import LeadForm, TrainingForm
from carewright.platform.web.who.team_lists import LEADS
from carewright.platform.web.who.team_presenters import asked_grid, taken_grid, training_finding
from carewright.ui.exports import download
from carewright.ui.forms import given

ASKING = ["GET", "HEAD", "POST"]


@policy(Act.SEE_TRAINING)
@require_safe
def training(request: OfficerRequest) -> HttpResponseBase:
    """Everybody who is named, with what is missing or ends soon."""
    asked = LEADS.asked(request.GET)
    found = platform.lead_officers(seen_by=request.officer, on=localdate())
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Lead officers and training"),
        "places": places(request.officer, "training"),
        "names": platform.may(request.officer, Act.NAME_LEAD_OFFICER),
        "list": asked.page_of(found),
    }
    return render(request, "platform/who/training.html", page)


@policy(Act.SEE_TRAINING)
@require_safe
def of_officer(request: OfficerRequest, officer_id: UUID) -> HttpResponse:
    """One officer: duties, what is asked, what was taken."""
    found = _found(request, officer_id)
    page = {
        "title": found.name,
        "caption": ", ".join(each.label for each in found.duties) or found.job_title,
        "crumbs": crumbs(_("Lead officers and training"), "training"),
        "officer": found,
        "finding": training_finding(found),
        "asked": asked_grid(found),
        "taken": taken_grid(found),
        "records": platform.may(request.officer, Act.RECORD_TRAINING)
        and found.officer_id != request.officer.id,
    }
    return render(request, "platform/who/training_of.html", page)


@policy(Act.NAME_LEAD_OFFICER)
@require_http_methods(ASKING)
def name_lead(request: OfficerRequest) -> HttpResponse:
    """Names somebody for a duty."""
    form = LeadForm(*given(request), colleagues=platform.colleagues(seen_by=request.officer))
    if form.is_valid():
        try:
            platform.name_lead_officer(**form.lead(), by=request.officer, at=now())
        except platform.CannotTrain as refused:
            _say(form, refused.blockers)
        else:
            messages.success(request, _("Named. The training that is asked for is on their desk."))
            return redirect("platform:training")
    page = {
        "title": _("Name a lead officer"),
        "crumbs": crumbs(_("Lead officers and training"), "training"),
        "form": form,
        "cancel": reverse("platform:training"),
    }
    return render(request, "ui/form_page.html", page)


@policy(Act.RECORD_TRAINING)
@require_http_methods(ASKING)
def record(request: OfficerRequest, officer_id: UUID) -> HttpResponse:
    """Writes down that somebody took a course."""
    found = _found(request, officer_id)
    form = TrainingForm(*given(request))
    if form.is_valid():
        try:
            platform.record_training(
                officer_id=officer_id, **form.training(), by=request.officer, at=now()
            )
        except platform.CannotTrain as refused:
            _say(form, refused.blockers)
        except platform.CannotKeep as refused:
            form.add_error("document", str(refused))
        else:
            messages.success(request, _("Written down."))
            return redirect("platform:training_of", officer_id)
    page = {
        "title": _("Write down training of %(name)s") % {"name": found.name},
        "crumbs": crumbs(_("Lead officers and training"), "training"),
        "form": form,
        "cancel": reverse("platform:training_of", args=[officer_id]),
    }
    return render(request, "ui/form_page.html", page)


def _say(form: Any, blockers: Any) -> None:
    for each in blockers:
        form.add_error(None, each)


def _found(request: OfficerRequest, officer_id: UUID) -> platform.LeadOfficer:
    try:
        return platform.lead_officer(officer_id, seen_by=request.officer, on=localdate())
    except platform.NotFound:
        raise Http404 from None
