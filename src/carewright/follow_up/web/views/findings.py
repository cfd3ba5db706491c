"""Findings that return."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from carewright.follow_up import api as follow_up
from carewright.follow_up.web import returning_presenters as presenters
from carewright.follow_up.web.places import places
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy


@policy(Act.SEE_ACTIONS)
@require_safe
def returning(request: OfficerRequest) -> HttpResponse:
    """What keeps being found, and what may have been found before."""
    by = request.officer
    found = follow_up.returning(seen_by=by)
    may_compare = platform.may(by, Act.KEEP_ACTIONS)
    proposed = follow_up.proposed_returns(seen_by=by) if may_compare else []
    page = {
        "title": _("Findings that return"),
        "places": places("returning"),
        "finding": presenters.finding(found),
        "returning": presenters.returning_grid(found) if found else None,
        "may_compare": may_compare,
        "proposed": presenters.proposed_grid(proposed) if proposed else None,
        "proposed_heading": presenters.proposed_heading(len(proposed)),
    }
    return render(request, "follow_up/returning.html", page)
