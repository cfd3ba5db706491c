"""What a published file holds: its bytes, its doubtful and refused rows, rows behind a figure."""

from __future__ import annotations

from uuid import UUID

from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.register import api as register
from carewright.register.web.issues import ISSUES, issue_rows, issues_listing, what_they_are
from carewright.register.web.places import crumbs
from carewright.register.web.row_presenters import row_numbers, rows_page
from carewright.ui.exports import download


@policy(Act.SEE_FACTS)
@require_safe
def original(request: OfficerRequest, dataset_id: UUID) -> HttpResponseBase:
    """The file as it came, always as a download and never shown inside a page."""
    try:
        found = register.dataset(dataset_id, seen_by=request.officer)
        content = register.open_file(dataset_id, seen_by=request.officer)
    except (platform.NotFound, FileNotFoundError):
        raise Http404 from None
    return FileResponse(
        content,
        as_attachment=True,
        filename=found.file_name,
        content_type="application/octet-stream",
        headers={"X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store"},
    )


@policy(Act.SEE_FACTS)
@require_safe
def issues(request: OfficerRequest, dataset_id: UUID, which: str) -> HttpResponseBase:
    """The doubtful or the refused rows, each with its reason, to look at or to take away."""
    if which not in ISSUES:
        raise Http404
    try:
        found = register.dataset(dataset_id, seen_by=request.officer)
        frame = register.doubtful_and_refused(dataset_id, which, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None
    asked, rows = issues_listing(which).asked(request.GET), issue_rows(frame)
    if asked.download:
        return download(asked, rows)
    names = {"doubtful": _("Doubtful rows of %(file)s"), "refused": _("Refused rows of %(file)s")}
    page = {
        "title": names[which] % {"file": found.file_name},
        "crumbs": crumbs(found),
        "crumb_here": _("Doubtful rows") if which == "doubtful" else _("Refused rows"),
        "words": what_they_are(which),
        "list": asked.page_of(rows),
    }
    return render(request, "register/issues.html", page)


@policy(Act.SEE_FACTS)
@require_safe
def rows(request: OfficerRequest, sha256: str) -> HttpResponse:
    """Rows of a file as they were published, behind a figure."""
    try:
        found = register.dataset_with_digest(sha256, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None
    numbers = row_numbers(request.GET.get("rows", ""))
    published = register.published_rows(found.id, numbers, seen_by=request.officer)
    services = register.services_in_rows(found.id, numbers, seen_by=request.officer)
    return render(request, "register/rows.html", rows_page(found, numbers, published, services))
