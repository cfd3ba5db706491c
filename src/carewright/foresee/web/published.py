"""What the pages beside a projection print: findings as headings, tables, and honest limits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from carewright.foresee import api as foresee
from carewright.foresee.web.care_groups import care_groups_page
from carewright.foresee.web.carers import carers_page
from carewright.foresee.web.places import crumbs_to_need
from carewright.foresee.web.unknown_files import unknown
from carewright.platform.api import Officer
from carewright.ui.formats import count_of, number
from carewright.ui.rows import (
    Figure,
    Grid,
    GridCell,
    GridColumn,
    Link,
    NavigationItem,
    Unknown,
)
from carewright_engine.charts import Bar, Caption, Picture, Unit, bars
from carewright_engine.demand.need.care_groups import Missing
from carewright_engine.demand.need.delays import Association
from carewright_engine.demand.population.then_and_now import WHY, Growth

PLACES: Final = (
    ("care_groups", gettext_lazy("Care groups")), ("carers", gettext_lazy("Unpaid carers")),
    ("delays", gettext_lazy("Delays in leaving hospital")),
    ("then_and_now", gettext_lazy("Then and now")),
)  # fmt: skip


def frame(here: str) -> dict[str, Any]:
    """What stands above each of the pages: the way back, and the others."""
    return {"crumbs": crumbs_to_need(), "crumb_here": dict(PLACES)[here], "places": beside(here)}


def beside(here: str) -> tuple[NavigationItem, ...]:
    """The pages beside a projection; `here` is the present one."""
    return tuple(
        NavigationItem(str(text), reverse(f"foresee:{route}"), current=route == here)
        for route, text in PLACES
    )


# --- then and now --------------------------------------------------------------------------


def then_and_now_page(found: foresee.ThenAndNow | Missing) -> dict[str, Any]:
    """The audit's growth beside today's, with the dates of both."""
    if isinstance(found, Missing):
        return {
            "title": _("Growth of older people, then and now"),
            "unknown": unknown(found), "grid": None, "why": WHY, "files": (),
            "same_place": True,
        }  # fmt: skip
    oldest_now = found.pairs[-1][1]
    why = WHY if found.same_years else _other_years(oldest_now)
    return {
        "title": _said_and_projected(found), "unknown": None, "grid": _growths(found),
        "why": why if found.same_place else _other_place(found), "files": found.files,
        "same_place": found.same_place,
    }  # fmt: skip


def _said_and_projected(found: foresee.ThenAndNow) -> str:
    """Each figure with the place that it is of."""
    then, now = found.pairs[-1]
    said = {
        "nation": found.nation, "now": growth(now), "year": now.to_year, "then": growth(then),
        "said_of": found.said_of,
    }  # fmt: skip
    title = (
        _("People aged 85 and over in %(nation)s: %(now)s by %(year)s, where %(then)s was said")
        if found.same_place
        else _("People aged 85 and over: %(now)s by %(year)s in %(nation)s; the %(then)s said in "
               "2012 was of %(said_of)s")
    )  # fmt: skip
    return title % said


def _other_place(found: foresee.ThenAndNow) -> str:
    return _(
        "They are of two places. The audit spoke of %(said_of)s; the files at hand are of "
        "%(nation)s. Neither confirms the other, and nothing follows from the difference. "
        "Published files of %(said_of)s would let the two be compared."
    ) % {"said_of": found.said_of, "nation": found.nation}


def growth(of: Growth) -> str:
    """+75%: by how much more."""
    return f"{of.share:+.0%}".replace("-", "\N{MINUS SIGN}")


def _growths(found: foresee.ThenAndNow) -> Grid:
    rows = tuple(
        (
            _("Aged %(ages)s") % {"ages": now.ages},
            GridCell(growth(then), beneath=_span(then)), GridCell(growth(now), beneath=_span(now)),
        )
        for then, now in found.pairs
    )  # fmt: skip
    headings = (
        _("People"), _("Said in 2012 of %(place)s") % {"place": found.said_of},
        _("Projected now for %(place)s") % {"place": found.nation},
    )  # fmt: skip
    columns = tuple(GridColumn(each, figures=place > 0) for place, each in enumerate(headings))
    caption = _("Growth of older people, then and now")
    return Grid(caption=caption, columns=columns, rows=rows)


def _span(of: Growth) -> str:
    span = _("%(from)s to %(to)s") % {"from": of.from_year, "to": of.to_year}
    return f"{span}, {of.projection}" if of.projection else span


def _other_years(now: Growth) -> str:
    said = {"from": now.from_year, "to": now.to_year}
    return _("The file at hand holds %(from)s to %(to)s, so the spans differ too.") % said


# --- delays --------------------------------------------------------------------------------


def delays_page(here: foresee.DelaysHere) -> dict[str, Any]:
    """The delayed days that are held, what went with more care at home, and what neither says."""
    found = here.association
    days = {
        "days": Figure.of(_days_chart(here)) if here.days else None,
        "days_heading": _days_finding(here),
    }
    if found is None:
        return {
            "title": _("Delays in leaving hospital"), "unknown": _too_few(here), "finding": "",
            "grid": None, **days,
        }  # fmt: skip
    title = _("More care at home went with %(change)s delayed days")
    return {
        "title": title % {"change": _direction(found)}, "unknown": None, "finding": str(found),
        "grid": _interval(found), **days,
    }  # fmt: skip


def _too_few(here: foresee.DelaysHere) -> Unknown:
    """Why no relation can be told: no file at all, or too few councils in those at hand."""
    what = _("What goes with delays in leaving hospital")
    file = _("delayed discharges by month, and care at home by quarter, of ten councils or more")
    if not here.days:
        return unknown(Missing(what, file))
    words = _(
        "%(wanted)s councils are needed with delays and care at home by quarter to tell what goes "
        "with what; you have %(held)s. A file that would tell: %(file)s."
    ) % {"wanted": here.wanted, "held": here.with_both, "file": file}
    fill = Link(_("Published files: give this one"), reverse("register:upload"))
    return Unknown(words, _("%(what)s: too few councils") % {"what": what}, (fill,))


def _days_finding(here: foresee.DelaysHere) -> str:
    if not here.days:
        return ""
    name, most, _months = max(here.days, key=lambda each: each[1])
    return _("%(name)s had most delayed days of %(n)s: %(days)s, %(span)s") % {
        "name": name, "n": count_of(len(here.days), "%(n)s council", "%(n)s councils"),
        "days": number(most), "span": here.span,
    }  # fmt: skip


def _days_chart(here: foresee.DelaysHere) -> Picture:
    caption = Caption(
        "days", _("Days in hospital after being ready to leave, by council"),
        how_to_read=_("Bed days of people aged 18 and over, %(span)s; larger councils have more")
        % {"span": here.span},
    )  # fmt: skip
    rows = [
        Bar(name, days, note="" if months == 12 else _("%(n)s months only") % {"n": months})
        for name, days, months in sorted(here.days, key=lambda each: -each[1])
    ]
    return bars(
        caption, rows, unit=Unit(places=0), rows_are=_("Council"), figures_are=_("Bed days")
    )


def _direction(found: Association) -> str:
    """An interval that holds both more and fewer says neither."""
    if found.low < 0 < found.high:
        return _("neither clearly more nor clearly fewer")
    return _("more") if found.change > 0 else _("fewer")


def _interval(found: Association) -> Grid:
    cells = (_change(found.change), _change(found.low), _change(found.high))
    counted = (number(found.councils), number(found.quarters))
    headings = (
        _("A tenth more"), _("Delayed days"), _("Low (2.5%)"), _("High (97.5%)"), _("Councils"),
        _("Quarters"),
    )  # fmt: skip
    return Grid(
        caption=_("Change in delayed days in quarters with a tenth more care at home"),
        columns=tuple(GridColumn(each, figures=place > 0) for place, each in enumerate(headings)),
        rows=((_("%(of)s of care at home") % {"of": found.supply}, *cells, *counted),),
    )


def _change(share: float) -> str:
    return f"{share:+.1%}".replace("-", "\N{MINUS SIGN}")


#: What each page prints, by its name in addresses and among the templates.
PAGES: Final[Mapping[str, Callable[[Officer], dict[str, Any]]]] = {
    "then_and_now": lambda by: then_and_now_page(foresee.growth_then_and_now(seen_by=by)),
    "carers": lambda by: carers_page(foresee.carers_here(seen_by=by)),
    "delays": lambda by: delays_page(foresee.delays_and_care(seen_by=by)),
    "care_groups": lambda by: care_groups_page(foresee.care_groups_here(seen_by=by)),
}
