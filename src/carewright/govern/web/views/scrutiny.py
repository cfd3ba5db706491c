"""Scrutiny before the decision, and what members can look up of every decision."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from carewright.govern import api as govern
from carewright.govern.api import SourceKind
from carewright.govern.web.forms_of_members import (
    AnswerForm,
    AskForm,
    CallForm,
    CannotWaitForm,
    EndForm,
)
from carewright.govern.web.lists import DECISIONS
from carewright.govern.web.places import places
from carewright.govern.web.views.asking import asked
from carewright.govern.web.views.papers import paper_of
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, intent_of, policy
from carewright.ui.exports import download
from carewright.ui.forms import given


@policy(Act.SEE_PAPERS)
@require_safe
def decisions(request: OfficerRequest) -> HttpResponseBase:
    """What was decided by whom under which power, with what members asked."""
    question = DECISIONS.asked(request.GET)
    found = govern.decisions(seen_by=request.officer, at=now())
    if question.download:
        return download(question, found)
    page = {
        "title": _("Decisions"),
        "places": places(request.officer, "decisions"),
        "list": question.page_of(found),
    }
    return render(request, "govern/decisions.html", page)


@policy(Act.CALL_FOR_SCRUTINY)
@require_http_methods(["GET", "HEAD", "POST"])
def call(request: OfficerRequest, paper_id: UUID) -> HttpResponse:
    """Calls for scrutiny; the decision, or what was decided, waits until it has ended."""
    found, form = paper_of(request, paper_id, Act.CALL_FOR_SCRUTINY), CallForm(*given(request))
    decided = found.state is govern.PaperState.DECIDED
    return asked(
        request, found, form,
        lambda: govern.call_for_scrutiny(
            paper_id=paper_id, reason=form.cleaned_data["reason"], **_done_by(request)
        ),
        title=_("Call the decision in") if decided else _("Call for scrutiny"),
        done=_("Scrutiny has begun. The decision waits."),
    )  # fmt: skip


@policy(Act.CALL_FOR_SCRUTINY)
@require_http_methods(["GET", "HEAD", "POST"])
def cannot_wait(request: OfficerRequest, paper_id: UUID) -> HttpResponse:
    """Agrees for scrutiny that a decision goes on without members' days."""
    found = paper_of(request, paper_id, Act.CALL_FOR_SCRUTINY)
    form = CannotWaitForm(*given(request))
    return asked(
        request, found, form,
        lambda: govern.spare_the_days(
            paper_id=paper_id, reason=form.cleaned_data["reason"], **_done_by(request)
        ),
        title=_("Agree that it cannot wait"),
        done=_("The decision goes on without members' days."),
    )  # fmt: skip


@policy(Act.ASK_ABOUT_PAPER)
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: OfficerRequest, paper_id: UUID) -> HttpResponse:
    """Asks the officers a question about the paper."""
    found, form = paper_of(request, paper_id, Act.ASK_ABOUT_PAPER), AskForm(*given(request))
    return asked(
        request, found, form,
        lambda: govern.ask_question(
            paper_id=paper_id, text=form.cleaned_data["text"], **_done_by(request)
        ),
        title=_("Ask a question"), done=_("Your question is asked. You are told of the answer."),
    )  # fmt: skip


@policy(Act.CALL_FOR_SCRUTINY)
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: OfficerRequest, paper_id: UUID) -> HttpResponse:
    """Ends scrutiny with what it recommends."""
    found = paper_of(request, paper_id, Act.CALL_FOR_SCRUTINY)
    looks = govern.proceedings(paper_id, seen_by=request.officer).scrutinies
    called_in = any(each.after_decision and each.ended_at is None for each in looks)
    form = EndForm(*given(request), called_in=called_in)
    return asked(
        request, found, form,
        lambda: govern.end_scrutiny(
            paper_id=paper_id, recommendation=form.cleaned_data["recommendation"],
            decide_by=form.cleaned_data.get("decide_by"), **_done_by(request),
        ),
        title=_("End scrutiny"), done=_("Scrutiny has ended. Whoever asked was told."),
    )  # fmt: skip


@policy(Act.ANSWER_ABOUT_PAPER)
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: OfficerRequest, question_id: UUID) -> HttpResponse:
    """Answers a member's question, with a source."""
    try:
        paper_id, question = govern.question(question_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None
    found, form = paper_of(request, paper_id, Act.ANSWER_ABOUT_PAPER), AnswerForm(*given(request))
    return asked(
        request, found, form, lambda: _answer(request, question_id, form), title=_("Answer"),
        done=_("Answered. Whoever asked was told."), lead=question.text,
    )  # fmt: skip


def _answer(request: OfficerRequest, question_id: UUID, form: AnswerForm) -> None:
    said = form.cleaned_data
    govern.answer_question(
        question_id=question_id, text=said["text"], source_kind=SourceKind(said["source_kind"]),
        source_title=said["source_title"], source=said["source"], file=form.given_file,
        **_done_by(request),
    )  # fmt: skip


def _done_by(request: OfficerRequest) -> dict[str, Any]:
    """Who does it and when; sent twice, it is done once."""
    return {"intent": intent_of(request), "by": request.officer, "at": now()}
