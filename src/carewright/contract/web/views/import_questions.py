"""The questions of an import, one after the other, and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from carewright.contract import api as contract
from carewright.contract.api import Several
from carewright.contract.jobs import queue_placing, queue_undoing
from carewright.contract.web import import_presenters as presenters
from carewright.contract.web.import_forms import MatchForm, SettleForm, UndoForm
from carewright.contract.web.places import import_crumbs
from carewright.contract.web.views.imports import import_of
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.ui.formats import count_of
from carewright.ui.forms import given, tried

NO_CARE: Final = "It names no kind of care"


@policy(Act.IMPORT_AGREEMENTS)
@require_http_methods(["GET", "HEAD", "POST"])
def supplier(request: OfficerRequest, supplier_id: UUID) -> HttpResponse:
    """Whom a supplier of the file is; then the next that nobody has answered."""
    try:
        found = contract.supplier_to_match(supplier_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None
    form = MatchForm(*given(request), supplier=found)
    if form.is_valid() and tried(form, lambda: _answer(request, found, form)):
        return _on(found.batch_id, "contract:import_supplier", found.next_id)
    batch = import_of(request, found.batch_id)
    page = presenters.supplier_page(found, batch)
    return render(request, "contract/import_supplier.html", {**page, "form": form})


@policy(Act.IMPORT_AGREEMENTS)
@require_http_methods(["GET", "HEAD", "POST"])
def row(request: OfficerRequest, row_id: UUID) -> HttpResponse:
    """What becomes of a row; then the next that somebody has to look at."""
    try:
        found = contract.row_to_settle(row_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None
    form = SettleForm(*given(request))
    if form.is_valid() and tried(form, lambda: _settle(request, found, form)):
        return _on(found.batch_id, "contract:import_row", found.next_id)
    batch = import_of(request, found.batch_id)
    page = presenters.row_page(found, batch)
    return render(request, "contract/import_row.html", {**page, "form": form})


@policy(Act.IMPORT_AGREEMENTS)
@require_POST
def do(request: OfficerRequest, batch_id: UUID) -> HttpResponse:
    """Makes the agreements, or answers several questions at once."""
    import_of(request, batch_id)
    act = DOES.get(request.POST.get("what", ""))
    if act is None:
        messages.error(request, _("Choose what to do"))
        return redirect("contract:import", batch_id)
    try:
        return act(request, batch_id)
    except contract.CannotDo as refused:
        messages.error(request, str(refused))
        return redirect("contract:import", batch_id)


@policy(Act.IMPORT_AGREEMENTS)
@require_http_methods(["GET", "HEAD", "POST"])
def undo(request: OfficerRequest, batch_id: UUID) -> HttpResponse:
    """Shows what would be taken back, and takes it back once somebody has seen it."""
    found = import_of(request, batch_id)
    form = UndoForm(*given(request), initial={"saw": found.counts.placed})
    job: list[UUID] = []
    if form.is_valid() and tried(form, lambda: job.append(_undo(request, batch_id, form))):
        return redirect("platform:job", job[0])
    placed = found.counts.placed
    page = {
        "holds": contract.what_holds(batch_id, seen_by=request.officer),
        "title": _("Take the import back"), "form": form, "button": _("Take it back"),
        "crumbs": import_crumbs(found), "cancel": reverse("contract:import", args=[batch_id]),
        "lead": count_of(
            placed, "%(n)s agreement leaves the register with its parties, services and prices.",
            "%(n)s agreements leave the register with their parties, services and prices.",
        ),
    }  # fmt: skip
    return render(request, "contract/import_undo.html", page)


def _place(request: OfficerRequest, batch_id: UUID) -> HttpResponse:
    job_id = contract.ask_to_place_rows(
        batch_id=batch_id, queue=partial(queue_placing, by=request.officer), by=request.officer,
        at=now(),
    )  # fmt: skip
    return redirect("platform:job", job_id)


def _confirm_sure(request: OfficerRequest, batch_id: UUID) -> HttpResponse:
    done = contract.confirm_sure_suppliers(batch_id=batch_id, by=request.officer, at=now())
    return _said(request, batch_id, count_of(
        done, "%(n)s supplier was confirmed.", "%(n)s suppliers were confirmed."
    ))  # fmt: skip


def _settle_several(
    which: Several, place: bool, reason: str, request: OfficerRequest, batch_id: UUID
) -> HttpResponse:
    done = contract.settle_rows(
        batch_id=batch_id, which=which, place=place, reason=reason, by=request.officer, at=now()
    )
    return _said(
        request, batch_id, count_of(done, "%(n)s row was settled.", "%(n)s rows were settled.")
    )


def _said(request: OfficerRequest, batch_id: UUID, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("contract:import", batch_id)


DOES: Final[dict[str, Callable[[OfficerRequest, UUID], HttpResponse]]] = {
    "place": _place,
    "confirm_sure": _confirm_sure,
    "place_asked": partial(_settle_several, Several.ASKED, True, ""),
    "no_care": partial(_settle_several, Several.NO_CARE, False, NO_CARE),
}


def _on(batch_id: UUID, route: str, next_id: UUID | None) -> HttpResponse:
    """To the next question of its kind, or back when there is none."""
    return redirect(route, next_id) if next_id else redirect("contract:import", batch_id)


def _answer(request: OfficerRequest, found: contract.SupplierToMatch, form: MatchForm) -> None:
    contract.answer_supplier(
        supplier_id=found.id, answer=form.cleaned_data["answer"], by=request.officer, at=now()
    )


def _settle(request: OfficerRequest, found: contract.RowToSettle, form: SettleForm) -> None:
    said: dict[str, Any] = form.cleaned_data
    contract.settle_row(
        row_id=found.id, place=said["place"] == "yes", reason=said["reason"], by=request.officer,
        at=now(),
    )  # fmt: skip


def _undo(request: OfficerRequest, batch_id: UUID, form: UndoForm) -> UUID:
    return contract.ask_to_undo_import(
        batch_id=batch_id, queue=partial(queue_undoing, by=request.officer), by=request.officer,
        at=now(), **form.cleaned_data,
    )  # fmt: skip
