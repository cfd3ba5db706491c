"""A round written step by step, with the way back to each, and proposed from its summary."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.ui.forms import tried
from carewright.ui.rows import Link
from carewright.uplift import api as uplift
from carewright.uplift.web import presenters, writing
from carewright.uplift.web.round_forms import STEP_FORMS, RoundStepForm
from carewright.uplift.web.standing import standing_answers
from carewright.uplift.web.steps import next_april
from carewright.uplift.web.views.rounds import round_of
from carewright.uplift.web.views.steps import done_by, meant_by
from carewright.uplift.web.writing import STEP_NAMES, Answered, StepDone

FIRST = STEP_NAMES[0]


@policy(Act.PROPOSE_UPLIFT)
@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: OfficerRequest) -> HttpResponse:
    """The first step of a new round; what is typed in it begins a draft."""
    known = writing.known_to(request.officer, {})
    fresh = {"months_since": 3, "effective_on": next_april(localdate())}
    form = writing.step_form(FIRST, known, {}, _sent(request), fresh=fresh)
    if request.method == "POST" and form.is_valid():
        return _begun(request, {FIRST: writing.typed_in(request.POST, form)})
    return _step_page(request, FIRST, form, back=reverse("uplift:rounds"))


@policy(Act.PROPOSE_UPLIFT)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: OfficerRequest, round_id: UUID) -> HttpResponse:
    """The first step of another wording of a round, filled as the round stands."""
    found = round_of(request, round_id)
    known = writing.known_to(request.officer, {})
    stands = writing.as_typed(standing_answers(found), known)
    form = writing.step_form(FIRST, known, stands, _sent(request))
    if request.method == "POST" and form.is_valid():
        answers = {**stands, FIRST: writing.typed_in(request.POST, form)}
        refused = []
        if tried(form, lambda: refused.append(_begun(request, answers, found.id))):
            return refused[0]
    return _step_page(request, FIRST, form, back=reverse("uplift:round", args=[round_id]))


@policy(Act.PROPOSE_UPLIFT)
@require_http_methods(["GET", "HEAD", "POST"])
def draft_step(request: OfficerRequest, uplift_draft: UUID, draft_step: str) -> HttpResponse:
    """One step of a draft; once it is right, the next that nobody answered, or the summary."""
    draft = _draft(request, uplift_draft)
    if draft_step not in STEP_FORMS:
        raise Http404
    known = writing.known_to(request.officer, draft.answers)
    form = writing.step_form(draft_step, known, draft.answers, _sent(request))
    if request.method == "POST" and form.is_valid():
        uplift.save_draft_step(
            draft_id=draft.id, step=draft_step, typed=writing.typed_in(request.POST, form),
            **done_by(request),
        )  # fmt: skip
        return redirect(_next({**draft.answers, draft_step: {}}, draft.id))
    return _step_page(request, draft_step, form, back=_before(draft_step, draft.id))


@policy(Act.PROPOSE_UPLIFT)
@require_http_methods(["GET", "HEAD", "POST"])
def draft_check(request: OfficerRequest, uplift_draft: UUID) -> HttpResponse:
    """Everything that was typed, with a way back to each step; from here it is proposed."""
    draft = _draft(request, uplift_draft)
    forms = writing.whole(writing.known_to(request.officer, draft.answers), draft.answers)
    if wrong := writing.to_put_right(forms):
        messages.error(request, _("Put right what is marked here first."))
        return redirect("uplift:draft_step", draft.id, wrong)
    refused: list[str] = []
    if request.method == "POST":
        try:
            return redirect("uplift:round", _proposed(request, draft, writing.proposal(forms)))
        except uplift.CannotDo as no:
            refused = [each.says for each in no.blockers]
    page = {
        "title": _("Check the round before you propose it"), "crumbs": presenters.crumbs(),
        "steps": [_done(step, form, draft.id) for step, form in forms.items()],
        "button": _("Save the changes") if draft.round_id else _("Propose it"),
        "refused": refused, "back": _address(draft.id, STEP_NAMES[-1]),
        "discard": reverse("uplift:draft_discard", args=[draft.id]),
    }  # fmt: skip
    return render(request, "uplift/draft_check.html", page)


@policy(Act.PROPOSE_UPLIFT)
@require_POST
def draft_discard(request: OfficerRequest, uplift_draft: UUID) -> HttpResponse:
    """Throws a draft away, for whoever says so."""
    draft = _draft(request, uplift_draft)
    if request.POST.get("what") != "discard":
        return redirect("uplift:draft_check", draft.id)
    uplift.discard_draft(draft_id=draft.id, **done_by(request))
    messages.success(request, _("The draft is thrown away."))
    return redirect("uplift:rounds")


def _draft(request: OfficerRequest, draft_id: UUID) -> uplift.Draft:
    """The draft; a stranger's does not exist."""
    try:
        return uplift.draft(draft_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None


def _sent(request: OfficerRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _begun(
    request: OfficerRequest, answers: uplift.Answers, round_id: UUID | None = None
) -> HttpResponse:
    draft_id = uplift.begin_draft(answers=answers, round_id=round_id, **meant_by(request))
    return redirect(_next(answers, draft_id))


def _proposed(request: OfficerRequest, draft: uplift.Draft, proposal: uplift.Proposal) -> UUID:
    """Proposes the round, or changes the one that the draft is of; its id."""
    if draft.round_id is not None:
        uplift.change_proposal(
            round_id=draft.round_id, proposal=proposal, draft_id=draft.id, **meant_by(request)
        )
        messages.success(request, _("The round is changed. Preview it again."))
        return draft.round_id
    round_id = uplift.propose_round(proposal=proposal, draft_id=draft.id, **meant_by(request))
    messages.success(request, _("The round is proposed. Preview what it would do."))
    return round_id


def _next(answers: uplift.Answers, draft_id: UUID) -> str:
    step = uplift.next_open(STEP_NAMES, answers)
    return _address(draft_id, step) if step else reverse("uplift:draft_check", args=[draft_id])


def _address(draft_id: UUID, step: str) -> str:
    return reverse("uplift:draft_step", args=[draft_id, step])


def _before(step: str, draft_id: UUID) -> str:
    place = STEP_NAMES.index(step)
    return _address(draft_id, STEP_NAMES[place - 1]) if place else reverse("uplift:rounds")


def _done(step: str, form: RoundStepForm, draft_id: UUID) -> StepDone:
    told = writing.answered(form) or (Answered(_("Nothing"), _("Left empty")),)
    return StepDone(str(STEP_FORMS[step][0]), _address(draft_id, step), told)


def _step_page(
    request: OfficerRequest, step: str, form: RoundStepForm, *, back: str
) -> HttpResponse:
    place = STEP_NAMES.index(step) + 1
    page = {
        "title": str(STEP_FORMS[step][0]), "form": form, "crumbs": presenters.crumbs(),
        "caption": _("Uplift round, step %(place)s of %(steps)s")
        % {"place": place, "steps": len(STEP_NAMES)},
        "back": Link(_("Back"), back), "button": _("Save and continue"),
    }  # fmt: skip
    return render(request, "uplift/draft_step.html", page)
