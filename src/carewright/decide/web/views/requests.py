"""What waits, one request with its steps, the register of decisions, and what was done first."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from carewright.decide import api as decide
from carewright.decide.web import desk_presenters as desk
from carewright.decide.web import presenters
from carewright.decide.web.lists import REGISTER
from carewright.decide.web.places import crumbs, places
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.ui.exports import download
from carewright.ui.formats import count_of, in_london


@policy(Act.SEE_DECISIONS)
@require_safe
def waiting(request: OfficerRequest) -> HttpResponse:
    """What the officer is to decide now, and what waits for others."""
    at = now()
    found = decide.desk_of(request.officer, at=at)
    mine, others = found.mine, found.others
    page = {
        "title": count_of(
            len(mine), "%(n)s decision waits for you", "%(n)s decisions wait for you"
        ),
        "places": places("waiting"),
        "mine": desk.waiting_grid(_("Waiting for you"), mine, at) if mine else None,
        "others": desk.waiting_grid(_("Waiting for others"), others, at) if others else None,
    }
    return render(request, "decide/waiting.html", page)


@policy(Act.SEE_DECISIONS)
@require_safe
def register(request: OfficerRequest) -> HttpResponseBase:
    """What was decided by whom under which power."""
    asked = REGISTER.asked(request.GET)
    found = decide.approvals(seen_by=request.officer)
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("What was decided, by whom, under which power"),
        "places": places("register"),
        "list": asked.page_of(found),
    }
    return render(request, "decide/register.html", page)


@policy(Act.SEE_DECISIONS)
@require_safe
def urgent(request: OfficerRequest) -> HttpResponse:
    """What was done before it was approved, and is not approved yet."""
    at = now()
    found = decide.urgent_uses(seen_by=request.officer)
    late = sum(each.urgent is not None and each.urgent.approval_due_at < at for each in found)
    page = {
        "title": _("Done before approval"),
        "finding": desk.urgent_finding(len(found), late),
        "places": places("urgent"),
        "grid_of_uses": desk.urgent_grid(found, at) if found else None,
    }
    return render(request, "decide/urgent.html", page)


@policy(Act.SEE_DECISIONS)
@require_safe
def approval(request: OfficerRequest, request_id: UUID) -> HttpResponse:
    """One request: what is asked, who decides in which order, under which row, what was said."""
    at = now()
    try:
        found, choices = decide.approval_and_choices(request_id, seen_by=request.officer, at=at)
    except platform.NotFound:
        raise Http404 from None
    events = platform.events_about("approval_request", request_id, seen_by=request.officer)
    page = {
        "title": found.title,
        "caption": found.act.label,
        "crumbs": crumbs(),
        "crumb_here": found.reference,
        "identity": presenters.identity(found),
        "facts": presenters.facts(found, by=request.officer),
        "sharing": platform.sharing_of(
            found, platform.SharedKind.APPROVAL, seen_by=request.officer
        ),
        "links": presenters.links(found, choices),
        "blockers": [blocker.says for blocker in choices.blockers],
        "holds": found.held if not found.ended else (),
        "missing": presenters.missing(found),
        "waits": found.notes_of_days(at),
        "urgent": presenters.urgent_words_of(found, at),
        "heading_of_steps": presenters.heading(found),
        "steps": presenters.timeline(found, decide.deciders_of(found, on=in_london(at).date())),
        "answers": found.answers,
        "withdrawn_why": found.withdrawn_why,
        "scheme": presenters.scheme_facts(found, by=request.officer),
        "history": presenters.history(events),
    }
    return render(request, "decide/request.html", page)


def found_request(request: OfficerRequest, request_id: UUID) -> decide.Approval:
    """The request, or 404."""
    try:
        return decide.approval(request_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None
