"""Registers that councils have, from the file that is given to the agreements made of it."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carewright.contract import api as contract
from carewright.contract.api import Kind, Regime
from carewright.contract.jobs import queue_beginning, queue_reading
from carewright.contract.web import import_presenters as presenters
from carewright.contract.web.import_forms import BeginForm, ColumnsForm, GiveForm
from carewright.contract.web.import_lists import IMPORTS, ROWS, SUPPLIERS
from carewright.contract.web.places import import_crumbs, places
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, intent_of, policy
from carewright.register import api as register
from carewright.register.api import DatasetState
from carewright.ui.errors import ErrorSummary
from carewright.ui.exports import download
from carewright.ui.forms import given, tried


@policy(Act.SEE_AGREEMENTS)
@require_safe
def imports(request: OfficerRequest) -> HttpResponseBase:
    """Every register that was imported, and those that wait to be."""
    asked = IMPORTS.asked(request.GET)
    found = contract.imports(seen_by=request.officer)
    if asked.download:
        return download(asked, found)
    may = platform.may(request.officer, Act.IMPORT_AGREEMENTS)
    page = {
        "title": _("Import a register"), "list": asked.page_of(found),
        "places": places("imports"), "may_import": may,
        "waiting": presenters.waiting(request.officer) if may else (),
    }  # fmt: skip
    return render(request, "contract/imports.html", page)


@policy(Act.IMPORT_AGREEMENTS)
@require_http_methods(["GET", "HEAD", "POST"])
def give(request: OfficerRequest) -> HttpResponse:
    """Gives a register, and goes on to watch it being read."""
    form = GiveForm(*given(request))
    if form.is_valid():
        return _take_in(request, form)
    page = {
        "title": _("Give a register of contracts"), "form": form, "button": _("Read it"),
        "crumbs": import_crumbs(), "cancel": reverse("contract:imports"),
        "lead": _("It is read as a trial first. No agreement is made before you say so."),
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)


@policy(Act.IMPORT_AGREEMENTS)
@require_http_methods(["GET", "HEAD", "POST"])
def file(request: OfficerRequest, register_id: UUID) -> HttpResponse:
    """What was found in a register, and which of its columns holds what."""
    found = _file(request, register_id)
    if found.job_id and _under_way(request, found.job_id):
        return redirect("platform:job", found.job_id)
    form = ColumnsForm(*given(request), file=found)
    if form.is_valid():
        return _read_again(request, found, form)
    return _file_page(request, found, columns=form)


@policy(Act.IMPORT_AGREEMENTS)
@require_POST
def begin(request: OfficerRequest, register_id: UUID) -> HttpResponse:
    """Takes every row of a register in, in the background."""
    found, form = _file(request, register_id), BeginForm(request.POST)
    job: list[UUID] = []
    if form.is_valid() and tried(form, lambda: job.append(_begun(request, found, form))):
        return redirect("platform:job", job[0])
    return _file_page(request, found, begins=form)


@policy(Act.SEE_AGREEMENTS)
@require_safe
def batch(request: OfficerRequest, batch_id: UUID) -> HttpResponse:
    """One import: what came of it, and what is left to ask a person."""
    found = import_of(request, batch_id)
    page = presenters.batch_page(found, request.officer)
    return render(request, "contract/import.html", page)


@policy(Act.SEE_AGREEMENTS)
@require_safe
def rows(request: OfficerRequest, batch_id: UUID) -> HttpResponseBase:
    """Every row of the file with what became of it."""
    found, asked = import_of(request, batch_id), ROWS.asked(request.GET)
    among = contract.imported_rows(batch_id, seen_by=request.officer)
    if asked.download:
        return download(asked, among)
    page = {
        "title": _("Rows of the register"), "list": asked.page_of(among),
        "crumbs": import_crumbs(found),
    }  # fmt: skip
    return render(request, "ui/list_page.html", page)


@policy(Act.SEE_AGREEMENTS)
@require_safe
def suppliers(request: OfficerRequest, batch_id: UUID) -> HttpResponseBase:
    """Every supplier of the file, and whom each was taken for."""
    found, asked = import_of(request, batch_id), SUPPLIERS.asked(request.GET)
    among = contract.imported_suppliers(batch_id, seen_by=request.officer)
    if asked.download:
        return download(asked, among)
    page = {
        "title": _("Suppliers of the register"), "list": asked.page_of(among),
        "crumbs": import_crumbs(found),
    }  # fmt: skip
    return render(request, "ui/list_page.html", page)


def import_of(request: OfficerRequest, batch_id: UUID) -> contract.Batch:
    """The import; a stranger's does not exist."""
    try:
        return contract.import_of(batch_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None


def _file(request: OfficerRequest, register_id: UUID) -> register.Dataset:
    try:
        found = register.dataset(register_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None
    if found.kind != contract.KIND_OF_FILE:
        raise Http404
    return found


def _file_page(
    request: OfficerRequest, found: register.Dataset, *, columns: ColumnsForm | None = None,
    begins: BeginForm | None = None,
) -> HttpResponse:  # fmt: skip
    columns, begins = columns or ColumnsForm(file=found), begins or BeginForm()
    page = presenters.file_page(found, request.officer)
    page |= {"columns_form": columns, "begins": begins, "errors": ErrorSummary.of(columns, begins)}
    return render(request, "contract/import_file.html", page)


def _take_in(request: OfficerRequest, form: GiveForm) -> HttpResponse:
    content = form.cleaned_data["file"]
    twin = register.imported_copy_of(content, kind=contract.KIND_OF_FILE, seen_by=request.officer)
    if twin:
        messages.info(request, _("This very file was given before. Nothing has changed."))
        return redirect("contract:import_file", twin.id)
    dataset_id = register.upload_file(
        name=content.name, content=content, organisation_id=request.officer.organisation.id,
        kind=contract.KIND_OF_FILE, as_at=form.cleaned_data["as_at"], intent=intent_of(request),
        by=request.officer, at=now(),
    )  # fmt: skip
    return _read(request, dataset_id)


def _read_again(
    request: OfficerRequest, found: register.Dataset, form: ColumnsForm
) -> HttpResponse:
    if found.state in (DatasetState.READ, DatasetState.UNREADABLE):
        register.explain_file(
            dataset_id=found.id, kind=found.kind, as_at=found.as_at, columns=form.columns(),
            by=request.officer, at=now(),
        )  # fmt: skip
    return _read(request, found.id)


def _read(request: OfficerRequest, dataset_id: UUID) -> HttpResponse:
    try:
        job_id = register.ask_to_read(
            dataset_id=dataset_id, queue=partial(queue_reading, by=request.officer),
            by=request.officer, at=now(),
        )  # fmt: skip
    except register.CannotDo as reason:
        messages.error(request, str(reason))
        return redirect("contract:import_file", dataset_id)
    return redirect("platform:job", job_id)


def _begun(request: OfficerRequest, found: register.Dataset, form: BeginForm) -> UUID:
    return contract.ask_to_begin_import(
        dataset_id=found.id, kind=Kind(form.cleaned_data["kind"]),
        regime=Regime(form.cleaned_data["regime"]),
        queue=partial(queue_beginning, by=request.officer), by=request.officer, at=now(),
    )  # fmt: skip


def _under_way(request: OfficerRequest, job_id: UUID) -> bool:
    try:
        return not platform.job(job_id, seen_by=request.officer).ended
    except platform.NotFound:
        return False  # asked for by another organisation, or kept no longer
