"""Officers and their roles, for the administrator of an organisation."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, Role, policy
from carewright.platform.web.who import presenters
from carewright.platform.web.who.forms import EnrolForm, ReasonForm, RoleForm
from carewright.platform.web.who.lists import officers_listing
from carewright.platform.web.who.places import crumbs, places
from carewright.platform.web.who.team_presenters import asked_grid
from carewright.ui.exports import download
from carewright.ui.forms import given


@policy(Act.SEE_OFFICERS)
@require_safe
def officers(request: OfficerRequest) -> HttpResponseBase:
    """Everybody enrolled in the organisation."""
    asked = officers_listing(localdate()).asked(request.GET)
    found = platform.enrolled_officers(seen_by=request.officer)
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Officers and roles"),
        "places": places(request.officer, "officers"),
        "enrols": platform.may(request.officer, Act.ENROL_OFFICER),
        "list": asked.page_of(found),
    }
    return render(request, "platform/who/officers.html", page)


@policy(Act.ENROL_OFFICER)
@require_http_methods(["GET", "HEAD", "POST"])
def enrol(request: OfficerRequest) -> HttpResponse:
    """Enrols a person, who then has no role yet."""
    form = EnrolForm(*given(request))
    if form.is_valid():
        try:
            officer_id = platform.enrol_officer(
                organisation_id=request.officer.organisation.id, **form.cleaned_data,
                by=request.officer, at=now(),
            )  # fmt: skip
        except platform.CannotEnrol as refused:
            form.add_error("email", str(refused))
        else:
            said = _("Enrolled. Give a role; a password is chosen with “Forgotten your password?”.")
            messages.success(request, said)
            return redirect("platform:officer", officer_id)
    page = {
        "title": _("Enrol somebody"),
        "crumbs": crumbs(_("Officers and roles"), "officers"),
        "form": form,
        "button": _("Enrol"),
        "cancel": "/who/officers/",
    }
    return render(request, "ui/form_page.html", page)


@policy(Act.SEE_OFFICERS)
@require_safe
def officer(request: OfficerRequest, officer_id: UUID) -> HttpResponse:
    """One officer: every role there was, and what may be done about them."""
    return _shown(request, officer_id)


@policy(Act.GRANT_ROLE)
@require_POST
def grant_role(request: OfficerRequest, officer_id: UUID) -> HttpResponse:
    """Gives the officer a role for a period."""
    form = RoleForm(request.POST, kind=request.officer.organisation.kind)
    if form.is_valid():
        answers = form.cleaned_data
        try:
            platform.grant_role(
                officer_id=officer_id, role=Role(answers["role"]), starts_on=answers["starts_on"],
                ends_before=answers["ends_before"], by=request.officer, at=now(),
            )  # fmt: skip
        except platform.CannotGrant as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("The role is given."))
            return redirect("platform:officer", officer_id)
    return _shown(request, officer_id, role_form=form)


@policy(Act.END_ROLE)
@require_POST
def end_role(request: OfficerRequest, officer_id: UUID) -> HttpResponse:
    """Ends an open-ended role from tomorrow on, so that today's work is not undone."""
    role = next((each for each in Role if each.value == request.POST.get("role")), None)
    found = _found(request, officer_id)
    if role is not None:
        try:
            platform.end_role(
                officer_id=found.id, role=role, ends_before=_tomorrow(), by=request.officer,
                at=now(),
            )  # fmt: skip
            messages.success(request, _("The role ends today."))
        except platform.RoleNotHeld as refused:
            messages.error(request, str(refused))
    return redirect("platform:officer", officer_id)


@policy(Act.DEACTIVATE_OFFICER)
@require_POST
def deactivate(request: OfficerRequest, officer_id: UUID) -> HttpResponse:
    """Ends the officer's work here: their very next click finds them signed out."""
    found = _found(request, officer_id)
    form = ReasonForm(request.POST)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            platform.deactivate_officer(
                officer_id=found.id, reason=reason, by=request.officer, at=now()
            )
        except platform.CannotDeactivate as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("They can no longer act for you, from this moment."))
            return redirect("platform:officer", officer_id)
    return _shown(request, officer_id, reason_form=form)


def _found(request: OfficerRequest, officer_id: UUID) -> platform.EnrolledOfficer:
    try:
        return platform.enrolled_officer(officer_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None


def _shown(
    request: OfficerRequest,
    officer_id: UUID,
    *,
    role_form: RoleForm | None = None,
    reason_form: ReasonForm | None = None,
) -> HttpResponse:
    found = _found(request, officer_id)
    me, day = request.officer, localdate()
    page: dict[str, Any] = {
        "title": found.name,
        "crumbs": crumbs(_("Officers and roles"), "officers"),
        "officer": found,
        "finding": presenters.officer_finding(found, day),
        "facts": presenters.officer_facts(found),
        "roles": presenters.role_rows(found, day),
        "training": asked_grid(platform.lead_officer(found.id, seen_by=me, on=day)),
        "teams": platform.teams_of(found.id, seen_by=me, on=day),
        "grants": found.active and platform.may(me, Act.GRANT_ROLE) and found.id != me.id,
        "role_form": role_form or RoleForm(kind=me.organisation.kind, auto_id="role_%s"),
        "reason_form": reason_form or ReasonForm(auto_id="why_%s"),
        "form": role_form or reason_form,
    }
    return render(request, "platform/who/officer.html", page)


def _tomorrow() -> date:
    return presenters.day_after(localdate())
