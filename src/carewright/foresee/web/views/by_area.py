"""Councils of a board, a partnership or a nation side by side."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from carewright.foresee import api as foresee
from carewright.foresee.web.by_area import by_area_page, years_of
from carewright.foresee.web.wording import SUPPORTS
from carewright.platform.api import Act, OfficerRequest, may, policy


@policy(Act.SEE_PROJECTIONS)
@require_safe
def by_area(request: OfficerRequest) -> HttpResponse:
    """How need grows in each council, and where a gap opens by a year."""
    support = request.GET.get("support", "care_at_home")
    if support not in SUPPORTS:
        raise Http404
    found = foresee.councils_ahead(support, seen_by=request.officer)
    year = _year(request.GET.get("year", ""), years_of(found))
    may_ask = may(request.officer, Act.RUN_PROJECTION)
    page = by_area_page(found, support=support, year=year, may_ask=may_ask)
    return render(request, "foresee/by_area.html", page)


def _year(asked: str, years: tuple[int, ...]) -> int | None:
    """The year asked about, or the one in the middle; there is no page of any other."""
    if not years:
        return None
    if not asked:
        return years[len(years) // 2]
    if asked not in map(str, years):
        raise Http404
    return int(asked)
