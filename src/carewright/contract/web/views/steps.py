"""Writing, running and ending an agreement, step by step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods, require_POST

from carewright.contract import api as contract
from carewright.contract.web.forms import EndGoingOnForm, GoesOnForm, SignForm
from carewright.contract.web.places import crumbs
from carewright.contract.web.purpose import for_a_purpose
from carewright.contract.web.reached import agreement_of
from carewright.contract.web.steps import STEPS
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, intent_of, policy
from carewright.ui.forms import PlainForm, given, tried


@policy(Act.WRITE_AGREEMENT)
@require_http_methods(["GET", "HEAD", "POST"])
@for_a_purpose
def step(request: OfficerRequest, agreement_id: UUID, step: str) -> HttpResponse:
    """One step: its questions, and the action that they lead to."""
    if step not in STEPS:
        raise Http404
    found, asked = agreement_of(request, agreement_id), STEPS[step]
    form = asked.form(request, found, given(request))
    done = done_by(request, makes=asked.makes)
    if form.is_valid() and tried(form, lambda: asked.save(found, form, done)):
        messages.success(request, asked.said)
        return redirect("contract:agreement", agreement_id)
    return form_page(request, found, form, str(asked.title), str(asked.button))


@policy(Act.RECORD_SIGNATURE)
@require_http_methods(["GET", "HEAD", "POST"])
@for_a_purpose
def sign(request: OfficerRequest, agreement_id: UUID) -> HttpResponse:
    """Records who signed for whom."""
    found = agreement_of(request, agreement_id)
    form = SignForm(
*given(request), colleagues=platform.colleagues(seen_by=request.officer),
        may_file=platform.may(request.officer, Act.FILE_DOCUMENT),
        parties=[(str(each.id), f"{each.name} ({each.side.label.lower()})")
                 for each in found.parties],
        initial={"signed_on": localdate()},
    )  # fmt: skip
    if form.is_valid() and tried(form, lambda: _sign(request, found, form)):
        messages.success(request, _("The signature is on the record."))
        return redirect("contract:agreement", agreement_id)
    return form_page(request, found, form, _("Record a signature"), _("Record the signature"))


@policy(Act.LET_CARE_GO_ON)
@require_http_methods(["GET", "HEAD", "POST"])
@for_a_purpose
def goes_on(request: OfficerRequest, agreement_id: UUID) -> HttpResponse:
    """Records why care goes on without a valid agreement, or that it no longer has to."""
    found = agreement_of(request, agreement_id)
    if found.goes_on:
        ends = EndGoingOnForm(*given(request))
        act: Callable[[], None] = lambda: _end_going_on(request, found, ends)  # noqa: E731
        return _went_on(request, found, ends, act, _("End the exception"))
    form = GoesOnForm(
        *given(request), colleagues=platform.colleagues(seen_by=request.officer),
        initial={"people_affected": found.wording.people_supported},
    )  # fmt: skip
    return _went_on(
        request, found, form, lambda: _let_go_on(request, found, form), _("Let care go on")
    )


@policy(Act.WRITE_AGREEMENT)
@require_POST
def approval(request: OfficerRequest, agreement_id: UUID) -> HttpResponse:
    """Asks for the approval, takes it over, or confirms that it is taken back."""
    found = agreement_of(request, agreement_id)
    act, said, makes = APPROVALS.get(request.POST.get("what", ""), NOTHING)
    try:
        act(agreement_id=found.id, **done_by(request, makes=makes))
    except contract.CannotDo as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, said)
    return redirect("contract:agreement", agreement_id)


def _nothing(**_: object) -> None:
    """What a form that names no act asks for."""
    raise contract.CannotDo([contract.Blocker("", "Choose what to do with the approval")])


NOTHING: Final = (_nothing, "", False)
APPROVALS: Final[dict[str, tuple[Callable[..., object], Any, bool]]] = {
    "ask": (contract.ask_for_approval, lazy("The approval has been asked for."), True),
    "take_over": (contract.take_over_approval, lazy("The agreement is approved."), False),
    "confirm": (contract.confirm_taking_back, lazy("It is a draft again."), False),
}


def form_page(
    request: OfficerRequest, found: contract.Agreement, form: PlainForm, title: str, button: str
) -> HttpResponse:
    """A page that asks about one agreement."""
    page = {
        "title": title, "caption": f"{found.reference} {found.wording.title}", "form": form,
        "button": button, "crumbs": crumbs(found),
        "cancel": reverse("contract:agreement", args=[found.id]),
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)


def done_by(request: OfficerRequest, *, makes: bool) -> dict[str, Any]:
    """Who does it and when; what makes something new is made once."""
    done: dict[str, Any] = {"by": request.officer, "at": now()}
    return {**done, "intent": intent_of(request)} if makes else done


def _sign(request: OfficerRequest, found: contract.Agreement, form: SignForm) -> None:
    said = form.cleaned_data
    contract.record_signature(
        agreement_id=found.id, party_id=UUID(said["party"]), signed_on=said["signed_on"],
        officer_id=form.chosen("officer"), name=said["name"], job_title=said["job_title"],
        reason=said["reason"], document=_copy_in(said), **done_by(request, makes=True),
    )  # fmt: skip


def _copy_in(said: dict[str, Any]) -> contract.GivenFile | None:
    copy = said.get("document")
    return contract.GivenFile(copy.name, copy) if copy else None


def _went_on(
    request: OfficerRequest, found: contract.Agreement, form: PlainForm,
    act: Callable[[], None], title: str,
) -> HttpResponse:  # fmt: skip
    if form.is_valid() and tried(form, act):
        messages.success(request, _("It is on the record."))
        return redirect("contract:agreement", found.id)
    return form_page(request, found, form, title, _("Record it"))


def _let_go_on(request: OfficerRequest, found: contract.Agreement, form: GoesOnForm) -> None:
    said = form.cleaned_data
    contract.let_care_go_on(
        agreement_id=found.id, reason=said["reason"], owner_id=UUID(said["owner"]),
        until=said["until"], people_affected=said["people_affected"],
        **done_by(request, makes=True),
    )  # fmt: skip


def _end_going_on(request: OfficerRequest, found: contract.Agreement, form: EndGoingOnForm) -> None:
    contract.end_going_on(
        agreement_id=found.id, how=form.cleaned_data["how"], **done_by(request, makes=False)
    )
