"""Unpaid carers of an area as their page prints them: counted, in the years ahead, their breaks."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.foresee import api as foresee
from carewright.foresee.web.unknown_files import unknown
from carewright.ui.formats import number, percent
from carewright.ui.rows import Grid, GridColumn, Link, Unknown
from carewright_engine.demand.need.care_groups import Missing


def carers_page(found: foresee.CarersHere | Missing) -> dict[str, Any]:
    """Unpaid carers by age and hours, with how sure the shares are."""
    if isinstance(found, Missing):
        return {
            "title": _("Unpaid carers"), "unknown": unknown(found), "grid": None, "breaks": "",
            "ahead": None, "ahead_heading": "", "no_projection": None,
        }  # fmt: skip
    everybody = sum(each.carers for each in found.ages)
    said = {"number": number(everybody), "area": found.area}
    title = _("%(number)s people in %(area)s give unpaid care") % said
    return {
        "title": title, "unknown": None, "grid": _carers(found), "breaks": _breaks(found),
        "ahead": _ahead(found), "ahead_heading": _ahead_heading(found),
        "no_projection": None if found.ahead else _no_projection(found),
        "projection_id": found.ahead and found.ahead.projection_id,
        "reference": found.ahead.reference if found.ahead else "",
    }  # fmt: skip


def _breaks(found: foresee.CarersHere) -> str:
    """How long all of them together need somebody else to step in, as a heading says it."""
    words = _("They need about %(middle)s hours of break a week: %(low)s or more, %(high)s at most")
    return words % _hours_of_break(found.breaks)


def _hours_of_break(breaks: tuple[float, float, float]) -> dict[str, str]:
    low, middle, high = (number(round(each, -1)) for each in breaks)
    return {"low": low, "middle": middle, "high": high}


def _ahead_heading(found: foresee.CarersHere) -> str:
    """'13,200 carers in 2045, who need about 46,000 hours of break a week'."""
    if found.ahead is None:
        return _("How many carers there will be is not projected yet")
    words = _(
        "If as many of each age give care, %(carers)s carers in %(year)s, who need about "
        "%(middle)s hours of break a week (%(low)s to %(high)s)"
    )
    carers = number(round(sum(middle for middle, *_interval in found.ahead.ages), -1))
    return words % {
        "carers": carers, "year": found.ahead.year, **_hours_of_break(found.ahead.breaks)
    }  # fmt: skip


def _ahead(found: foresee.CarersHere) -> Grid | None:
    """Carers by age as counted and in the last year projected, with the way to the projection."""
    ahead = found.ahead
    if ahead is None:
        return None
    rows = tuple(
        (now.ages, number(now.carers), number(round(middle, -1)),
         f"{number(round(low, -1))} to {number(round(high, -1))}")
        for now, (middle, low, high) in zip(found.ages, ahead.ages, strict=True)
    )  # fmt: skip
    headings = (_("Age"), _("Carers counted"), str(ahead.year), _("95 chances in 100"))
    return Grid(
        caption=_("Unpaid carers in %(area)s by %(year)s") % {
            "area": found.area, "year": ahead.year
        },
        columns=tuple(GridColumn(each, figures=place > 0) for place, each in enumerate(headings)),
        rows=rows,
    )  # fmt: skip


def _no_projection(found: foresee.CarersHere) -> Unknown:
    """That nobody has projected the people of the area, and where to ask for it."""
    words = _(
        "People by age in the years ahead come with a projection of need, and none of %(area)s is "
        "answered yet."
    )
    fill = Link(_("Ask for a projection"), reverse("foresee:ask"))
    return Unknown(words % {"area": found.area}, _("Carers ahead: not known"), (fill,))


def _carers(found: foresee.CarersHere) -> Grid:
    hours = [name for name, _carers_of in found.ages[0].by_hours]
    headings = (_("Age"), *hours, _("Of everyone of the age"), _("95 chances in 100"))
    rows = tuple(
        (
            each.ages, *(number(carers) for _hours, carers in each.by_hours), percent(each.share),
            f"{percent(each.interval[0])} to {percent(each.interval[1])}",
        )
        for each in found.ages
    )  # fmt: skip
    return Grid(
        caption=_("Unpaid carers in %(area)s by age and hours a week") % {"area": found.area},
        columns=tuple(GridColumn(each, figures=place > 0) for place, each in enumerate(headings)),
        rows=rows,
    )
