"""Steps with one thing that is owed: each a question, one call, and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from carewright.keep_to import api as keep_to
from carewright.keep_to.web.forms import DoneForm, HandOnForm, KnownForm, ReasonForm
from carewright.keep_to.web.places import crumbs
from carewright.keep_to.web.views.obligations import agreement_of, obligation_of
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.ui.forms import PlainForm
from carewright.ui.rows import Link


def given(request: OfficerRequest) -> tuple[Any, Any]:
    """What somebody has answered; None for who has not been asked yet."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


@policy(Act.KEEP_OBLIGATIONS)
@require_http_methods(["GET", "HEAD", "POST"])
def done(request: OfficerRequest, obligation_id: UUID) -> HttpResponse:
    """Says that it was done, and what shows it."""
    may_file = platform.may(request.officer, Act.FILE_DOCUMENT)
    form = DoneForm(*given(request), may_file=may_file, initial={"done_on": localdate()})
    return _question(
        request, obligation_id, form, _("Mark it done"), _("It is on the record."),
        lambda said: keep_to.mark_done(
            obligation_id=obligation_id, done_on=said["done_on"], evidence=said["evidence"],
            document=_file(said.get("document")), by=request.officer, at=now(),
        ),
    )  # fmt: skip


@policy(Act.KEEP_OBLIGATIONS)
@require_http_methods(["GET", "HEAD", "POST"])
def not_needed(request: OfficerRequest, obligation_id: UUID) -> HttpResponse:
    """Says why it need not be done."""
    return _question(
        request, obligation_id, ReasonForm(*given(request)), _("It is not needed"),
        _("It is on the record."),
        lambda said: keep_to.mark_not_needed(
            obligation_id=obligation_id, reason=said["reason"], by=request.officer, at=now()
        ),
    )  # fmt: skip


@policy(Act.KEEP_OBLIGATIONS)
@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: OfficerRequest, obligation_id: UUID) -> HttpResponse:
    """Says that it is to be done after all."""
    return _question(
        request, obligation_id, ReasonForm(*given(request)), _("It is to be done after all"),
        _("It is to do again."),
        lambda said: keep_to.take_back(
            obligation_id=obligation_id, reason=said["reason"], by=request.officer, at=now()
        ),
    )  # fmt: skip


@policy(Act.KEEP_OBLIGATIONS)
@require_http_methods(["GET", "HEAD", "POST"])
def hand_on(request: OfficerRequest, obligation_id: UUID) -> HttpResponse:
    """Gives it to somebody else of the organisation."""
    colleagues = platform.colleagues(seen_by=request.officer)
    form = HandOnForm(given(request)[0], colleagues=colleagues)
    return _question(
        request, obligation_id, form, _("Hand it on"), _("It has another owner now."),
        lambda said: keep_to.hand_on(
            obligation_id=obligation_id, owner_id=UUID(said["owner"]), reason=said["reason"],
            by=request.officer, at=now(),
        ),
    )  # fmt: skip


@policy(Act.KEEP_OBLIGATIONS)
@require_http_methods(["GET", "HEAD", "POST"])
def known(request: OfficerRequest, agreement_id: UUID) -> HttpResponse:
    """Says what the rules ask of an agreement and its register does not hold."""
    found = agreement_of(request, agreement_id)
    stands = keep_to.timetable(agreement_id, seen_by=request.officer).known
    form = KnownForm(given(request)[0], initial=KnownForm.standing(stands))
    if form.is_valid():
        keep_to.say_known(
            agreement_id=agreement_id, known=form.known(), by=request.officer, at=now()
        )
        messages.success(request, _("Kept, and what follows was worked out."))
        return redirect("keep_to:timetable", agreement_id)
    here = reverse("keep_to:timetable", args=[agreement_id])
    page = {
        "title": _("What is known of the agreement"), "form": form, "button": _("Keep it"),
        "caption": f"{found.reference} {found.wording.title}", "cancel": here,
        "crumbs": crumbs(Link(found.reference, here)),
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)


def _question(
    request: OfficerRequest,
    obligation_id: UUID,
    form: PlainForm,
    title: str,
    told: str,
    do: Callable[[dict[str, Any]], object],
) -> HttpResponse:
    found = obligation_of(request, obligation_id)
    if form.is_valid():
        try:
            do(form.cleaned_data)
        except keep_to.Refused as refused:
            form.take_reasons(refused.blockers)
        else:
            messages.success(request, told)
            return redirect("keep_to:obligation", obligation_id)
    here = reverse("keep_to:obligation", args=[obligation_id])
    page = {
        "title": title, "caption": f"{found.reference} · {found.words}", "form": form,
        "button": title, "cancel": here, "crumbs": crumbs(Link(found.reference, here)),
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)


def _file(uploaded: Any) -> tuple[str, Any] | None:
    return (uploaded.name, uploaded) if uploaded else None
