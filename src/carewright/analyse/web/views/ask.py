"""Choosing what to analyse, and the analyses made before."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from carewright.analyse import api as analyse
from carewright.analyse.jobs import queue_answer
from carewright.analyse.web import choices
from carewright.analyse.web.forms import QuestionForm
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.register import api as register
from carewright.ui.exports import download
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright_engine.provision.questions import Question

RUNS = Listing(
    name="analyses",
    caption=_("Analyses made before"),
    columns=(
        ListColumn("title", _("Analysis"), sort="title", link=lambda run: f"/analyse/{run.pk}/"),
        ListColumn("asked_by_name", _("Asked for by"), sort="asked_by_name"),
        ListColumn("asked_at", _("Asked"), kind="datetime", sort="asked_at"),
        ListColumn("answered_at", _("Answered"), kind="datetime"),
    ),
    filters=(ListFilter("q", _("Area or kind"), fields=("title",)),),
    sort="-asked_at",
)


@policy(Act.SEE_ANALYSIS)
@require_safe
def areas(request: OfficerRequest) -> HttpResponse:
    """Where an analysis begins: the question, and the analyses made before."""
    asked = RUNS.asked(request.GET)
    runs = analyse.runs(seen_by=request.officer)
    if asked.download:
        return download(asked, runs)
    form = _form(request, None)
    page = {"title": "Analyse care provision", "form": form, "list": asked.page_of(runs)}
    return render(request, "analyse/areas.html", page)


@policy(Act.RUN_ANALYSIS)
@require_http_methods(["POST"])
def ask(request: OfficerRequest) -> HttpResponse:
    """Asks; the answer is read at once when it is there already."""
    form = _form(request, request.POST)
    if not form.is_valid():
        page = {"title": "Analyse care provision", "form": form, "list": None}
        return render(request, "analyse/areas.html", page)
    question = _question(form, request)
    run_id = analyse.ask_for_analysis(
        question=question,
        title=_title(question),
        queue=partial(queue_answer, by=request.officer),
        by=request.officer,
        at=now(),
    )
    return redirect("analyse:run", run_id)


def _form(request: OfficerRequest, given: Any) -> QuestionForm:
    found = choices.areas(register.inputs_for(seen_by=request.officer))
    own = choices.own_area(request.officer, found)
    return QuestionForm(
        given,
        areas=choices.area_options(found),
        days=choices.days(seen_by=request.officer),
        initial={
            "area": choices.key_of(own) if own else "",
            "kind": "care_homes",
            "care_group": "older_people",
        },
    )


def _question(form: QuestionForm, request: OfficerRequest) -> Question:
    found = choices.areas(register.inputs_for(seen_by=request.officer))
    return Question(
        area=choices.area_of(form.cleaned_data["area"], found),
        as_at=date.fromisoformat(form.cleaned_data["as_at"]),
        kind=form.cleaned_data["kind"] or None,
        care_group=form.cleaned_data["care_group"] or None,
    )


def _title(question: Question) -> str:
    from carewright_engine.provision.kinds_of_care import KIND_BY_KEY

    kind = KIND_BY_KEY[question.kind].name if question.kind else "Every kind of care"
    group = f", {question.care_group.replace('_', ' ')}" if question.care_group else ""
    return f"{kind}{group}, {question.area.name}, {question.as_at:%-d %B %Y}"
