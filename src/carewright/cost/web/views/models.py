"""Price models: the least price of home care, costs side by side, and the values they rest on."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from carewright.cost import api as cost
from carewright.cost.web import home_care as least
from carewright.cost.web.forms import HomeCareForm
from carewright.cost.web.places import crumbs, places
from carewright.cost.web.reference import VALUES, reference_page
from carewright.cost.web.side_by_side import side_by_side_page
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.ui.exports import download

WAGE_FLOOR = "wage.nlw"


@policy(Act.SEE_AGREEMENTS)
@require_safe
def home_care(request: OfficerRequest) -> HttpResponse:
    """The least price of an hour and of visits, and which own prices lie below it."""
    today = localdate()
    form = HomeCareForm(
        request.GET if "travel_minutes" in request.GET else None,
        initial=least.usual(today),
    )
    page: dict[str, Any] = {
        "title": _("Least price of home care"), "crumbs": crumbs(),
        "places": places("home_care", request.officer), "form": form, "facts": None,
        "rests_on": least.rests_on(today),
    }  # fmt: skip
    if not form.is_bound or form.is_valid():
        given = form.cleaned_data if form.is_bound else least.usual(today)
        asked = least.asked_of(given, cost.value_on(WAGE_FLOOR, given["on"]))
        paid = cost.prices_paid(seen_by=request.officer, on=today)
        page |= least.home_care_page(asked, cost.beside_least(asked.hour, asked.travel, paid))
    return render(request, "cost/home_care.html", page)


@policy(Act.SEE_AGREEMENTS)
@require_safe
def side_by_side(request: OfficerRequest) -> HttpResponse:
    """Councils' own care beside what they bought, with what is in and out."""
    found = cost.published_costs(seen_by=request.officer)
    own = cost.own_headline(found, request.officer.organisation.name)
    page = {
        "title": _("Costs side by side"), "crumbs": crumbs(),
        "places": places("side_by_side", request.officer),
        **side_by_side_page(found, own),
    }  # fmt: skip
    return render(request, "cost/side_by_side.html", page)


@policy(Act.SEE_AGREEMENTS)
@require_safe
def reference(request: OfficerRequest) -> HttpResponseBase:
    """Dated values with source and flag, how they moved, and totals that do not add up."""
    today = localdate()
    asked = VALUES.asked(request.GET)
    found = cost.dated_values(on=today)
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Reference data"), "crumbs": crumbs(),
        "places": places("reference", request.officer),
        "list": asked.page_of(found), **reference_page(today),
    }  # fmt: skip
    return render(request, "cost/reference.html", page)
