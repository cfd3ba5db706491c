"""Pages beside a projection: then and now, unpaid carers, delays, and every care group."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from carewright.foresee import api as foresee
from carewright.foresee.web import published
from carewright.platform.api import Act, OfficerRequest, policy


@policy(Act.SEE_ANALYSIS)
@require_safe
def then_and_now(request: OfficerRequest) -> HttpResponse:
    """Growth of older people as an audit gave it, beside what is projected now."""
    found = foresee.growth_then_and_now(seen_by=request.officer)
    page = published.then_and_now_page(found) | {"places": published.beside("then_and_now")}
    return render(request, "foresee/then_and_now.html", page)


@policy(Act.SEE_ANALYSIS)
@require_safe
def carers(request: OfficerRequest) -> HttpResponse:
    """Unpaid carers of the officer's area."""
    found = foresee.carers_here(seen_by=request.officer)
    page = published.carers_page(found) | {"places": published.beside("carers")}
    return render(request, "foresee/carers.html", page)


@policy(Act.SEE_ANALYSIS)
@require_safe
def delays(request: OfficerRequest) -> HttpResponse:
    """What went with more care at home: an association, never a cause."""
    found = foresee.delays_and_care(seen_by=request.officer)
    page = published.delays_page(found) | {"places": published.beside("delays")}
    return render(request, "foresee/delays.html", page)


@policy(Act.SEE_ANALYSIS)
@require_safe
def care_groups(request: OfficerRequest) -> HttpResponse:
    """Every care group by name, and which file tells of it or would."""
    found = foresee.care_groups_held(seen_by=request.officer)
    page = published.care_groups_page(found) | {"places": published.beside("care_groups")}
    return render(request, "foresee/care_groups.html", page)
