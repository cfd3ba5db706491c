"""Writing a decision step by step: each is saved by itself, complete or not."""

from __future__ import annotations

from typing import Final, TypeVar
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from carewright.plan import api as plan
from carewright.plan.api import QUESTIONS, Option, Step
from carewright.plan.web import presenters
from carewright.plan.web.places import crumbs
from carewright.plan.web.steps import STEPS, Asked, ending_step, evidence_step, option_step
from carewright.plan.web.views.decisions import decision_of
from carewright.platform.api import Act, OfficerRequest, intent_of, policy
from carewright.ui.forms import given, tried

METHODS: Final = ["GET", "HEAD", "POST"]
Code = TypeVar("Code", Step, Option)
#: From which step an entry is taken out; evidence says its own.
BACK_TO: Final = {"ending": Step.ENDS, "advice": Step.ADVICE}


@policy(Act.WRITE_SOURCING)
@require_http_methods(METHODS)
def step(request: OfficerRequest, decision_id: UUID, sourcing_step: str) -> HttpResponse:
    """One step: its questions, and what stands in it."""
    found, part = _draft(request, decision_id), _one_of(Step, sourcing_step)
    if part is Step.OPTIONS:
        return _all_options(request, found)
    back = reverse("plan:decision", args=[decision_id])
    then = reverse("plan:step", args=[decision_id, part.value]) if part is Step.ADVICE else back
    return _ask(request, found, STEPS[part], back=back, then=then, part=part)


@policy(Act.WRITE_SOURCING)
@require_http_methods(METHODS)
def option(request: OfficerRequest, decision_id: UUID, sourcing_option: str) -> HttpResponse:
    """One option against the criteria that all share."""
    found, which = _draft(request, decision_id), _one_of(Option, sourcing_option)
    back = reverse("plan:step", args=[decision_id, Step.OPTIONS.value])
    return _ask(request, found, option_step(which), back=back, then=back)


@policy(Act.WRITE_SOURCING)
@require_http_methods(METHODS)
def evidence(request: OfficerRequest, decision_id: UUID, sourcing_step: str) -> HttpResponse:
    """Links what the answer to a question rests on."""
    found, part = _draft(request, decision_id), _one_of(Step, sourcing_step)
    if part not in QUESTIONS:
        raise Http404
    back = reverse("plan:step", args=[decision_id, part.value])
    return _ask(request, found, evidence_step(part), back=back, then=back)


@policy(Act.WRITE_SOURCING)
@require_http_methods(METHODS)
def ending(request: OfficerRequest, decision_id: UUID) -> HttpResponse:
    """Names an agreement that ends."""
    found = _draft(request, decision_id)
    back = reverse("plan:step", args=[decision_id, Step.ENDS.value])
    return _ask(request, found, ending_step(request.GET.dict()), back=back, then=back)


@policy(Act.WRITE_SOURCING)
@require_POST
def take_out(
    request: OfficerRequest, decision_id: UUID, sourcing_part: str, entry_id: UUID
) -> HttpResponse:
    """Takes an entry out of a decision that is still being written."""
    found = _draft(request, decision_id)
    if sourcing_part not in {*BACK_TO, "evidence"}:
        raise Http404
    rests_on = next((each.step for each in found.evidence if each.id == entry_id), Step.NEEDS)
    try:
        plan.take_out(
            decision_id=decision_id, part=sourcing_part, part_id=entry_id, by=request.officer,
            at=now(),
        )  # fmt: skip
    except plan.CannotDo as refused:
        messages.error(request, str(refused))
        return redirect("plan:decision", decision_id)
    messages.success(request, _("Taken out. The record keeps what it said."))
    return redirect("plan:step", decision_id, BACK_TO.get(sourcing_part, rests_on).value)


def _draft(request: OfficerRequest, decision_id: UUID) -> plan.Decision:
    """What may be written in; of what was decided only the reading page is left."""
    return decision_of(request, decision_id, Act.WRITE_SOURCING)


def _one_of(codes: type[Code], wanted: str) -> Code:
    try:
        return codes(wanted)
    except ValueError:
        raise Http404 from None


def _ask(
    request: OfficerRequest, found: plan.Decision, asked: Asked, *, back: str, then: str,
    part: Step | None = None,
) -> HttpResponse:  # fmt: skip
    """Asks, or does what was answered; what others decide on by now is only read."""
    if not found.open_to_change:
        return redirect("plan:decision", found.id)
    form = asked.form(request, found, given(request))
    done = {"by": request.officer, "at": now()}
    if asked.makes:
        done["intent"] = intent_of(request)
    if form.is_valid() and tried(form, lambda: asked.save(found, form, done)):
        messages.success(request, asked.said)
        return redirect(then)
    page = {
        "title": asked.title, "caption": f"{found.reference} {found.title}", "form": form,
        "button": asked.button, "crumbs": crumbs(found), "back": back,
        "entries": (), "more": None, "to_do": (), "limits": (),
    }  # fmt: skip
    if part is not None:
        page |= _beside(request, found, part)
    return render(request, "plan/step.html", page)


def _beside(request: OfficerRequest, found: plan.Decision, part: Step) -> dict[str, object]:
    left = plan.what_is_open(found.id, seen_by=request.officer, on=localdate())
    return {
        "entries": presenters.entries(found, part), "more": presenters.more(found, part),
        "to_do": left.of(part),
        "limits": left.limits if part is Step.RULES else (),
    }  # fmt: skip


def _all_options(request: OfficerRequest, found: plan.Decision) -> HttpResponse:
    if not found.open_to_change:
        return redirect("plan:decision", found.id)
    page = {
        "title": Step.OPTIONS.label, "caption": f"{found.reference} {found.title}",
        "crumbs": crumbs(found), "options": presenters.option_links(found),
        "back": reverse("plan:decision", args=[found.id]),
    }  # fmt: skip
    return render(request, "plan/options.html", page)
