"""Published files: the list, giving one, looking at what was read, importing, taking back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, intent_of, policy
from carewright.register import api as register
from carewright.register.api import DatasetState
from carewright.register.jobs import queue_import, queue_reading
from carewright.register.web import presenters
from carewright.register.web.forms import ExplainForm, ReasonForm, UploadForm
from carewright.register.web.lists import FILES
from carewright.register.web.places import crumbs, places
from carewright.ui.errors import ErrorSummary
from carewright.ui.exports import download
from carewright.ui.formats import written_datetime
from carewright.ui.forms import given


@policy(Act.SEE_FACTS)
@require_safe
def files(request: OfficerRequest) -> HttpResponseBase:
    """Every file that the officer's organisation uses."""
    asked = FILES.asked(request.GET)
    found = register.datasets(seen_by=request.officer)
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Published files"),
        "places": places(request.officer, "files"),
        "list": asked.page_of(found),
        "may_import": platform.may(request.officer, Act.IMPORT_FACTS),
    }
    return render(request, "register/files.html", page)


@policy(Act.IMPORT_FACTS)
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: OfficerRequest) -> HttpResponse:
    """Gives a file, and goes on to watch it being read."""
    form = UploadForm(*given(request))
    if form.is_valid():
        return _take_in(request, form)
    page = {
        "title": _("Give a published file"), "crumbs": crumbs(), "form": form,
        "button": _("Read it"), "kinds": presenters.kinds_known(),
    }  # fmt: skip
    return render(request, "register/upload.html", page)


@policy(Act.SEE_FACTS)
@require_safe
def file(request: OfficerRequest, dataset_id: UUID) -> HttpResponse:
    """One file: what was found in it, and what can be done with it now."""
    found = _found(request, dataset_id)
    if found.job_id and _under_way(request, found.job_id):
        return redirect("platform:job", found.job_id)
    return _page(request, found)


@policy(Act.IMPORT_FACTS)
@require_POST
def read(request: OfficerRequest, dataset_id: UUID) -> HttpResponse:
    """Reads a file whose reading was cancelled or broke off."""
    return _watch(request, dataset_id, register.ask_to_read, queue_reading)


@policy(Act.IMPORT_FACTS)
@require_POST
def explain(request: OfficerRequest, dataset_id: UUID) -> HttpResponse:
    """Says what the file is and what its columns mean, and reads it again."""
    found = _changeable(request, dataset_id)
    form = ExplainForm(request.POST, dataset=found)
    if not form.is_valid():
        return _page(request, found, explained=form)
    try:
        register.explain_file(
            dataset_id=dataset_id, kind=form.cleaned_data["kind"],
            as_at=form.cleaned_data["as_at"], columns=form.columns(), by=request.officer, at=now(),
        )  # fmt: skip
    except register.CannotDo as reason:
        messages.error(request, str(reason))
        return redirect("register:file", dataset_id)
    return _watch(request, dataset_id, register.ask_to_read, queue_reading)


@policy(Act.IMPORT_FACTS)
@require_POST
def import_file(request: OfficerRequest, dataset_id: UUID) -> HttpResponse:
    """Imports a file that was read, in the background."""
    return _watch(request, dataset_id, register.ask_to_import, queue_import)


@policy(Act.IMPORT_FACTS)
@require_POST
def discard(request: OfficerRequest, dataset_id: UUID) -> HttpResponse:
    """Puts a file aside that was never imported."""
    try:
        register.discard_dataset(dataset_id=dataset_id, by=request.officer, at=now())
    except register.CannotDo as reason:
        messages.error(request, str(reason))
        return redirect("register:file", dataset_id)
    messages.success(request, _("The file was put aside. Nothing was imported."))
    return redirect("register:files")


@policy(Act.IMPORT_FACTS)
@require_POST
def undo(request: OfficerRequest, dataset_id: UUID) -> HttpResponse:
    """Takes an import back, with a reason."""
    found = _changeable(request, dataset_id)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _page(request, found, undone=form)
    reason = form.cleaned_data["reason"]
    try:
        register.undo_import(dataset_id=dataset_id, reason=reason, by=request.officer, at=now())
    except register.CannotDo as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The import was taken back. Figures no longer use the file."))
    return redirect("register:file", dataset_id)


def _take_in(request: OfficerRequest, form: UploadForm) -> HttpResponse:
    answers = form.cleaned_data
    content, kind = answers["file"], answers["kind"]
    if twin := register.imported_copy_of(content, kind=kind, seen_by=request.officer):
        words = {"when": written_datetime(twin.imported_at), "who": twin.imported_by}
        messages.info(
            request,
            _("This very file was imported on %(when)s by %(who)s. Nothing has changed.") % words,
        )
        return redirect("register:file", twin.id)
    dataset_id = register.upload_file(
        name=content.name, content=content, organisation_id=request.officer.organisation.id,
        kind=kind, as_at=answers["as_at"], intent=intent_of(request), by=request.officer, at=now(),
    )  # fmt: skip
    return _watch(request, dataset_id, register.ask_to_read, queue_reading)


def _page(
    request: OfficerRequest,
    found: register.Dataset,
    *,
    explained: ExplainForm | None = None,
    undone: ReasonForm | None = None,
) -> HttpResponse:
    twin = None
    if found.state is DatasetState.READ:
        twin = register.imported_twin_of(found, seen_by=request.officer)
    explain = explained or ExplainForm(dataset=found, initial=presenters.explained(found))
    undo = undone or ReasonForm()
    page = presenters.file_page(found, request.officer, twin=twin)
    page |= {"explain": explain, "undo": undo, "errors": ErrorSummary.of(explain, undo)}
    return render(request, "register/file.html", page)


def _watch(
    request: OfficerRequest,
    dataset_id: UUID,
    ask: Callable[..., UUID],
    queue: Callable[..., None],
) -> HttpResponse:
    """Asks for background work and goes on to the page that shows how far it is."""
    try:
        job_id = ask(
            dataset_id=dataset_id, queue=partial(queue, by=request.officer),
            by=request.officer, at=now(),
        )  # fmt: skip
    except register.CannotDo as reason:
        messages.error(request, str(reason))
        return redirect("register:file", dataset_id)
    return redirect("platform:job", job_id)


def _under_way(request: OfficerRequest, job_id: UUID) -> bool:
    try:
        return not platform.job(job_id, seen_by=request.officer).ended
    except platform.NotFound:
        return False  # asked for by another organisation, or kept no longer


def _changeable(request: OfficerRequest, dataset_id: UUID) -> register.Dataset:
    """A file that the officer may change, which one that all share is not."""
    found = _found(request, dataset_id)
    if not register.may_change(found, request.officer):
        raise Http404
    return found


def _found(request: OfficerRequest, dataset_id: UUID) -> register.Dataset:
    try:
        return register.dataset(dataset_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None
