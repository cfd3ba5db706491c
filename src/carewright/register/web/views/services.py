"""Services of the register: the list, one service over time, and putting a value right."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_date
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.register import api as register
from carewright.register.web import service_presenters as presenters
from carewright.register.web.forms import CorrectForm
from carewright.register.web.lists import services_listing
from carewright.ui.exports import download
from carewright.ui.formats import written_date


@policy(Act.SEE_FACTS)
@require_safe
def services(request: OfficerRequest) -> HttpResponseBase:
    """Services of every imported file."""
    days = register.days_with_services(seen_by=request.officer)
    listing = services_listing(
        tuple(register.councils_with_services(seen_by=request.officer)),
        tuple((day.isoformat(), written_date(day)) for day in days),
    )
    asked = listing.asked(request.GET)
    found = register.services(seen_by=request.officer)
    if asked.download:
        return download(asked, found)
    page = {"title": "Services", "list": asked.page_of(found)}
    return render(request, "register/services.html", page)


@policy(Act.SEE_FACTS)
@require_safe
def service(request: OfficerRequest, service_id: str) -> HttpResponse:
    """One service as each file shows it, with what was put right."""
    page = _service_page(request, service_id)
    return render(request, "register/service.html", page)


@policy(Act.CONFIRM_FACTS)
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: OfficerRequest, service_id: str, as_at: str) -> HttpResponse:
    """Puts a value right; the file's own value stays on show."""
    day = parse_date(as_at)
    page = _service_page(request, service_id)
    if day is None or day not in page["days"]:
        raise Http404
    form = CorrectForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            register.correct_value(
                service_id=service_id, as_at=day, **form.cleaned_data, by=request.officer, at=now()
            )
        except register.DecisionRefused as refused:
            for blocker in refused.blockers:
                form.add_error(blocker.field, blocker.says)
        else:
            messages.success(request, "The value was put right. Analyses can be worked out again.")
            return redirect("register:service", service_id)
    title = f"Put a value right: {page['title']}, {written_date(day)}"
    crumbs = presenters.crumbs_to(service_id, page["title"])
    return render(
        request, "register/correct.html",
        {"title": title, "form": form, "crumbs": crumbs, "button": "Put it right"},
    )  # fmt: skip


@policy(Act.CONFIRM_FACTS)
@require_POST
def withdraw(request: OfficerRequest, correction_id: UUID) -> HttpResponse:
    """Lets the published value stand again."""
    register.withdraw_correction(correction_id=correction_id, by=request.officer, at=now())
    messages.success(request, "The published value stands again.")
    return redirect("register:corrections")


@policy(Act.SEE_FACTS)
@require_safe
def corrections(request: OfficerRequest) -> HttpResponse:
    """Every value that the organisation has put right."""
    found = register.corrections(seen_by=request.officer)
    may = platform.may(request.officer, Act.CONFIRM_FACTS)
    page = {"title": "Values put right", "corrections": found, "may_correct": may}
    return render(request, "register/corrections.html", page)


def _service_page(request: OfficerRequest, service_id: str) -> dict[str, object]:
    readings = register.readings_of(service_id, seen_by=request.officer)
    if not readings:
        raise Http404
    mended = [
        c for c in register.corrections(seen_by=request.officer) if c.service_id == service_id
    ]
    may = platform.may(request.officer, Act.CONFIRM_FACTS)
    return presenters.service_page(readings, mended, may_correct=may)
