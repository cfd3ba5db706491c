"""Tracked actions: the list, one action, a new one."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from carewright.follow_up import api as follow_up
from carewright.follow_up.web import presenters
from carewright.follow_up.web.forms import AgreeForm
from carewright.follow_up.web.lists import actions_listing
from carewright.follow_up.web.places import places
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, intent_of, policy
from carewright.ui.exports import download
from carewright.ui.forms import given


@policy(Act.SEE_ACTIONS)
@require_safe
def actions(request: OfficerRequest) -> HttpResponseBase:
    """Every action of the organisation, the most urgent first."""
    listing = actions_listing(follow_up.themes_used(seen_by=request.officer))
    asked = listing.asked(request.GET)
    found = follow_up.actions(seen_by=request.officer, at=now())
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Actions"),
        "places": places("actions"),
        "list": asked.page_of(found),
        "may_add": platform.may(request.officer, Act.KEEP_ACTIONS),
    }
    return render(request, "follow_up/actions.html", page)


@policy(Act.SEE_ACTIONS)
@require_safe
def action(request: OfficerRequest, task_id: UUID) -> HttpResponse:
    """One action: what was found, what is done about it, what shows it, what has happened."""
    by = request.officer
    try:
        found = follow_up.action(task_id, seen_by=by)
    except platform.NotFound:
        raise Http404 from None
    offered = presenters.steps(found, by)
    selves = follow_up.selves_of(found.first_id, seen_by=by)
    alike = follow_up.earlier_selves(task_id, seen_by=by) if offered["compare"] else []
    page = {
        "title": presenters.title(found),
        "action": found,
        "about": presenters.identity(found, now()),
        "facts": presenters.facts(found),
        "sharing": platform.sharing_of(found, platform.SharedKind.TASK, seen_by=by),
        "sentence": presenters.state_sentence(found, by),
        "steps": offered,
        "evidence": presenters.evidence(found),
        "history": presenters.history(platform.events_about("task", task_id, seen_by=by)),
        "came_back": presenters.came_back(selves),
        "selves": presenters.selves_grid(selves),
        "alike": presenters.alike(alike),
    }
    return render(request, "follow_up/action.html", page)


@policy(Act.KEEP_ACTIONS)
@require_http_methods(["GET", "HEAD", "POST"])
def agree(request: OfficerRequest) -> HttpResponse:
    """Writes down an action that has been agreed."""
    colleagues = platform.colleagues(seen_by=request.officer)
    partnerships = platform.partnerships_sharing(platform.SharedKind.TASK, seen_by=request.officer)
    form = AgreeForm(*given(request), colleagues=colleagues, partnerships=partnerships)
    if form.is_valid():
        task_id = follow_up.agree_action(
            agreed=form.agreed(), intent=intent_of(request), by=request.officer, at=now()
        )
        messages.success(request, _("The action is kept. Its owner has been told."))
        return redirect("follow_up:action", task_id)
    page = {
        "title": _("Agree an action"),
        "form": form,
        "button": _("Keep the action"),
    }
    return render(request, "follow_up/agree.html", page)
