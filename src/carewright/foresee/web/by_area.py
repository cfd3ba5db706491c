"""Councils side by side: how need grows in each, and where and when a gap opens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.foresee import api as foresee
from carewright.foresee.web.places import crumbs_to_need
from carewright.foresee.web.wording import SUPPORTS, chance, rounded, step_for
from carewright.ui.formats import not_known, number, percent
from carewright.ui.rows import Figure, Grid, GridCell, GridColumn, Link, NavigationItem
from carewright_engine.charts import (
    SCOTTISH_COUNCILS,
    Caption,
    Moment,
    Panel,
    TileArea,
    Unit,
    line_multiples,
    tile_map,
)
from carewright_engine.demand.scenarios.gap import MORE_LIKELY_THAN_NOT

#: Years from the first for which the map can be seen.
APART: Final = 5


def years_of(found: Sequence[foresee.CouncilAhead]) -> tuple[int, ...]:
    """The first year projected, every fifth after it, and the last."""
    years = sorted({year for each in found for year in each.years})
    return tuple(year for year in years if (year - years[0]) % APART == 0 or year == years[-1])


def by_area_page(
    found: Sequence[foresee.CouncilAhead], *, support: str, year: int | None, may_ask: bool
) -> dict[str, Any]:
    """The whole page; `year` is one of `years_of`, or None where nothing was projected.

    `may_ask` says whether the reader may ask for the projections that are missing.
    """
    page: dict[str, Any] = {
        "crumbs": crumbs_to_need(),
        "crumb_here": _("Councils side by side"),
        "supports": _choices("support", tuple(SUPPORTS), support, year),
        "lead": _("From the latest projection of each council, as now: no scenario is pulled."),
        "title": _("No council’s projection is ready yet"), "year": year, "grid": None,
        "may_ask": may_ask,
        "to_ask": tuple(_to_ask(each, support) for each in found) if may_ask else (),
    }  # fmt: skip
    if year is None:
        return page
    shown = [each for each in found if each.years]
    return page | {
        "title": _finding(found, support, year),
        "years": _choices("year", tuple(map(str, years_of(found))), str(year), support),
        "growth": Figure.of(_growth(shown, support), source=_source(_("how need grows"))),
        "gaps": Figure.of(_gaps(found, support, year), source=_source(_("where a gap opens"))),
        "grid": _grid(found, year, ask_of=support if may_ask else None),
        "opens_first": _opens_first(found),
    }


def _to_ask(each: foresee.CouncilAhead, support: str) -> Link:
    """The way to ask for a council's projection; its name tells the links apart."""
    asked = urlencode({"area": f"council:{each.code}", "support": support})
    return Link(
        _("Ask for a projection of %(name)s") % {"name": each.name},
        f"{reverse('foresee:ask')}?{asked}",
    )


def _source(about: str) -> Link:
    """The way to the projections behind a picture, further down on the page."""
    return Link("", "#side-by-side", about)


def _finding(found: Sequence[foresee.CouncilAhead], support: str, year: int) -> str:
    """Where need grows most, in how many councils a gap is likely by then, and of how many."""
    shown = [each for each in found if each.years]
    known = [(change, each.name) for each in shown if (change := each.change(year)) is not None]
    short = sum(1 for each in shown if (each.chance_of_gap(year) or 0) > MORE_LIKELY_THAN_NOT)
    counted = sum(1 for each in shown if each.gap)
    said = {"support": SUPPORTS[support].name, "year": year}
    words = _("%(support)s by %(year)s") % said
    words += _grows(max(known, default=(0.0, "")), len(known), len(found))
    return words + _short(short, counted, len(found))


def _opens_first(found: Sequence[foresee.CouncilAhead]) -> str:
    """Where the first gap opens, as the heading above the table says it."""
    opening = [(each.gap.opens, each.name) for each in found if each.gap and each.gap.opens]
    if not opening:
        return _("No gap is likelier than not in any council")
    year, name = min(opening)
    return _("The first gap opens in %(name)s in %(year)s") % {"name": name, "year": year}


def _short(short: int, counted: int, councils: int) -> str:
    """A council that nobody projected, or that reported no capacity, says nothing of a gap."""
    said = {"short": short, "counted": counted, "councils": councils}
    if not counted:
        return _("; whether there will be enough is not known of any")
    if counted == councils:
        return _("; a gap is likely in %(short)s of %(counted)s councils") % said
    if counted > 1:
        return (
            _("; a gap is likely in %(short)s of the %(counted)s councils that can be judged")
            % said
        )
    likely = _("is likely") if short else _("is not likely")
    return _("; a gap %(likely)s in the one council of %(councils)s that can be judged") % {
        **said, "likely": likely
    }  # fmt: skip


