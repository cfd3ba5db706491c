"""Pages beside a projection: then and now, unpaid carers, delays, and every care group."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from carewright.foresee.web import published
from carewright.platform.api import Act, OfficerRequest, policy


@policy(Act.SEE_ANALYSIS)
@require_safe
def beside(request: OfficerRequest, page: str) -> HttpResponse:
    """What the imported files tell of one thing; the routes name which there are."""
    said = published.PAGES[page](request.officer) | published.frame(page)
    return render(request, f"foresee/{page}.html", said)
