"""Scrutiny before the decision, and what members can look up of every decision."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from carewright.govern import api as govern
from carewright.govern.api import SourceKind
from carewright.govern.web.forms import given
from carewright.govern.web.forms_of_members import (
    AnswerForm,
    AskForm,
    CallForm,
    CannotWaitForm,
    EndForm,
)
from carewright.govern.web.lists import DECISIONS
from carewright.govern.web.places import crumbs, places
from carewright.govern.web.views.papers import paper_of
from carewright.govern.web.views.refusals import tried
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, intent_of, policy
from carewright.ui.exports import download


@policy(Act.SEE_PAPERS)
@require_safe
def decisions(request: OfficerRequest) -> HttpResponseBase:
    """What was decided by whom under which power, with what members asked."""
    asked = DECISIONS.asked(request.GET)
    found = govern.decisions(seen_by=request.officer, at=now())
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Decisions"),
        "places": places(request.officer, "decisions"),
        "list": asked.page_of(found),
    }
    return render(request, "govern/decisions.html", page)


@policy(Act.CALL_FOR_SCRUTINY)
@require_http_methods(["GET", "HEAD", "POST"])
def call(request: OfficerRequest, paper_id: UUID) -> HttpResponse:
    """Calls for scrutiny; the decision, or what was decided, waits until it has ended."""
    found, form = paper_of(request, paper_id, Act.CALL_FOR_SCRUTINY), CallForm(*given(request))
    decided = found.state is govern.PaperState.DECIDED
    if form.is_valid() and tried(
        form,
        lambda: govern.call_for_scrutiny(
            paper_id=paper_id, reason=form.cleaned_data["reason"], intent=intent_of(request),
            by=request.officer, at=now(),
        ),
    ):  # fmt: skip
        messages.success(request, _("Scrutiny has begun. The decision waits."))
        return redirect("govern:paper", paper_id)
    title = _("Call the decision in") if decided else _("Call for scrutiny")
    return _form_page(request, found, form, title)


@policy(Act.CALL_FOR_SCRUTINY)
@require_http_methods(["GET", "HEAD", "POST"])
def cannot_wait(request: OfficerRequest, paper_id: UUID) -> HttpResponse:
    """Agrees for scrutiny that a decision goes on without members' days."""
    found = paper_of(request, paper_id, Act.CALL_FOR_SCRUTINY)
    form = CannotWaitForm(*given(request))
    if form.is_valid() and tried(
        form,
        lambda: govern.spare_the_days(
            paper_id=paper_id, reason=form.cleaned_data["reason"], intent=intent_of(request),
            by=request.officer, at=now(),
        ),
    ):  # fmt: skip
        messages.success(request, _("The decision goes on without members' days."))
        return redirect("govern:paper", paper_id)
    return _form_page(request, found, form, _("Agree that it cannot wait"))


@policy(Act.ASK_ABOUT_PAPER)
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: OfficerRequest, paper_id: UUID) -> HttpResponse:
    """Asks the officers a question about the paper."""
    found, form = paper_of(request, paper_id, Act.ASK_ABOUT_PAPER), AskForm(*given(request))
    if form.is_valid() and tried(
        form,
        lambda: govern.ask_question(
            paper_id=paper_id, text=form.cleaned_data["text"], intent=intent_of(request),
            by=request.officer, at=now(),
        ),
    ):  # fmt: skip
        messages.success(request, _("Your question is asked. You are told of the answer."))
        return redirect("govern:paper", paper_id)
    return _form_page(request, found, form, _("Ask a question"))


@policy(Act.CALL_FOR_SCRUTINY)
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: OfficerRequest, paper_id: UUID) -> HttpResponse:
    """Ends scrutiny with what it recommends."""
    found, form = paper_of(request, paper_id, Act.CALL_FOR_SCRUTINY), EndForm(*given(request))
    if form.is_valid() and tried(
        form,
        lambda: govern.end_scrutiny(
            paper_id=paper_id, recommendation=form.cleaned_data["recommendation"],
            intent=intent_of(request), by=request.officer, at=now(),
        ),
    ):  # fmt: skip
        messages.success(request, _("Scrutiny has ended. The decision can be taken."))
        return redirect("govern:paper", paper_id)
    return _form_page(request, found, form, _("End scrutiny"))


@policy(Act.ANSWER_ABOUT_PAPER)
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: OfficerRequest, question_id: UUID) -> HttpResponse:
    """Answers a member's question, with a source."""
    try:
        paper_id, question = govern.question(question_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None
    found, form = paper_of(request, paper_id, Act.ANSWER_ABOUT_PAPER), AnswerForm(*given(request))
    if form.is_valid() and tried(form, lambda: _answer(request, question_id, form)):
        messages.success(request, _("Answered. Whoever asked was told."))
        return redirect("govern:paper", paper_id)
    return _form_page(request, found, form, _("Answer"), lead=question.text)


def _answer(request: OfficerRequest, question_id: UUID, form: AnswerForm) -> None:
    said = form.cleaned_data
    govern.answer_question(
        question_id=question_id, text=said["text"], source_kind=SourceKind(said["source_kind"]),
        source_title=said["source_title"], source=said["source"], file=form.given_file,
        intent=intent_of(request), by=request.officer, at=now(),
    )  # fmt: skip


def _form_page(
    request: OfficerRequest, found: govern.Paper, form: Any, title: str, *, lead: str = ""
) -> HttpResponse:
    page = {
        "title": title, "caption": f"{found.reference} {found.title}", "lead": lead,
        "crumbs": crumbs(found), "form": form, "button": title,
        "cancel": reverse("govern:paper", args=[found.id]),
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)
