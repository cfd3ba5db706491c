"""Reading an analysis: the page, the way from a figure to its rows, and the files to take away."""

from __future__ import annotations

import json
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from carewright.analyse import api as analyse
from carewright.analyse.web import presenters, provenance
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.register import api as register
from carewright.ui.exports import download
from carewright_engine.provision.answers import AreaProvision, Grid
from carewright_engine.reports.area_pictures import AreaPicture, pictures_of


@policy(Act.SEE_ANALYSIS)
@require_safe
def run(request: OfficerRequest, run_id: UUID) -> HttpResponse:
    """The analysis as a page; while it is still being worked out, how far it is."""
    found = run_of(request, run_id)
    if not found.answered:
        return redirect("platform:job", found.job_id)
    read = analyse.answered(run_id, seen_by=request.officer)
    answer = read.provision
    page = {
        "title": answer.title,
        "run": found,
        "stale": read.stale,
        "answer": answer,
        "ledger": presenters.ledger(answer, run_id),
        "sections": presenters.sections(answer, pictures_in(request, answer), run_id),
        "crumbs": provenance.crumbs_to_analyses(),
    }
    return render(request, "analyse/run.html", page)


@policy(Act.SEE_ANALYSIS)
@require_safe
def figure(request: OfficerRequest, run_id: UUID, figure_id: str) -> HttpResponse:
    """Where one figure comes from: its method, its files and their rows."""
    answer = answer_of(request, run_id)
    found = next((each for each in answer.figures() if each.id == figure_id), None)
    if found is None:
        raise Http404
    page = provenance.of_figure(answer, found, run_id)
    return render(request, "analyse/provenance.html", page)


@policy(Act.SEE_ANALYSIS)
@require_safe
def table(request: OfficerRequest, run_id: UUID, name: str) -> HttpResponse:
    """Where one table or chart comes from, with the whole table."""
    answer = answer_of(request, run_id)
    page = provenance.of_table(answer, _table(answer, name), run_id)
    asked = page["listing"].asked(request.GET)
    if asked.download:
        return download(asked, page["rows"])
    return render(request, "analyse/provenance.html", {**page, "list": asked.page_of(page["rows"])})


@policy(Act.SEE_ANALYSIS)
@require_safe
def table_csv(request: OfficerRequest, run_id: UUID, name: str) -> HttpResponse:
    """One table of the answer as CSV, cells inert."""
    found = _table(answer_of(request, run_id), name)
    listing, rows = provenance.listing_of(found)
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


def answer_of(request: OfficerRequest, run_id: UUID) -> AreaProvision:
    """The answer of a run that has one."""
    try:
        return analyse.answered(run_id, seen_by=request.officer).provision
    except platform.NotFound:
        raise Http404 from None


def _table(answer: AreaProvision, name: str) -> Grid:
    try:
        return answer.grid(name)
    except StopIteration:
        raise Http404 from None


def pictures_in(request: OfficerRequest, answer: AreaProvision) -> tuple[AreaPicture, ...]:
    """The pictures of an answer, over the outlines that were imported."""
    return pictures_of(answer, boundary=_boundary(request, answer))


def _boundary(request: OfficerRequest, answer: AreaProvision) -> object:
    """The outlines of the councils that the area is made of, as one collection."""
    area = answer.question.area
    outlines = register.outlines_of((area.code, *area.councils), seen_by=request.officer)
    return {"type": "GeometryCollection", "geometries": [json.loads(each) for each in outlines]}
