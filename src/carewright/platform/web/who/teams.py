"""Teams and localities."""

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
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.platform.web.who.places import crumbs, places
from carewright.platform.web.who.team_forms import JoinForm, LocalityForm, TeamForm
from carewright.platform.web.who.team_lists import areas_of, team_tag, teams_listing
from carewright.platform.web.who.team_presenters import localities_grid, team_facts, team_members
from carewright.ui.exports import download
from carewright.ui.forms import given

ASKING = ["GET", "HEAD", "POST"]


@policy(Act.SEE_TEAMS)
@require_safe
def teams(request: OfficerRequest) -> HttpResponseBase:
    """Every team of the organisation."""
    asked = teams_listing(localdate()).asked(request.GET)
    found = platform.teams(seen_by=request.officer)
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Teams"),
        "places": places(request.officer, "teams"),
        "keeps": platform.may(request.officer, Act.KEEP_TEAMS),
        "list": asked.page_of(found),
    }
    return render(request, "platform/who/teams.html", page)


@policy(Act.KEEP_TEAMS)
@require_http_methods(ASKING)
def form_team(request: OfficerRequest) -> HttpResponse:
    """Forms a team."""
    form = _form(request)
    if form.is_valid():
        try:
            team_id = platform.form_team(**form.team(), by=request.officer, at=now())
        except platform.CannotTeam as refused:
            form.take_reasons(refused.blockers)
        else:
            messages.success(request, _("The team is formed. Say who is in it."))
            return redirect("platform:team", team_id)
    return _asked(request, _("Form a team"), form, reverse("platform:teams"))


@policy(Act.KEEP_TEAMS)
@require_http_methods(ASKING)
def change_team(request: OfficerRequest, team_id: UUID) -> HttpResponse:
    """Gives a team another name, work, lead or locality."""
    found = _found(request, team_id)
    said = {
        "name": found.name, "service_areas": list(found.service_areas),
        "lead": str(found.lead_id), "locality": str(found.locality_id or ""),
    }  # fmt: skip
    form = _form(request, initial=said)
    if form.is_valid():
        try:
            platform.change_team(team_id=team_id, **form.team(), by=request.officer, at=now())
        except platform.CannotTeam as refused:
            form.take_reasons(refused.blockers)
        else:
            messages.success(request, _("The team is changed."))
            return redirect("platform:team", team_id)
    title = _("Change %(team)s") % {"team": found.name}
    return _asked(request, title, form, reverse("platform:team", args=[team_id]))


@policy(Act.SEE_TEAMS)
@require_safe
def team(request: OfficerRequest, team_id: UUID) -> HttpResponse:
    """One team: what it does, who leads it, who is and was in it."""
    return _shown(request, team_id)


@policy(Act.KEEP_TEAMS)
@require_POST
def join_team(request: OfficerRequest, team_id: UUID) -> HttpResponse:
    """Puts somebody into the team."""
    _found(request, team_id)
    form = JoinForm(request.POST, colleagues=platform.colleagues(seen_by=request.officer))
    if form.is_valid():
        try:
            platform.join_team(team_id=team_id, **form.membership(), by=request.officer, at=now())
        except platform.CannotTeam as refused:
            form.take_reasons(refused.blockers)
        else:
            messages.success(request, _("The team has another member."))
            return redirect("platform:team", team_id)
    return _shown(request, team_id, form)


@policy(Act.KEEP_TEAMS)
@require_POST
def leave_team(request: OfficerRequest, member_id: UUID) -> HttpResponse:
    """Takes somebody out of a team from today on."""
    platform.leave_team(member_id=member_id, ends_before=localdate(), by=request.officer, at=now())
    messages.success(request, _("They are no longer in the team."))
    return redirect("platform:teams")


@policy(Act.KEEP_TEAMS)
@require_POST
def end_team(request: OfficerRequest, team_id: UUID) -> HttpResponse:
    """Ends a team for good."""
    platform.end_team(team_id=team_id, by=request.officer, at=now())
    messages.success(request, _("The team has ended. Who was in it stays known."))
    return redirect("platform:team", team_id)


@policy(Act.SEE_LOCALITIES)
@require_safe
def localities(request: OfficerRequest) -> HttpResponse:
    """The named parts of a joint board's area."""
    found = platform.localities(seen_by=request.officer)
    page = {
        "title": _("Localities"),
        "places": places(request.officer, "localities"),
        "localities": localities_grid(found),
        "names": platform.may(request.officer, Act.NAME_LOCALITY),
    }
    return render(request, "platform/who/localities.html", page)


@policy(Act.NAME_LOCALITY)
@require_http_methods(ASKING)
def name_locality(request: OfficerRequest) -> HttpResponse:
    """Names a locality."""
    form = LocalityForm(*given(request))
    if form.is_valid():
        try:
            platform.name_locality(**form.cleaned_data, by=request.officer, at=now())
        except platform.CannotTeam as refused:
            form.take_reasons(refused.blockers)
        else:
            messages.success(request, _("The locality is named. Teams can be put into it."))
            return redirect("platform:localities")
    page = {
        "title": _("Name a locality"),
        "crumbs": crumbs(_("Localities"), "localities"),
        "form": form,
        "cancel": reverse("platform:localities"),
    }
    return render(request, "ui/form_page.html", page)


def _form(request: OfficerRequest, **more: Any) -> TeamForm:
    me = request.officer
    return TeamForm(
        *given(request), colleagues=platform.colleagues(seen_by=me),
        localities=platform.localities(seen_by=me), **more,
    )  # fmt: skip


def _asked(request: OfficerRequest, title: str, form: TeamForm, cancel: str) -> HttpResponse:
    page = {
        "title": title, "crumbs": crumbs(_("Teams"), "teams"), "form": form, "cancel": cancel,
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)


def _found(request: OfficerRequest, team_id: UUID) -> platform.Team:
    try:
        return platform.team(team_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None


def _shown(request: OfficerRequest, team_id: UUID, form: JoinForm | None = None) -> HttpResponse:
    found, me, day = _found(request, team_id), request.officer, localdate()
    keeps = platform.may(me, Act.KEEP_TEAMS) and found.ended_at is None
    if keeps and form is None:
        form = JoinForm(colleagues=platform.colleagues(seen_by=me))
    page = {
        "title": found.name,
        "caption": areas_of(found),
        "crumbs": crumbs(_("Teams"), "teams"),
        "team": found,
        "state": team_tag(found),
        "facts": team_facts(found),
        "members": team_members(found, day),
        "keeps": keeps,
        "form": form if keeps else None,
    }
    return render(request, "platform/who/team.html", page)
