"""The rounds, one round, and its lines."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.ui.exports import download
from carewright.ui.rows import Grid
from carewright.uplift import api as uplift
from carewright.uplift.api import RoundState
from carewright.uplift.web import (
    basis_presenters,
    below_presenters,
    drawing,
    presenters,
    provider_presenters,
    said,
)
from carewright.uplift.web.compared import like_grid
from carewright.uplift.web.lists import LINES, ROUNDS
from carewright.uplift.web.offered import next_step, steps_open
from carewright.uplift.web.steps import below


@policy(Act.SEE_UPLIFTS)
@require_safe
def rounds(request: OfficerRequest) -> HttpResponseBase:
    """Every round of the organisation, the latest first."""
    asked = ROUNDS.asked(request.GET)
    found = uplift.rounds(seen_by=request.officer)
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Uplift rounds"), "list": asked.page_of(found),
        "may_propose": platform.may(request.officer, Act.PROPOSE_UPLIFT),
        "drafts": _drafts(request.officer),
        "settlements": said.settlements_grid(uplift.settlements(seen_by=request.officer)),
    }  # fmt: skip
    return render(request, "uplift/rounds.html", page)


def _drafts(officer: platform.Officer) -> Grid | None:
    """What is being written, for who may go on with it."""
    may = platform.may(officer, Act.PROPOSE_UPLIFT)
    return presenters.drafts(uplift.drafts(seen_by=officer)) if may else None


@policy(Act.SEE_UPLIFTS)
@require_safe
def uplift_round(request: OfficerRequest, round_id: UUID) -> HttpResponse:
    """One round: what it would do to whom, against which budget, and the next step."""
    found = round_of(request, round_id)
    return render(request, "uplift/round.html", _page(request, found))


@policy(Act.SEE_UPLIFTS)
@require_safe
def lines(request: OfficerRequest, round_id: UUID) -> HttpResponseBase:
    """Every line of the round, as a page and as a file."""
    found = round_of(request, round_id)
    asked = LINES.asked(request.GET)
    rows = uplift.lines_of(found.id, seen_by=request.officer)
    if asked.download:
        return download(asked, rows)
    page = {
        "title": _("Price lines of the round"), "caption": presenters.caption(found),
        "crumbs": presenters.crumbs(found), "list": asked.page_of(rows),
    }  # fmt: skip
    return render(request, "ui/list_page.html", page)


def round_of(request: OfficerRequest, round_id: UUID) -> uplift.Round:
    """The round; a stranger's does not exist."""
    try:
        return uplift.uplift_round(round_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None


#: What a round that was not previewed has nothing to show of.
NOT_YET: Final = dict.fromkeys(
    ("facts", "providers", "hidden", "left_out", "below", "budget_figure", "hour_figure", "pay",
     "like", "ways_out", "unseen", "not_counted")
)  # fmt: skip


def _page(request: OfficerRequest, found: uplift.Round) -> dict[str, Any]:
    by = request.officer
    page: dict[str, Any] = {
        "title": presenters.heading(found), "caption": presenters.caption(found),
        "crumbs": presenters.crumbs(), "crumb_here": found.reference, "round": found,
        "about": presenters.about(found), "stages": presenters.stages(found),
        "shares": basis_presenters.shares(found), "steps": steps_open(found, by),
        "next": next_step(found, by), "readings": basis_presenters.readings(found),
        "heard": said.heard_grid(found), **NOT_YET,
    }  # fmt: skip
    if found.figures and found.state is not RoundState.PROPOSED:
        page |= _previewed(request, found)
    return page


def _previewed(request: OfficerRequest, found: uplift.Round) -> dict[str, Any]:
    lines = below(request, found) if found.figures["below"] else []
    assessed = uplift.providers_assessed(found.id, seen_by=request.officer)
    hidden = len(found.providers) - provider_presenters.MOST_PROVIDERS
    return {
        "facts": presenters.key_facts(found),
        "providers": provider_presenters.providers(found, assessed, request.officer),
        "hidden": max(0, hidden), "left_out": basis_presenters.left_out(found.figures),
        "below": below_presenters.below_words(found, lines[:5]),
        "ways_out": below_presenters.ways_out(found, lines[0], request.officer) if lines else [],
        "below_heading": below_presenters.below_heading(found.figures["below"]),
        "budget_finding": drawing.budget_finding(found),
        "budget_figure": drawing.budget_figure(found),
        "hour_figure": drawing.hour_figure(found, lines),
        "pay": said.pay_grid(uplift.pay_seen(seen_by=request.officer), found),
        "like": like_grid(found),
        "not_counted": presenters.not_counted(found), "unseen": presenters.unseen(found),
        "total": provider_presenters.total(found),
        "effect_finding": presenters.effect_finding(found),
    }  # fmt: skip
