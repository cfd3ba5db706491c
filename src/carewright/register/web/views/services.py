"""Services of the register: the list, one service over time, and putting a value right."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.register import api as register
from carewright.register.web import service_presenters as presenters
from carewright.register.web.decision_presenters import CORRECTIONS
from carewright.register.web.forms import CorrectForm, WithdrawForm
from carewright.register.web.lists import services_listing
from carewright.register.web.places import places
from carewright.ui.exports import download
from carewright.ui.formats import written_date
from carewright.ui.forms import given


@policy(Act.SEE_FACTS)
@require_safe
def services(request: OfficerRequest) -> HttpResponseBase:
    """Services of every imported file."""
    offered = register.places_and_days(seen_by=request.officer)
    days = tuple((day.isoformat(), written_date(day)) for day in offered.days)
    listing = services_listing(offered.councils, days)
    asked = listing.asked(request.GET)
    found = register.services(seen_by=request.officer)
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Services"),
        "places": places(request.officer, "services"),
        "list": asked.page_of(found),
    }
    return render(request, "register/services.html", page)


@policy(Act.SEE_FACTS)
@require_safe
def service(request: OfficerRequest, service_id: str) -> HttpResponse:
    """One service as each file shows it, with what was put right."""
    return _service_page(request, service_id)


@policy(Act.CONFIRM_FACTS)
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: OfficerRequest, service_id: str, as_at: str) -> HttpResponse:
    """Puts a value right; the file's own value stays on show."""
    day = _day(as_at)
    try:
        published = register.published_values(service_id, day, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None
    form = CorrectForm(*given(request), initial={"column": request.GET.get("column", "")})
    if form.is_valid() and _corrected(request, service_id, day, form):
        return redirect("register:service", service_id)
    mended = [c for c in _mended(request, service_id) if c.as_at == day]
    page = presenters.correct_page(_readings(request, service_id)[0], day, published, mended)
    return render(request, "register/correct.html", {**page, "form": form})


@policy(Act.CONFIRM_FACTS)
@require_POST
def withdraw(request: OfficerRequest, correction_id: UUID) -> HttpResponse:
    """Lets the published value stand again, with a reason."""
    try:
        found = register.correction(correction_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None
    form = WithdrawForm(request.POST, auto_id=f"id_{correction_id}_%s")
    if not form.is_valid():
        return _service_page(request, found.service_id, refused=form, refused_id=correction_id)
    register.withdraw_correction(
        correction_id=correction_id, reason=form.cleaned_data["reason"],
        by=request.officer, at=now(),
    )  # fmt: skip
    messages.success(request, _("The published value stands again."))
    return redirect("register:service", found.service_id)


@policy(Act.SEE_FACTS)
@require_safe
def corrections(request: OfficerRequest) -> HttpResponseBase:
    """Every value that the organisation has put right."""
    asked = CORRECTIONS.asked(request.GET)
    found = register.corrections(seen_by=request.officer)
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Values put right"),
        "places": places(request.officer, "corrections"),
        "list": asked.page_of(found),
    }
    return render(request, "register/corrections.html", page)


def _corrected(request: OfficerRequest, service_id: str, day: date, form: CorrectForm) -> bool:
    """Whether the correction stands; if not, the form says why."""
    try:
        register.correct_value(
            service_id=service_id, as_at=day, **form.cleaned_data, by=request.officer, at=now()
        )
    except register.DecisionRefused as refused:
        form.take_reasons(refused.blockers)
        return False
    messages.success(request, _("The value was put right. Analyses can be worked out again."))
    return True


def _service_page(request: OfficerRequest, service_id: str, **refused: Any) -> HttpResponse:
    may = platform.may(request.officer, Act.CONFIRM_FACTS)
    page = presenters.service_page(
        _readings(request, service_id), _mended(request, service_id), may_correct=may, **refused
    )
    return render(request, "register/service.html", page)


def _readings(request: OfficerRequest, service_id: str) -> list[register.Reading]:
    found = register.readings_of(service_id, seen_by=request.officer)
    if not found:
        raise Http404
    return found


def _mended(request: OfficerRequest, service_id: str) -> list[register.Correction]:
    found = register.corrections(seen_by=request.officer)
    return [c for c in found if c.service_id == service_id]


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise Http404 from None
