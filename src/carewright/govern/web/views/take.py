"""Taking a paper away as a file, and opening what is attached to it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.text import slugify
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from carewright.govern import api as govern
from carewright.govern.web.views.papers import paper_of
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@policy(Act.SEE_PAPERS)
@require_safe
def word(request: OfficerRequest, paper_id: UUID) -> HttpResponse:
    """The report for the committee as a Word document."""
    found = paper_of(request, paper_id)
    members = govern.proceedings(paper_id, seen_by=request.officer)
    return _file(found, govern.as_word(found, members), "docx", WORD)


@policy(Act.SEE_PAPERS)
@require_safe
def pdf(request: OfficerRequest, paper_id: UUID) -> HttpResponse:
    """The report for the committee as a tagged PDF."""
    found = paper_of(request, paper_id)
    try:
        content = govern.as_pdf(found, govern.proceedings(paper_id, seen_by=request.officer))
    except govern.NoPdfHere as missing:
        messages.error(request, str(missing))
        return redirect("govern:paper", paper_id)
    return _file(found, content, "pdf", "application/pdf")


@policy(Act.READ_DOCUMENT)
@require_safe
def document(request: OfficerRequest, paper_id: UUID, attachment_id: UUID) -> HttpResponseBase:
    """A file that is attached to the paper; that it was read stands in the record."""
    found = paper_of(request, paper_id)
    members = govern.proceedings(paper_id, seen_by=request.officer)
    if attachment_id not in found.attached | members.attached:
        raise Http404
    try:
        version, content = platform.read_document(
            document_id=attachment_id, by=request.officer, at=now()
        )
    except (platform.NotFound, FileNotFoundError):
        raise Http404 from None
    return FileResponse(
        content, as_attachment=True, filename=version.name, content_type=version.content_type
    )


def _file(found: govern.Paper, content: bytes, ending: str, media_type: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    name = slugify(f"{found.reference} {found.title}") or "paper"
    response["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    return response
