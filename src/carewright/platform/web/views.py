"""Pages about one's own standing, kept files, and how far work has come."""

from __future__ import annotations

from contextlib import suppress
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest
from carewright.platform.web.presenters import progress_row
from carewright.platform.web.sessions import ORGANISATION


@platform.public("says that one cannot register oneself")
@require_safe
def no_registration(request: HttpRequest) -> HttpResponse:
    """Where the sign-in library would let people register: here an organisation enrols them."""
    return render(request, "platform/no_registration.html", {"title": "How to get an account"})


@platform.own_sign_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def organisations(request: OfficerRequest) -> HttpResponse:
    """Chooses the organisation to act for, among those that have enrolled the person."""
    offices = request.offices
    if request.method == "POST":
        wanted = request.POST.get("organisation", "")
        if wanted not in {str(office.officer.organisation.id) for office in offices}:
            raise Http404
        request.session[ORGANISATION] = wanted
        return redirect("/")
    officers = [office.officer for office in offices]
    page = {"title": "Choose an organisation", "officers": officers, "now": request.officer}
    return render(request, "platform/organisations.html", page)


@platform.policy(Act.SEE_JOB)
@never_cache
@require_safe
def job(request: OfficerRequest, job_id: UUID) -> HttpResponse:
    """How far a piece of work has come; the page asks again by itself until it has ended."""
    try:
        found = platform.job(job_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None
    page = {"title": found.title, "job": found, "work": progress_row(found)}
    return render(request, "platform/job.html", page)


@platform.policy(Act.RUN_JOB)
@require_POST
def cancel_job(request: OfficerRequest, job_id: UUID) -> HttpResponse:
    """Ends work that nobody wants any more."""
    # Work that had ended already stays as it is, which the page says.
    with suppress(platform.CannotMove):
        platform.cancel_job(job_id=job_id, by=request.officer, at=now())
    return redirect("platform:job", job_id)
