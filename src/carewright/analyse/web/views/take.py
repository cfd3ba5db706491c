"""Taking an analysis away: the report, its tables and its charts as files."""

from __future__ import annotations

import tempfile
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.text import slugify
from django.utils.timezone import now
from django.views.decorators.http import require_POST, require_safe

from carewright.analyse import api as analyse
from carewright.analyse.jobs import queue_answer
from carewright.analyse.web.drawing import pictures_in
from carewright.analyse.web.provenance import listing_of
from carewright.analyse.web.views.read import answered_of, run_of
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.ui.exports import BOOKS, download_book, sheet_of
from carewright_engine.charts import standalone
from carewright_engine.provision.answers import AreaProvision, Grid
from carewright_engine.reports.area_document import word_report
from carewright_engine.reports.area_report import Chapter
from carewright_engine.reports.folder import csv_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@policy(Act.SEE_ANALYSIS)
@require_safe
def report(request: OfficerRequest, run_id: UUID) -> HttpResponse:
    """The report as a Word document."""
    read = answered_of(request, run_id)
    chapter = Chapter(read.provision, pictures_in(read, seen_by=request.officer))
    response = HttpResponse(word_report(read.run.title, (chapter,)), content_type=WORD)
    response["Content-Disposition"] = f'attachment; filename="{_name(read.run)}.docx"'
    return response


@policy(Act.SEE_ANALYSIS)
@require_safe
def tables(request: OfficerRequest, run_id: UUID, form: str) -> HttpResponseBase:
    """Every table: CSV files in an archive, or one workbook with a sheet for each."""
    read = answered_of(request, run_id)
    found = _tables(read.provision)
    name = _name(read.run)
    if form == "csv":
        return _archive(name, {f"{t.name}.csv": csv_of([("", t)]) for t in found})
    if form not in BOOKS:
        raise Http404
    sheets = []
    for table in found:
        listing, rows = listing_of(table)
        sheets.append(sheet_of(listing.asked({}), rows))
    return download_book(name, sheets, form)


@policy(Act.SEE_ANALYSIS)
@require_safe
def charts(request: OfficerRequest, run_id: UUID) -> HttpResponseBase:
    """Every chart as a file that stands by itself."""
    read = answered_of(request, run_id)
    drawn = pictures_in(read, seen_by=request.officer)
    files = {f"{d.picture.name}.svg": standalone(d.picture.wide).encode() for d in drawn}
    return _archive(f"{_name(read.run)}-charts", files)


@policy(Act.RUN_ANALYSIS)
@require_POST
def again(request: OfficerRequest, run_id: UUID) -> HttpResponse:
    """Asks the same question of the facts as they are now."""
    found = run_of(request, run_id)
    question = analyse.question_of(run_id, seen_by=request.officer)
    new_id = analyse.ask_for_analysis(
        question=question,
        title=found.title,
        queue=lambda run, job: queue_answer(run, job, by=request.officer),
        by=request.officer,
        at=now(),
    )
    return redirect("analyse:run", new_id)


def _tables(answer: AreaProvision) -> list[Grid]:
    return [*answer.grids, *(table for s in answer.sections for table in s.tables if table.rows)]


def _name(run: analyse.Run) -> str:
    return slugify(run.title) or "analysis"


def _archive(name: str, files: dict[str, bytes]) -> FileResponse:
    file = tempfile.TemporaryFile()  # noqa: SIM115 (the response closes it)
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for each, content in files.items():
            # A fixed day, so that the same answer gives the same bytes whenever it is taken.
            archive.writestr(ZipInfo(each), content, ZIP_DEFLATED)
    file.seek(0)
    return FileResponse(
        file, as_attachment=True, filename=f"{name}.zip", content_type="application/zip"
    )
