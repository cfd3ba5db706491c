"""Published files: the list, giving one, looking at what was read, importing, taking back."""

from __future__ import annotations

from functools import partial
from uuid import UUID

import polars as pl
from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.register import api as register
from carewright.register.api import DatasetState
from carewright.register.jobs import queue_import, queue_reading
from carewright.register.web import presenters
from carewright.register.web.forms import ExplainForm, ReasonForm, UploadForm
from carewright.register.web.lists import FILES
from carewright.ui.exports import download


@policy(Act.SEE_FACTS)
@require_safe
def files(request: OfficerRequest) -> HttpResponseBase:
    """Every file that the officer's organisation uses."""
    asked = FILES.asked(request.GET)
    found = register.datasets(seen_by=request.officer)
    if asked.download:
        return download(asked, found)
    may_import = platform.may(request.officer, Act.IMPORT_FACTS)
    page = {"title": "Published files", "list": asked.page_of(found), "may_import": may_import}
    return render(request, "register/files.html", page)


@policy(Act.IMPORT_FACTS)
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: OfficerRequest) -> HttpResponse:
    """Gives a file, and goes on to watch it being read."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        dataset_id = register.upload_file(
            name=given["file"].name, content=given["file"],
            organisation_id=request.officer.organisation.id, kind=given["kind"],
            as_at=given["as_at"], by=request.officer, at=now(),
        )  # fmt: skip
        return _read(request, dataset_id)
    return render(
        request, "register/upload.html",
        {"title": "Give a published file", "form": form, "button": "Read it"},
    )  # fmt: skip


@policy(Act.SEE_FACTS)
@require_safe
def file(request: OfficerRequest, dataset_id: UUID) -> HttpResponse:
    """One file: what was found in it, and what can be done with it now."""
    found = _found(request, dataset_id)
    if found.state is DatasetState.UPLOADED and found.job_id:
        return redirect("platform:job", found.job_id)
    may_import = platform.may(request.officer, Act.IMPORT_FACTS, found)
    page = presenters.file_page(found, request.officer, may_import=may_import)
    page["explain"] = ExplainForm(dataset=found, initial=presenters.explained(found))
    page["undo"] = ReasonForm()
    return render(request, "register/file.html", page)


@policy(Act.IMPORT_FACTS)
@require_POST
def explain(request: OfficerRequest, dataset_id: UUID) -> HttpResponse:
    """Says what the file is and what its columns mean, and reads it again."""
    found = _found(request, dataset_id)
    form = ExplainForm(request.POST, dataset=found)
    if not form.is_valid():
        page = presenters.file_page(found, request.officer, may_import=True)
        return render(
            request, "register/file.html", {**page, "explain": form, "undo": ReasonForm()}
        )
    try:
        register.explain_file(
            dataset_id=dataset_id, kind=form.cleaned_data["kind"],
            as_at=form.cleaned_data["as_at"], columns=form.columns(), by=request.officer, at=now(),
        )  # fmt: skip
    except register.CannotDo as reason:
        messages.error(request, str(reason))
        return redirect("register:file", dataset_id)
    return _read(request, dataset_id)


@policy(Act.IMPORT_FACTS)
@require_POST
def import_file(request: OfficerRequest, dataset_id: UUID) -> HttpResponse:
    """Imports a file that was read, in the background."""
    queue = partial(queue_import, by=request.officer)
    try:
        job_id = register.ask_to_import(
            dataset_id=dataset_id, queue=queue, by=request.officer, at=now()
        )
    except register.CannotDo as reason:
        messages.error(request, str(reason))
        return redirect("register:file", dataset_id)
    return redirect("platform:job", job_id)


@policy(Act.IMPORT_FACTS)
@require_POST
def discard(request: OfficerRequest, dataset_id: UUID) -> HttpResponse:
    """Puts a file aside that was never imported."""
    try:
        register.discard_dataset(dataset_id=dataset_id, by=request.officer, at=now())
        messages.success(request, "The file was put aside. Nothing was imported.")
    except register.CannotDo as reason:
        messages.error(request, str(reason))
    return redirect("register:files")


@policy(Act.IMPORT_FACTS)
@require_POST
def undo(request: OfficerRequest, dataset_id: UUID) -> HttpResponse:
    """Takes an import back, with a reason."""
    form = ReasonForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Say why the import is taken back.")
        return redirect("register:file", dataset_id)
    try:
        register.undo_import(
            dataset_id=dataset_id, reason=form.cleaned_data["reason"], by=request.officer, at=now()
        )
        messages.success(request, "The import was taken back. Figures no longer use the file.")
    except register.CannotDo as reason:
        messages.error(request, str(reason))
    return redirect("register:file", dataset_id)


@policy(Act.SEE_FACTS)
@require_safe
def original(request: OfficerRequest, dataset_id: UUID) -> HttpResponseBase:
    """The file as it came, as a download."""
    found = _found(request, dataset_id)
    content = register.open_file(dataset_id, seen_by=request.officer)
    return FileResponse(
        content, as_attachment=True, filename=found.file_name,
        content_type="application/octet-stream",
    )  # fmt: skip


@policy(Act.SEE_FACTS)
@require_safe
def issues(request: OfficerRequest, dataset_id: UUID, which: str) -> HttpResponseBase:
    """The doubtful or the refused rows, each with its reason, to look at or to take away."""
    frame = _issues(request, dataset_id, which)
    listing = presenters.issues_listing(which)
    asked = listing.asked(request.GET)
    rows = frame.to_dicts()
    if asked.download:
        return download(asked, rows)
    found = _found(request, dataset_id)
    page = {
        "title": f"{which.capitalize()} rows of {found.file_name}",
        "crumbs": presenters.crumbs(found),
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
    numbers = presenters.row_numbers(request.GET.get("rows", ""))
    published = register.published_rows(found.id, numbers, seen_by=request.officer)
    page = presenters.rows_page(found, numbers, published)
    return render(request, "register/rows.html", page)


def _read(request: OfficerRequest, dataset_id: UUID) -> HttpResponse:
    queue = partial(queue_reading, by=request.officer)
    job_id = register.ask_to_read(dataset_id=dataset_id, queue=queue, by=request.officer, at=now())
    return redirect("platform:job", job_id)


def _found(request: OfficerRequest, dataset_id: UUID) -> register.Dataset:
    try:
        return register.dataset(dataset_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None


def _issues(request: OfficerRequest, dataset_id: UUID, which: str) -> pl.DataFrame:
    if which not in presenters.ISSUES:
        raise Http404
    try:
        return register.doubtful_and_refused(dataset_id, which, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None
