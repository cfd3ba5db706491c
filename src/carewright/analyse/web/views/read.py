"""Reading an analysis: the page, and the way from a figure to its rows."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from carewright.analyse import api as analyse
from carewright.analyse.web import provenance
from carewright.analyse.web.choices import bar_of, choices
from carewright.analyse.web.drawing import pictures_in
from carewright.analyse.web.mended import values_put_right
from carewright.analyse.web.presenters import run_page
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, may, policy
from carewright.ui.exports import download
from carewright_engine.provision.answers import AreaProvision, Grid


@policy(Act.SEE_ANALYSIS)
@require_safe
def run(request: OfficerRequest, run_id: UUID) -> HttpResponse:
    """The analysis as a page; while it is still being worked out, how far it is."""
    found = run_of(request, run_id)
    if not found.answered:
        return redirect("platform:job", found.job_id)
    read = answered_of(request, run_id)
    page = run_page(read, pictures_in(read, seen_by=request.officer))
    page["stale"] = analyse.is_stale(read.run, seen_by=request.officer)
    page["question"] = None
    if may(request.officer, Act.RUN_ANALYSIS):
        page["question"] = bar_of(choices(seen_by=request.officer), read.provision.question)
    return render(request, "analyse/run.html", page)


@policy(Act.SEE_ANALYSIS)
@require_safe
def figures(request: OfficerRequest, run_id: UUID) -> HttpResponseBase:
    """Every figure and table of an analysis, those among them for which its page has no room."""
    page = provenance.of_everything(answer_of(request, run_id), run_id)
    asked = page["listing"].asked(request.GET)
    if asked.download:
        return download(asked, page["rows"])
    return render(request, "analyse/figures.html", {**page, "list": asked.page_of(page["rows"])})


@policy(Act.SEE_ANALYSIS)
@require_safe
def figure(request: OfficerRequest, run_id: UUID, figure_id: str) -> HttpResponse:
    """Where one figure comes from: its method, its files and their rows."""
    read = answered_of(request, run_id)
    found = next((each for each in read.provision.figures() if each.id == figure_id), None)
    if found is None:
        raise Http404
    page = provenance.of_figure(read.provision, found, run_id)
    page["mended"] = values_put_right(found.rows, read.run, seen_by=request.officer)
    return render(request, "analyse/provenance.html", page)


@policy(Act.SEE_ANALYSIS)
@require_safe
def table(request: OfficerRequest, run_id: UUID, name: str) -> HttpResponseBase:
    """Where one table or chart comes from, with the whole table."""
    read = answered_of(request, run_id)
    found = _table(read.provision, name)
    page = provenance.of_table(read.provision, found, run_id)
    page["mended"] = values_put_right(found.rows_behind, read.run, seen_by=request.officer)
    asked = page["listing"].asked(request.GET)
    if asked.download:
        return download(asked, page["rows"])
    return render(request, "analyse/provenance.html", {**page, "list": asked.page_of(page["rows"])})


@policy(Act.SEE_ANALYSIS)
@require_safe
def table_csv(request: OfficerRequest, run_id: UUID, name: str) -> HttpResponseBase:
    """One table of the answer as CSV, cells inert."""
    listing, rows = provenance.listing_of(_table(answer_of(request, run_id), name))
    return download(listing.asked({"download": "csv"}), rows)


@policy(Act.SEE_ANALYSIS)
@require_safe
def answer_json(request: OfficerRequest, run_id: UUID) -> HttpResponse:
    """The answer as the engine wrote it: the bytes whose digest the run carries."""
    response = HttpResponse(answer_of(request, run_id).to_json(), content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="analysis-{run_id}.json"'
    return response


def run_of(request: OfficerRequest, run_id: UUID) -> analyse.Run:
    """The run; a stranger's does not exist."""
    try:
        return analyse.run(run_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None


def answered_of(request: OfficerRequest, run_id: UUID) -> analyse.AnsweredRun:
    """The run with its answer; where there is none yet, there is no such page."""
    try:
        return analyse.answered(run_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None


def answer_of(request: OfficerRequest, run_id: UUID) -> AreaProvision:
    """The answer of a run that has one."""
    return answered_of(request, run_id).provision


def _table(answer: AreaProvision, name: str) -> Grid:
    try:
        return answer.grid(name)
    except StopIteration:
        raise Http404 from None
