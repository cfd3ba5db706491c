"""Taking a projection away: its tables, its report, and the answer as the engine wrote it."""

from __future__ import annotations

import tempfile
from io import BytesIO
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from carewright.foresee.web.presenters import cited
from carewright.foresee.web.reading import Reading
from carewright.foresee.web.report import word_report
from carewright.foresee.web.tables import Table, tables_of
from carewright.foresee.web.views.read import answered_of
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.ui.exports import BOOKS, download_book
from carewright.ui.exports.csv_file import write_csv

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@policy(Act.SEE_PROJECTIONS)
@require_safe
def tables(request: OfficerRequest, projection_id: UUID, form: str) -> HttpResponseBase:
    """Every table: CSV files in an archive, or one workbook with a sheet for each."""
    reading = Reading(answered_of(request, projection_id))
    found = tables_of(reading)
    if form == "csv":
        return _archive(_name(reading), found)
    if form not in BOOKS:
        raise Http404
    return download_book(_name(reading), [each.sheet() for each in found], form)


@policy(Act.SEE_PROJECTIONS)
@require_safe
def table(request: OfficerRequest, projection_id: UUID, table: str) -> HttpResponseBase:
    """One table as CSV, cells inert."""
    reading = Reading(answered_of(request, projection_id))
    found = next((each for each in tables_of(reading) if each.name == table), None)
    if found is None:
        raise Http404
    return _file(_csv(found), f"{_name(reading)}-{found.name}.csv", "text/csv; charset=utf-8")


@policy(Act.SEE_PROJECTIONS)
@require_safe
def report(request: OfficerRequest, projection_id: UUID) -> HttpResponse:
    """The report as a Word document."""
    reading = Reading(answered_of(request, projection_id))
    source = cited(reading, request.build_absolute_uri(reading.address))
    return _file(word_report(reading, source), f"{_name(reading)}.docx", WORD)


@policy(Act.SEE_PROJECTIONS)
@require_safe
def answer_json(request: OfficerRequest, projection_id: UUID) -> HttpResponse:
    """The answer as the engine wrote it: the bytes whose digest the projection carries."""
    read = answered_of(request, projection_id)
    name = f"projection-{read.row.number}.json"
    return _file(read.answer.to_json(), name, "application/json")


def _file(content: bytes, name: str, content_type: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _name(reading: Reading) -> str:
    return f"projection-{reading.row.number}-{slugify(reading.row.called)}".rstrip("-")


def _csv(found: Table) -> bytes:
    content = BytesIO()
    write_csv(found.sheet(), content)
    return content.getvalue()


def _archive(name: str, found: tuple[Table, ...]) -> FileResponse:
    file = tempfile.TemporaryFile()  # noqa: SIM115 (the response closes it)
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for each in found:
            # A fixed day, so that the same answer gives the same bytes whenever it is taken.
            archive.writestr(ZipInfo(f"{each.name}.csv"), _csv(each), ZIP_DEFLATED)
    file.seek(0)
    return FileResponse(
        file, as_attachment=True, filename=f"{name}.zip", content_type="application/zip"
    )
