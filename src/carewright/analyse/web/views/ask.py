"""Choosing what to analyse, and the analyses made before."""

from __future__ import annotations

from functools import partial

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from carewright.analyse import api as analyse
from carewright.analyse.jobs import queue_answer
from carewright.analyse.web.choices import choices, form_of, key_of, question_of
from carewright.analyse.web.wording import kind_in_words
from carewright.platform.api import Act, OfficerRequest, may, policy
from carewright.ui.exports import download
from carewright.ui.formats import written_date
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.rows import Link
from carewright_engine.provision.questions import Question

RUNS = Listing(
    name="analyses",
    caption=_("Analyses made before"),
    columns=(
        ListColumn(
            "title",
            _("Analysis"),
            sort="title",
            link=lambda run: reverse("analyse:run", args=[run.pk]),
        ),
        ListColumn("asked_by_name", _("Asked for by"), sort="asked_by_name"),
        ListColumn("asked_at", _("Asked"), kind="datetime", sort="asked_at"),
        ListColumn("answered_at", _("Answered"), kind="datetime"),
    ),
    filters=(ListFilter("q", _("Area or kind"), fields=("title",)),),
    sort="-asked_at",
)
LOCALITIES = Listing(
    name="localities",
    caption=_("Localities"),
    columns=(
        ListColumn(
            "name",
            _("Locality"),
            sort="name",
            link=lambda each: f"{reverse('analyse:areas')}?area={key_of(each.area)}",
        ),
        ListColumn("council", _("Council"), sort="council"),
        ListColumn("code", _("Code"), value="area__code"),
    ),
    filters=(ListFilter("q", _("Name or code"), fields=("name", "area__code")),),
    sort="name",
)
TITLE = _("Analyse care provision")


@policy(Act.SEE_ANALYSIS)
@require_safe
def areas(request: OfficerRequest) -> HttpResponseBase:
    """Where an analysis begins: the question, and the analyses made before."""
    asked = RUNS.asked(request.GET)
    runs = analyse.runs(seen_by=request.officer)
    if asked.download:
        return download(asked, runs)
    form = None
    if may(request.officer, Act.RUN_ANALYSIS):
        form = form_of(choices(seen_by=request.officer), None, request.GET.dict())
    page = {"title": TITLE, "form": form, "list": asked.page_of(runs)}
    return render(request, "analyse/areas.html", page)


@policy(Act.SEE_ANALYSIS)
@require_safe
def localities(request: OfficerRequest) -> HttpResponseBase:
    """Areas smaller than a council, to be found by name; there may be more than a thousand."""
    asked = LOCALITIES.asked(request.GET)
    found = analyse.localities(seen_by=request.officer)
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Find a locality"),
        "crumbs": (Link("Analyse", reverse("analyse:areas")),),
        "list": asked.page_of(found),
    }
    return render(request, "analyse/localities.html", page)


@policy(Act.RUN_ANALYSIS)
@require_POST
def ask(request: OfficerRequest) -> HttpResponse:
    """Asks; the answer is read at once when it is there already."""
    found = choices(seen_by=request.officer)
    form = form_of(found, request.POST, {})
    if not form.is_valid():
        return render(
            request, "analyse/areas.html", {"title": TITLE, "form": form, "list": None}, status=400
        )
    question = question_of(found, form.cleaned_data)
    run_id = analyse.ask_for_analysis(
        question=question,
        title=title_of(question),
        queue=partial(queue_answer, by=request.officer),
        by=request.officer,
        at=now(),
    )
    return redirect("analyse:run", run_id)


def title_of(question: Question) -> str:
    """'Care homes for older people in Fife, 31 March 2022'."""
    kind = kind_in_words(question)
    return f"{kind} in {question.area.name}, {written_date(question.as_at)}"
