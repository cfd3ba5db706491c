"""Taking a decision away on paper, and opening what is attached to it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.text import slugify
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_safe

from carewright.govern import api as govern
from carewright.plan import api as plan
from carewright.plan.web.parts import parts_of
from carewright.plan.web.shown import printed
from carewright.plan.web.views.decisions import day_of_duties, decision_of
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy


@policy(Act.SEE_SOURCING)
@require_safe
def paper(request: OfficerRequest, decision_id: UUID) -> HttpResponse:
    """The whole decision as a tagged PDF, to be printed or sent with an agenda."""
    found = decision_of(request, decision_id)
    left = plan.what_is_open(decision_id, seen_by=request.officer, on=localdate())
    parts = printed(parts_of(found, left, day_of_duties(found)))
    title = f"{found.reference} {found.title}"
    try:
        content = govern.pdf_document(title, found.organisation, parts)
    except govern.NoPdfHere as missing:
        messages.error(request, str(missing))
        return redirect("plan:decision", decision_id)
    response = HttpResponse(content, content_type="application/pdf")
    name = slugify(title) or "decision"
    response["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return response


@policy(Act.READ_DOCUMENT)
@require_safe
def document(request: OfficerRequest, decision_id: UUID, advice_file_id: UUID) -> HttpResponseBase:
    """A file of advice that is attached; that it was read stands in the record."""
    found = decision_of(request, decision_id)
    if advice_file_id not in {each.document_id for each in found.advice}:
        raise Http404
    try:
        version, content = platform.read_document(
            document_id=advice_file_id, by=request.officer, at=now()
        )
    except (platform.NotFound, FileNotFoundError):
        raise Http404 from None
    return FileResponse(
        content, as_attachment=True, filename=version.name, content_type=version.content_type
    )
