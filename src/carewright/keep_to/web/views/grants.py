"""Grants that are asked for, and how grants stand to what was undertaken."""

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

from carewright.contract import api as contract
from carewright.keep_to import api as keep_to
from carewright.keep_to.api import ApplicationState, Standing
from carewright.keep_to.web import grant_presenters as presenters
from carewright.keep_to.web.grant_forms import ApplyForm, CheckForm, DecideForm
from carewright.keep_to.web.places import crumbs, places
from carewright.keep_to.web.views.obligations import agreement_of
from carewright.keep_to.web.views.steps import given
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, intent_of, policy
from carewright.ui.exports import download
from carewright.ui.forms import PlainForm
from carewright.ui.rows import Link

MOST_OFFERED = 200


@policy(Act.SEE_GRANTS)
@require_safe
def applications(request: OfficerRequest) -> HttpResponseBase:
    """Every grant that was asked for."""
    asked = presenters.APPLICATIONS.asked(request.GET)
    found = keep_to.applications(seen_by=request.officer)
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Grants asked for"), "list": asked.page_of(found), "places": places("grants"),
        "may_keep": platform.may(request.officer, Act.KEEP_GRANTS),
    }  # fmt: skip
    return render(request, "keep_to/grants.html", page)


@policy(Act.KEEP_GRANTS)
@require_http_methods(["GET", "HEAD", "POST"])
def apply(request: OfficerRequest) -> HttpResponse:
    """Takes an application down."""
    form = ApplyForm(given(request)[0], initial={"received_on": localdate()})
    if form.is_valid():
        try:
            made = keep_to.take_application(
                asked=form.asked(), intent=intent_of(request), by=request.officer, at=now()
            )
        except keep_to.Refused as refused:
            form.take_reasons(refused.blockers)
        else:
            messages.success(request, _("The application is kept."))
            return redirect("keep_to:application", made)
    back = Link(_("Grants asked for"), reverse("keep_to:grants"))
    return _form(request, form, _("A grant is asked for"), "", back)


@policy(Act.SEE_GRANTS)
@require_safe
def application(request: OfficerRequest, application_id: UUID) -> HttpResponse:
    """One application: what is asked, what the work costs in full, what became of it."""
    found = _found(request, application_id)
    page = {
        "title": found.asked.applicant, "caption": _("Application for a grant"),
        "crumbs": crumbs(Link(_("Grants asked for"), reverse("keep_to:grants"))),
        "found": found, "facts": presenters.facts_of(found),
        "finding": presenters.full_cost(found),
        "may_decide": found.state is ApplicationState.RECEIVED
        and platform.may(request.officer, Act.KEEP_GRANTS),
    }  # fmt: skip
    return render(request, "keep_to/application.html", page)


@policy(Act.KEEP_GRANTS)
@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: OfficerRequest, application_id: UUID) -> HttpResponse:
    """Agrees or declines an application."""
    found = _found(request, application_id)
    form = DecideForm(given(request)[0], offered=_grants(request))
    if form.is_valid():
        said = form.cleaned_data
        try:
            keep_to.decide_application(
                application_id=application_id, agreed=said["agreed"] == "yes",
                reason=said["reason"], agreement_id=form.grant, by=request.officer, at=now(),
            )  # fmt: skip
        except keep_to.Refused as refused:
            form.take_reasons(refused.blockers)
        else:
            messages.success(request, _("The decision is on the record."))
            return redirect("keep_to:application", application_id)
    applicant = found.asked.applicant
    here = Link(applicant, reverse("keep_to:application", args=[application_id]))
    return _form(request, form, _("Decide the application"), applicant, here)


@policy(Act.SEE_GRANTS)
@require_safe
def undertakings(request: OfficerRequest, agreement_id: UUID) -> HttpResponse:
    """How one grant stands to each undertaking, in proportion to its value and risk."""
    agreement = agreement_of(request, agreement_id)
    found = keep_to.undertakings_of(agreement, seen_by=request.officer, on=localdate())
    page = {
        "title": agreement.wording.title, "caption": _("What was undertaken"),
        "crumbs": crumbs(), "crumb_here": agreement.reference, "agreement": agreement,
        "grid": presenters.undertakings_grid(found) if found else None,
        "finding": presenters.finding(found),
        "may_check": bool(found) and platform.may(request.officer, Act.KEEP_GRANTS),
    }  # fmt: skip
    return render(request, "keep_to/undertakings.html", page)


@policy(Act.KEEP_GRANTS)
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: OfficerRequest, agreement_id: UUID) -> HttpResponse:
    """Says how a grant stands to one undertaking."""
    agreement = agreement_of(request, agreement_id)
    asked = keep_to.asked_of(agreement, localdate())
    form = CheckForm(given(request)[0], offered=[(each.id, each.words) for each in asked])
    if form.is_valid():
        said = form.cleaned_data
        try:
            keep_to.check_undertaking(
                agreement_id=agreement_id, undertaking=said["undertaking"],
                standing=Standing(said["standing"]), told=said["told"], reason=said["reason"],
                by=request.officer, at=now(),
            )  # fmt: skip
        except keep_to.Refused as refused:
            form.take_reasons(refused.blockers)
        else:
            messages.success(request, _("It is on the record."))
            return redirect("keep_to:undertakings", agreement_id)
    here = Link(agreement.reference, reverse("keep_to:undertakings", args=[agreement_id]))
    about = f"{agreement.reference} {agreement.wording.title}"
    return _form(request, form, _("Check an undertaking"), about, here)


def _found(request: OfficerRequest, application_id: UUID) -> keep_to.Application:
    try:
        return keep_to.application(application_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None


def _grants(request: OfficerRequest) -> list[tuple[str, str]]:
    kinds = [kind.value for kind in keep_to.FUNDED]
    found = contract.agreements(seen_by=request.officer).filter(kind__in=kinds)
    latest = found.order_by("-number")[:MOST_OFFERED]
    return [(str(each.pk), f"{each} {each.title}") for each in latest]


def _form(
    request: OfficerRequest, form: PlainForm, title: str, caption: str, back: Link
) -> HttpResponse:
    page: dict[str, Any] = {
        "title": title, "form": form, "button": _("Record it"), "caption": caption,
        "cancel": back.href, "crumbs": crumbs(back),
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)
