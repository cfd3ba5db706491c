"""Deciding a step, recording a minute, answering questions, acting first, taking back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from carewright.decide import api as decide
from carewright.decide.api import Outcome
from carewright.decide.web import presenters
from carewright.decide.web.forms import DecideForm, MinuteForm, WordsForm
from carewright.decide.web.places import crumbs
from carewright.decide.web.views.requests import found_request
from carewright.platform.api import Act, OfficerRequest, intent_of, policy
from carewright.ui.forms import PlainForm, given, tried

ASKS = require_http_methods(["GET", "HEAD", "POST"])
DONE = {
    Outcome.APPROVE: gettext_lazy("You approved this step. It is on the record."),
    Outcome.DECLINE: gettext_lazy("You declined it. Whoever asked has been told why."),
    Outcome.RETURN: gettext_lazy("You sent it back. Whoever asked has been told your questions."),
}


@policy(Act.DECIDE_REQUEST)
@ASKS
def decide_step(request: OfficerRequest, request_id: UUID, step_id: UUID) -> HttpResponse:
    """Approves, declines or sends back."""
    found, step = _step(request, request_id, step_id)
    form = DecideForm(*given(request))
    if form.is_valid() and tried(
        form,
        lambda: decide.decide_step(
            step_id=step_id, outcome=Outcome(form.cleaned_data["outcome"]),
            reason=form.cleaned_data["reason"], intent=intent_of(request), by=request.officer,
            at=now(),
        ),
    ):  # fmt: skip
        messages.success(request, DONE[Outcome(form.cleaned_data["outcome"])])
        return redirect("decide:request", request_id)
    title = _("Decide: %(title)s") % {"title": found.title}
    return _ask(request, found, form, title, _("Record my decision"), step=step)


@policy(Act.RECORD_MINUTE)
@ASKS
def minute(request: OfficerRequest, request_id: UUID, step_id: UUID) -> HttpResponse:
    """Records what a committee resolved, unless that is done at a meeting of another stage."""
    _own_request(request, request_id)
    found, step = _step(request, request_id, step_id)
    if found.minutes_link:
        return redirect(found.minutes_link)
    form = MinuteForm(*given(request))
    if form.is_valid() and tried(form, lambda: _record(request, step_id, form.cleaned_data)):
        messages.success(request, _("The minute is on the record."))
        return redirect("decide:request", request_id)
    title = _("Record the minute of %(body)s") % {"body": step.committee or _("no committee")}
    return _ask(request, found, form, title, _("Record the minute"), step=step)


def _record(request: OfficerRequest, step_id: UUID, said: dict[str, Any]) -> None:
    decide.record_minute(
        step_id=step_id, outcome=Outcome(said["outcome"]), met_on=said["met_on"],
        minute_reference=said["minute_reference"], reason=said["reason"],
        intent=intent_of(request), by=request.officer, at=now(),
    )  # fmt: skip


@policy(Act.REQUEST_APPROVAL)
@ASKS
def answer(request: OfficerRequest, request_id: UUID) -> HttpResponse:
    """Answers the questions with which a request came back."""

    def act(words: str) -> None:
        decide.answer_questions(
            request_id=request_id, words=words, intent=intent_of(request), by=request.officer,
            at=now(),
        )  # fmt: skip

    return _words(
        request, request_id, act, title=_("Answer the questions"), button=_("Send it on again"),
        label=_("Your answers"), hint=_("What was approved before stays approved."),
        done=_("Your answers have been sent to whoever asked the questions."),
    )  # fmt: skip


@policy(Act.REQUEST_APPROVAL)
@ASKS
def withdraw(request: OfficerRequest, request_id: UUID) -> HttpResponse:
    """Takes a request back before it is decided."""

    def act(words: str) -> None:
        decide.withdraw_request(request_id=request_id, reason=words, by=request.officer, at=now())

    return _words(
        request, request_id, act, title=_("Take the request back"),
        button=_("Take the request back"), label=_("Why do you take it back?"),
        hint=_("It can be asked again later, from the start."),
        done=_("The request was taken back. Nobody will decide it."),
    )  # fmt: skip


@policy(Act.USE_URGENT_POWER)
@ASKS
def act_now(request: OfficerRequest, request_id: UUID) -> HttpResponse:
    """Acts before approval, where the scheme gives a power to."""

    def act(words: str) -> None:
        decide.use_urgent_power(
            request_id=request_id, ground=words, intent=intent_of(request), by=request.officer,
            at=now(),
        )  # fmt: skip

    return _words(
        request, request_id, act, title=_("Act now, before approval"),
        button=_("Record that I act now"),
        label=_("Why can this not wait?"),
        hint=_("Directors and deciding members are told, and approval must still follow."),
        done=_("It is on the record that you act now. Approval must follow in the time shown."),
    )  # fmt: skip


def _words(
    request: OfficerRequest, request_id: UUID, act: Callable[[str], None], *,
    title: str, button: str, label: str, hint: str, done: str,
) -> HttpResponse:  # fmt: skip
    """A page with one question in words."""
    found = _own_request(request, request_id)
    form = WordsForm(*given(request), label=label, hint=hint)
    if form.is_valid() and tried(form, lambda: act(form.cleaned_data["words"])):
        messages.success(request, done)
        return redirect("decide:request", request_id)
    return _ask(request, found, form, title, button)


def _own_request(request: OfficerRequest, request_id: UUID) -> decide.Approval:
    """A request of the officer's own organisation: partners do not answer or take it back."""
    found = found_request(request, request_id)
    if found.organisation_id != request.officer.organisation.id:
        raise Http404
    return found


def _ask(
    request: OfficerRequest, found: decide.Approval, form: PlainForm, title: str, button: str,
    *, step: decide.Step | None = None,
) -> HttpResponse:  # fmt: skip
    page: dict[str, Any] = {
        "title": title, "caption": found.reference, "crumbs": crumbs(found), "form": form,
        "button": button, "facts": presenters.facts(found, by=request.officer),
        "about": found.title,
        "scheme": presenters.scheme_facts(found, by=request.officer),
        "missing": presenters.missing(found),
        "people": presenters.people(found), "step": step, "questions": presenters.questions(found),
    }  # fmt: skip
    return render(request, "decide/ask.html", page)


def _step(
    request: OfficerRequest, request_id: UUID, step_id: UUID
) -> tuple[decide.Approval, decide.Step]:
    found = found_request(request, request_id)
    step = next((each for each in found.steps if each.id == step_id), None)
    if step is None:
        raise Http404
    return found, step
