"""A forecast as its page prints it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext

from carewright.cost import api as cost
from carewright.cost.web import drawing
from carewright.cost.web.asking import agreement_address
from carewright.cost.web.words import large, rise, solved_sentence, year_named
from carewright.ui.dated import with_flag
from carewright.ui.exports import Sheet
from carewright.ui.formats import pounds
from carewright.ui.lists.declared import Kind
from carewright.ui.rows import Fact, Figure, Grid, GridCell, GridColumn

SUPPORTS: Final = {"care_at_home": _lazy("Home care"), "care_home": _lazy("Care homes")}


def forecast_page(found: cost.Forecast, csv: str, today: date) -> dict[str, Any]:
    """What the page of a forecast prints, besides its list."""
    page: dict[str, Any] = {
        "lead": _lead(found), "solved": _solved(found), "rests_on": rests_on(found, today),
        "left_out": left_out_grid(found), "left_out_heading": _left_out_heading(found),
    }  # fmt: skip
    drawn: dict[str, Any] = dict.fromkeys(("facts", "years_figure", "steps_figure", "by_year"))
    if found.lines:
        drawn = {
            "facts": _facts(found),
            "years_figure": Figure.of(drawing.years_picture(found), csv=csv),
            "steps_figure": Figure.of(drawing.steps_picture(found), csv=csv),
            "by_year": years_grid(found),
        }
    return page | drawn


def _lead(found: cost.Forecast) -> str:
    if not found.lines:
        return _("Nothing is committed: no agreement with a value is signed or running.")
    says = _("%(committed)s is committed for %(year)s; over %(years)s years %(total)s is forecast")
    return says % {
        "committed": large(found.by_year[0].committed), "year": year_named(found.years[0]),
        "years": len(found.years), "total": large(found.whole.forecast),
    }  # fmt: skip


def _solved(found: cost.Forecast) -> str:
    growth = found.solved
    if growth is None:
        return ""
    return solved_sentence(
        found.by_year[0].forecast, found.whole.forecast, len(found.years), growth
    )


def _facts(found: cost.Forecast) -> tuple[Fact, ...]:
    whole = found.whole
    facts = [
        Fact(_("Committed, all years"), large(whole.committed), _("in today’s prices")),
        Fact(_("With every option"), large(whole.committed + whole.options)),
        Fact(_("Forecast, all years"), large(whole.forecast)),
    ]
    if found.need:
        between = _("%(low)s to %(high)s") % {"low": large(whole.low), "high": large(whole.high)}
        facts.append(Fact(_("%s in 100 between") % found.need.chances, between))
    return tuple(facts)


def years_grid(found: cost.Forecast) -> Grid:
    """What the forecast of each year is made of; the parts add up to it to the penny."""
    headings = [words for words, _take in _parts(found)]
    return Grid(
        caption=_("What each year’s forecast is made of"),
        columns=(GridColumn(_("Year")), *(GridColumn(each, figures=True) for each in headings)),
        rows=tuple(
            (year_named(year), *(pounds(take(parts)) for _words, take in _parts(found)))
            for year, parts in zip(found.years, found.by_year, strict=True)
        ),
        total=(_("All years"), *(pounds(take(found.whole)) for _words, take in _parts(found))),
        stacked=True,
    )


def years_sheet(found: cost.Forecast) -> Sheet:
    """The same as a file."""
    parts = _parts(found)
    pound: Kind = "pounds"

    def rows() -> Iterator[tuple[Any, ...]]:
        for year, each in zip(found.years, found.by_year, strict=True):
            yield (year_named(year), *(Decimal(take(each)).scaleb(-2) for _words, take in parts))

    return Sheet(
        name=_("Forecast by year"), headings=(_("Year"), *(words for words, _take in parts)),
        kinds=("text", *(pound for _each in parts)), rows=rows(),
    )  # fmt: skip


def _parts(found: cost.Forecast) -> tuple[tuple[str, Any], ...]:
    parts = [
        (_("Committed"), lambda e: e.committed), (_("Options"), lambda e: e.options),
        (_("Care that goes on"), lambda e: e.after), (_("Prices"), lambda e: e.prices),
        (_("Need"), lambda e: e.need), (_("Forecast"), lambda e: e.forecast),
    ]  # fmt: skip
    if found.need:
        parts += [(_("Low"), lambda e: e.low), (_("High"), lambda e: e.high)]
    return tuple(parts)


def rests_on(found: cost.Forecast, today: date) -> tuple[str, ...]:
    """Everything that a reader must know before using the figures."""
    lines = [
        _("A value is spread evenly over the days of its term; without an end, it is that of a "
          "year."),
        _("Committed: agreements that are signed or under which care runs, in today’s prices."),
        _("Forecast: care goes on when an agreement and its options end, unless it is over or what "
          "follows it is in the sum itself."),
        _("Prices rise by %(rise)s a year: an assumption that you choose. %(index)s") % {
            "rise": rise(found.inflation), "index": _index_says(today),
        },
    ]  # fmt: skip
    return (*lines, _need_says(found))


def _index_says(today: date) -> str:
    """The latest rise of consumer prices beside the rise that was chosen, with its flag."""
    held = cost.value_on(cost.CONSUMER_PRICES, today)
    if held is None:
        return _("The rise of consumer prices for today’s year is not in our reference data.")
    return _("Consumer prices: %s.") % with_flag(held)


def _need_says(found: cost.Forecast) -> str:
    need = found.need
    if need is None:
        return _("Need stays as it is now: no projection was chosen.")
    moved = ngettext("%(n)s agreement", "%(n)s agreements", need.agreements)
    return _(
        "%(support)s in %(area)s grows as in “%(name)s”; by the words of their services, %(moved)s "
        "of it follow. Low and high are the ends between which the projection lies with "
        "%(chances)s chances in 100, carried through; prices have no interval."
    ) % {
        "support": SUPPORTS[need.support], "area": need.area, "name": need.name,
        "moved": moved % {"n": need.agreements}, "chances": need.chances,
    }  # fmt: skip


def _left_out_heading(found: cost.Forecast) -> str:
    return ngettext(
        "%(n)s agreement is not in the sum", "%(n)s agreements are not in the sum",
        len(found.left_out),
    ) % {"n": len(found.left_out)}  # fmt: skip


def left_out_grid(found: cost.Forecast, most: int = 100) -> Grid | None:
    """Agreements that are not counted, each with the reason; never counted as nought."""
    if not found.left_out:
        return None
    rows = tuple(
        (
            GridCell(f"{each.reference} {each.title}", agreement_address(each.agreement_id)),
            each.provider, each.why.label,
        )
        for each in found.left_out[:most]
    )  # fmt: skip
    return Grid(
        caption=_("Not in the sum"), stacked=True, caption_hidden=True, rows=rows,
        columns=tuple(GridColumn(each) for each in (_("Agreement"), _("Provider"), _("Why"))),
        how_to_read=_("The first %s are shown.") % most if len(found.left_out) > most else "",
    )  # fmt: skip
