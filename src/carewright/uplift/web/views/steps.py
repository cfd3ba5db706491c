"""The steps by which a round goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods, require_POST

from carewright.contract.api import Unit
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, intent_of, policy
from carewright.ui.formats import pounds
from carewright.ui.forms import PlainForm, given, tried
from carewright.uplift import api as uplift
from carewright.uplift.web.forms import FloorForm, SettlementForm, WhyForm, share
from carewright.uplift.web.presenters import caption, crumbs
from carewright.uplift.web.steps import below, step_named
from carewright.uplift.web.views.rounds import round_of


@policy(Act.PROPOSE_UPLIFT)
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: OfficerRequest, round_id: UUID, uplift_step: str) -> HttpResponse:
    """One step: its questions, and the action that they lead to."""
    found, asked = round_of(request, round_id), step_named(uplift_step)
    form = asked.form(request, found, given(request))
    if form.is_valid() and tried(form, lambda: asked.save(found, form, meant_by(request))):
        messages.success(request, asked.said)
        return redirect("uplift:round", round_id)
    return form_page(request, found, form, str(asked.title), str(asked.button))


@policy(Act.PROPOSE_UPLIFT)
@require_POST
def go_on(request: OfficerRequest, round_id: UUID) -> HttpResponse:
    """Previews the round, asks for its approval, or takes the approval over."""
    return _done(request, round_id, GO_ON)


@policy(Act.APPLY_UPLIFT)
@require_POST
def apply(request: OfficerRequest, round_id: UUID) -> HttpResponse:
    """Applies the round, confirms that it is taken back, or closes it as paid."""
    return _done(request, round_id, APPLY)


@policy(Act.APPLY_UPLIFT)
@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: OfficerRequest, round_id: UUID) -> HttpResponse:
    """Asks a second person to take an applied round back."""
    return _with_a_reason(request, round_id, ASK)


@policy(Act.APPLY_UPLIFT)
@require_http_methods(["GET", "HEAD", "POST"])
def let_stand(request: OfficerRequest, round_id: UUID) -> HttpResponse:
    """A round stands after all: whoever asked to take it back withdraws that, others decline it."""
    found = round_of(request, round_id)
    own = platform.is_same_person(request.officer, found.undo_asked_by_account)
    return _with_a_reason(request, round_id, WITHDRAW if own else DECLINE)


@policy(Act.SIGN_FLOOR_REASON)
@require_http_methods(["GET", "HEAD", "POST"])
def floor(request: OfficerRequest, round_id: UUID) -> HttpResponse:
    """A director signs why a price stands below the least cost of care."""
    found = round_of(request, round_id)
    offered = [
        (str(e.id), f"{e.reference}, {e.priced}: {pounds(e.new_pence)} of {pounds(e.floor_pence)}")
        for e in below(request, found)
    ]
    form = FloorForm(*given(request), offered=offered)
    if form.is_valid() and tried(form, lambda: uplift.sign_floor_reason(
        round_id=found.id, line_id=UUID(form.cleaned_data["which"]),
        reason=form.cleaned_data["reason"], **meant_by(request),
    )):  # fmt: skip
        messages.success(request, _("The reason is on the record, with your name."))
        return redirect("uplift:round", round_id)
    return form_page(request, found, form, _("Sign a reason"), _("Sign"))


@policy(Act.PROPOSE_UPLIFT)
@require_http_methods(["GET", "HEAD", "POST"])
def settlement(request: OfficerRequest) -> HttpResponse:
    """Records a rise that was settled for the whole country."""
    form = SettlementForm(*given(request))
    if form.is_valid() and tried(form, lambda: _settle(request, form)):
        messages.success(request, _("The settlement is kept. Rounds can be made from it."))
        return redirect("uplift:rounds")
    page = {
        "title": _("Record a national settlement"), "form": form, "button": _("Keep it"),
        "crumbs": crumbs(), "cancel": reverse("uplift:rounds"),
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)


def _settle(request: OfficerRequest, form: SettlementForm) -> None:
    said = form.cleaned_data
    uplift.record_settlement(
        name=said["name"], unit=Unit(said["unit"]), rise=share(said["rise"]),
        effective_on=said["effective_on"], agreed_on=said["agreed_on"], source=said["source"],
        **meant_by(request),
    )  # fmt: skip


def done_by(request: OfficerRequest) -> dict[str, Any]:
    """Who does it and when."""
    return {"by": request.officer, "at": now()}


def meant_by(request: OfficerRequest) -> dict[str, Any]:
    """Who does it and when, once: the same form sent again changes nothing more."""
    return {**done_by(request), "intent": intent_of(request)}


@dataclass(frozen=True)
class WithReason:
    """Something that takes a reason and nothing else: its page and what is said once it is done."""

    act: Callable[..., object]
    title: Any
    button: Any
    said: Any


def _with_a_reason(request: OfficerRequest, round_id: UUID, asked: WithReason) -> HttpResponse:
    found, form = round_of(request, round_id), WhyForm(*given(request))
    if form.is_valid() and tried(form, lambda: asked.act(
        round_id=found.id, reason=form.cleaned_data["reason"], **meant_by(request)
    )):  # fmt: skip
        messages.success(request, asked.said)
        return redirect("uplift:round", round_id)
    return form_page(request, found, form, str(asked.title), str(asked.button))


def form_page(
    request: OfficerRequest, found: uplift.Round, form: PlainForm, title: str, button: str
) -> HttpResponse:
    """A page that asks about one round."""
    page = {
        "title": title, "caption": caption(found), "form": form, "button": button,
        "crumbs": crumbs(found), "cancel": reverse("uplift:round", args=[found.id]),
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)


Act_ = tuple[Callable[..., object], Any]


def _done(request: OfficerRequest, round_id: UUID, acts: dict[str, Act_]) -> HttpResponse:
    found = round_of(request, round_id)
    act, said = acts.get(request.POST.get("what", ""), (_nothing, ""))
    try:
        act(round_id=found.id, **done_by(request))
    except uplift.CannotDo as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, said)
    return redirect("uplift:round", round_id)


def _nothing(**_told: object) -> None:
    """What a form that names no act asks for."""
    raise uplift.CannotDo([platform.Blocker("", "Choose what to do with the round")])


ASK: Final = WithReason(
    uplift.ask_to_reverse, lazy("Take the round back"), lazy("Ask a second person"),
    lazy("Another person has to confirm it now."),
)  # fmt: skip
WITHDRAW: Final = WithReason(
    uplift.withdraw_reversal, lazy("Let the round stand after all"), lazy("Ask no longer"),
    lazy("The round stands; nobody is asked any longer to take it back."),
)  # fmt: skip
DECLINE: Final = WithReason(
    uplift.decline_reversal, lazy("Decline to take the round back"), lazy("Decline"),
    lazy("The round stands, with your reason on the record."),
)  # fmt: skip
GO_ON: Final[dict[str, Act_]] = {
    "preview": (uplift.preview_round, lazy("The round is worked out, and kept as it is.")),
    "ask": (uplift.ask_for_approval, lazy("The approval has been asked for.")),
    "take_over": (uplift.take_over_approval, lazy("The round is approved.")),
}
APPLY: Final[dict[str, Act_]] = {
    "apply": (uplift.apply_round, lazy("The new prices stand.")),
    "confirm": (uplift.confirm_reversal, lazy("The round is taken back; the old prices go on.")),
    "paid": (uplift.close_as_paid, lazy("The round is paid and closed.")),
}
