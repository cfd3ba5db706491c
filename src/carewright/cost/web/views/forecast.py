"""The forecast of spend, and figures that a published decision implies."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from carewright.cost import api as cost
from carewright.cost.web import presenters
from carewright.cost.web.asking import Question, forecast_list, projections_offered, question_of
from carewright.cost.web.forms import GrowthForm, WageForm
from carewright.cost.web.places import crumbs, places
from carewright.cost.web.words import rise, solved_sentence
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.ui.exports import download, download_sheet
from carewright_engine.costing.solving import NoSolution, solve_growth, solve_wage_rise

#: Wokingham's home care, and Nottinghamshire's fees of 2024/25, as both published them.
GROWTH_EXAMPLE: Final = {"first_year": 1_400_000_000, "total": 7_400_000_000, "years": 5}
WAGE_EXAMPLE: Final = {"uplift": Decimal("6.86"), "weight": Decimal("0.70")}


@policy(Act.SEE_AGREEMENTS)
@require_safe
def forecast(request: OfficerRequest) -> HttpResponseBase:
    """What is committed and what is likely to be spent, line by line and year by year."""
    offered = projections_offered(seen_by=request.officer)
    question = question_of(request.GET)
    found, refused = _answered(request, question)
    asked = forecast_list(question, found.years, offered).asked(request.GET)
    if asked.download:
        return download(asked, found.lines)
    page = {
        "title": _("Committed and forecast spend"), "list": asked.page_of(found.lines),
        "places": places("forecast", request.officer), "refused": refused,
        **presenters.forecast_page(
            found, f"{reverse('cost:years')}?{asked.query}", localdate()
        ),
    }  # fmt: skip
    return render(request, "cost/forecast.html", page)


@policy(Act.SEE_AGREEMENTS)
@require_safe
def years(request: OfficerRequest) -> HttpResponseBase:
    """The parts of each year's forecast as a file."""
    found, _refused = _answered(request, question_of(request.GET))
    return download_sheet(presenters.years_sheet(found), "csv", name="forecast by year")


def _answered(request: OfficerRequest, question: Question) -> tuple[cost.Forecast, str]:
    """The forecast; without the projection where that does not tell of every year."""
    asked: dict[str, Any] = {
        "seen_by": request.officer, "on": localdate(), "years": question.years,
        "inflation": question.inflation, "summed_by": question.summed_by,
    }  # fmt: skip
    try:
        return cost.forecast(projection_id=question.projection_id, **asked), ""
    except cost.RiseNotGiven as refused:
        return cost.forecast(**asked), str(refused)
    except platform.NotFound:
        raise Http404 from None  # another organisation's projection, or none


@policy(Act.SEE_AGREEMENTS)
@require_safe
def solve(request: OfficerRequest) -> HttpResponse:
    """What a first year and a total imply, and what an uplift and a weight do."""
    growth = GrowthForm(request.GET if "total" in request.GET else None, initial=GROWTH_EXAMPLE)
    wage = WageForm(request.GET if "uplift" in request.GET else None, initial=WAGE_EXAMPLE)
    page = {
        "title": _("Solve a figure"), "crumbs": crumbs(),
        "places": places("solve", request.officer),
        "growth": growth, "grows": _grows(growth), "wage": wage, "rises": _rises(wage),
        "form": growth if growth.errors else wage,
    }  # fmt: skip
    return render(request, "cost/solve.html", page)


def _grows(form: GrowthForm) -> str:
    """The growth that solves what was given, or the example."""
    given: dict[str, Any] = form.cleaned_data if form.is_valid() else GROWTH_EXAMPLE
    if form.is_bound and form.errors:
        return ""
    try:
        growth = solve_growth(given["first_year"], given["total"], given["years"])
    except NoSolution as refused:
        form.add_error(None, str(refused))
        return ""
    return solved_sentence(given["first_year"], given["total"], given["years"], growth)


def _rises(form: WageForm) -> str:
    given: dict[str, Any] = form.cleaned_data if form.is_valid() else WAGE_EXAMPLE
    if form.is_bound and form.errors:
        return ""
    uplift, weight = given["uplift"] / 100, given["weight"]
    return _("An uplift of %(uplift)s at a weight of %(weight)s is a rise of wages of %(rise)s") % {
        "uplift": rise(uplift), "weight": weight, "rise": rise(solve_wage_rise(uplift, weight)),
    }  # fmt: skip