def _grows(most: tuple[float, str], projected: int, councils: int) -> str:
    change, name = most
    if projected == 1 and councils > 1:
        return _(": need changes by %(change)s in %(name)s, the only one projected") % {
            "name": name, "change": _signed(change)
        }  # fmt: skip
    if change <= 0:
        return _(": need grows nowhere")
    return _(": need grows most in %(name)s (%(change)s)") % {
        "name": name, "change": _signed(change),
    }  # fmt: skip


def _signed(share: float) -> str:
    return f"{share:+.0%}".replace("-", "\N{MINUS SIGN}")


def _growth(shown: Sequence[foresee.CouncilAhead], support: str) -> Any:
    panels = [Panel(each.name, tuple(_moments(each))) for each in shown]
    caption = Caption(
        "growth", _("How need grows in each council"),
        how_to_read=_("%(many)s, change since the first year projected; middle estimates")
        % {"many": SUPPORTS[support].many.capitalize()},
    )  # fmt: skip
    return line_multiples(caption, panels, unit=Unit(after="%", places=0), panels_are=_("Council"))


def _moments(each: foresee.CouncilAhead) -> Iterator[Moment]:
    for year in each.years:
        change = each.change(year)
        yield Moment(year, None if change is None else round(100 * change, 1))


def _gaps(found: Sequence[foresee.CouncilAhead], support: str, year: int) -> Any:
    areas = [
        TileArea(each.code, each.name, None if share is None else round(100 * share, 1))
        for each in found
        for share in [each.short_of(year)]
    ]
    caption = Caption(
        "gaps", _("Where need goes beyond what can be provided in %(year)s") % {"year": year},
        how_to_read=_("The share of %(many)s needed that capacity reported does not reach; middle "
                      "estimates") % {"many": SUPPORTS[support].many},
    )  # fmt: skip
    scottish = all(each.code in SCOTTISH_COUNCILS for each in found)
    return tile_map(
        caption, areas, layout=SCOTTISH_COUNCILS if scottish else None,
        unit=Unit(after="%", places=0), areas_are=_("Council"), figures_are=_("Beyond capacity"),
    )  # fmt: skip


def _grid(found: Sequence[foresee.CouncilAhead], year: int, *, ask_of: str | None) -> Grid:
    headings = (
        _("Council"), _("Change by %(year)s") % {"year": year}, _("Gap opens"),
        _("Beyond capacity in %(year)s") % {"year": year},
        _("Chance of a gap in %(year)s") % {"year": year},
    )  # fmt: skip
    return Grid(
        caption=_("Councils side by side"),
        columns=tuple(GridColumn(each, figures=place > 0) for place, each in enumerate(headings)),
        rows=tuple(_row(each, year, ask_of) for each in found), stacked=True,
    )  # fmt: skip


def _row(each: foresee.CouncilAhead, year: int, ask_of: str | None) -> tuple[str | GridCell, ...]:
    if each.projection_id is None:
        return (_not_projected(each, ask_of), *[not_known()] * 4)
    where = reverse("foresee:projection", args=[each.projection_id])
    change, odds = each.change(year), each.chance_of_gap(year)
    return (
        GridCell(each.name, link=where, beneath=each.reference),
        not_known() if change is None else _signed(change), _opens(each), _beyond(each, year),
        not_known() if odds is None else chance(odds),
    )  # fmt: skip


def _not_projected(each: foresee.CouncilAhead, ask_of: str | None) -> GridCell:
    if ask_of is None:
        return GridCell(each.name, beneath=_("Not projected yet"))
    link = _to_ask(each, ask_of)
    return GridCell(link.text, link=link.href, beneath=_("Not projected yet"))


def _opens(each: foresee.CouncilAhead) -> str:
    """The year from which a gap is likelier than not."""
    if each.gap is None:
        return _("No capacity reported")
    return (
        str(each.gap.opens) if each.gap.opens else _("Not by %(year)s") % {"year": each.years[-1]}
    )


def _beyond(each: foresee.CouncilAhead, year: int) -> str:
    share = each.short_of(year)
    if share is None or each.gap is None:
        return not_known()
    step = step_for(max(each.middle))
    return f"{number(rounded(each.gap.size(year), step))} ({percent(share, 0)})"


def _choices(
    name: str, offered: tuple[str, ...], chosen: str, other: str | int | None
) -> tuple[NavigationItem, ...]:
    """Links that change one answer of the address and keep the other."""
    kept = "" if other is None else f"&{'support' if name == 'year' else 'year'}={other}"
    where = reverse("foresee:by_area")
    return tuple(
        NavigationItem(
            SUPPORTS[each].name if name == "support" else each,
            f"{where}?{name}={each}{kept if name == 'year' else ''}", each == chosen,
        )
        for each in offered
    )  # fmt: skip
