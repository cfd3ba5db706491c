"""Capacity now and planned: the list, one report, a new one, and taking one back."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, intent_of, policy
from carewright.register import api as register
from carewright.register.web.capacity_forms import ReportCapacityForm, TakeBackForm
from carewright.register.web.capacity_lists import capacity_facts, capacity_listing, what
from carewright.register.web.places import crumbs_to_capacity, places
from carewright.ui.exports import download
from carewright.ui.forms import given
from carewright_engine.tables.area_codes import kind_of_code


@policy(Act.SEE_FACTS)
@require_safe
def capacity(request: OfficerRequest) -> HttpResponseBase:
    """What the organisation was told can be provided, now and from days to come."""
    listing = capacity_listing(tuple(register.areas_of_capacity(seen_by=request.officer)))
    asked = listing.asked(request.GET)
    found = register.capacity_reports(seen_by=request.officer, on=localdate())
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Capacity now and planned"),
        "places": places(request.officer, "capacity"),
        "list": asked.page_of(found),
        "may_report": platform.may(request.officer, Act.REPORT_CAPACITY),
    }
    return render(request, "register/capacity.html", page)


@policy(Act.SEE_FACTS)
@require_safe
def capacity_report(request: OfficerRequest, report_id: UUID) -> HttpResponse:
    """One report: what was said, by whom, and whether it still counts."""
    found = _report(request, report_id)
    may = found.stands and platform.may(request.officer, Act.TAKE_BACK_CAPACITY)
    page = {
        "title": what(found), "crumbs": crumbs_to_capacity(), "facts": capacity_facts(found),
        "report_id": report_id, "may_take_back": may,
    }  # fmt: skip
    return render(request, "register/capacity_report.html", page)


@policy(Act.REPORT_CAPACITY)
@require_http_methods(["GET", "HEAD", "POST"])
def report_capacity(request: OfficerRequest) -> HttpResponse:
    """Reports what can be provided from a day on."""
    areas = _areas(request.officer)
    form = ReportCapacityForm(*given(request), areas=areas)
    if form.is_valid() and _reported(request, form, dict(areas)):
        return redirect("register:capacity")
    page = {"title": _("Report capacity"), "form": form, "crumbs": crumbs_to_capacity()}
    return render(request, "register/report_capacity.html", page)


@policy(Act.TAKE_BACK_CAPACITY)
@require_http_methods(["GET", "HEAD", "POST"])
def take_back_capacity(request: OfficerRequest, report_id: UUID) -> HttpResponse:
    """Asks why a report no longer counts."""
    found = _report(request, report_id)
    if not found.stands:
        messages.info(request, _("This report was taken back already."))
        return redirect("register:capacity")
    form = TakeBackForm(*given(request))
    if form.is_valid() and _taken_back(request, report_id, form):
        return redirect("register:capacity")
    page = {
        "title": _("Take this report back?"), "form": form, "crumbs": crumbs_to_capacity(),
        "facts": capacity_facts(found),
    }  # fmt: skip
    return render(request, "register/take_back_capacity.html", page)


def _report(request: OfficerRequest, report_id: UUID) -> register.CapacityReport:
    try:
        return register.capacity_report(report_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None


def _areas(officer: platform.Officer) -> list[tuple[str, str]]:
    """The organisation's own area, those reported for, and councils that imported files name."""
    known = dict(register.councils_with_services(seen_by=officer))
    known |= dict(register.areas_of_capacity(seen_by=officer))
    if officer.organisation.area_code:
        known.setdefault(officer.organisation.area_code, officer.organisation.name)
    return sorted(known.items(), key=lambda area: area[1])


def _reported(request: OfficerRequest, form: ReportCapacityForm, areas: dict[str, str]) -> bool:
    """Whether the report stands; if not, the form says why."""
    said = dict(form.cleaned_data)
    area = said.pop("area")
    try:
        register.report_capacity(
            area_kind=kind_of_code(area) or "council", area_code=area, area_name=areas[area],
            **said, by=request.officer, at=now(), intent=intent_of(request),
        )  # fmt: skip
    except register.DecisionRefused as refused:
        form.take_reasons(refused.blockers)
        return False
    messages.success(request, _("The report was kept."))
    return True


def _taken_back(request: OfficerRequest, report_id: UUID, form: TakeBackForm) -> bool:
    """Whether the report counts no longer; if it still does, the form says why."""
    try:
        register.take_back_capacity(
            report_id=report_id, **form.cleaned_data, by=request.officer, at=now()
        )
    except register.DecisionRefused as refused:
        form.take_reasons(refused.blockers)
        return False
    messages.success(request, _("The report no longer counts."))
    return True
