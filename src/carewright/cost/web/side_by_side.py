"""Councils' own care beside what they bought, as its page prints it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from carewright.cost import api as cost
from carewright.cost.web.words import first_upper, large, year_named
from carewright.ui.formats import not_known, number, pounds
from carewright.ui.rows import Figure, Grid, GridColumn
from carewright_engine.charts import Caption, CostRow, cost_spread
from carewright_engine.costing.headline import Headline
from carewright_engine.costing.side_by_side import Provided, SideBySide
from carewright_engine.costing.what_is_in import Element, Held

_HELD = {Held.IN: "In", Held.OUT: "Out", Held.NOT_STATED: "Not stated"}


@dataclass(frozen=True, slots=True)
class Section:
    """One service on the page."""

    id: str
    caption: str
    heading: str
    figure: Figure
    spread: Grid
    holds: Grid
    verdict: str
    reasons: tuple[str, ...]


def side_by_side_page(found: cost.Published, own: Headline | None) -> dict[str, Any]:
    """What the page prints."""
    return {
        "sections": tuple(_section(n, each) for n, each in enumerate(found.services, start=1)),
        "headline": _headline(own) if own else None,
        "left_out": own.left_out if own else (),
        "files": found.files,
    }


def _section(place: int, beside: cost.Beside) -> Section:
    found = beside.found
    compared = found.comparison
    year = year_named(found.starts_on.year)
    return Section(
        id=f"service-{place}",
        caption=_named(found),
        heading=_heading(beside),
        figure=Figure.of(_picture(place, beside, year)),
        spread=_spread_grid(beside, year), holds=_holds_grid(beside),
        verdict=compared.verdict.words, reasons=(*compared.refusals, *compared.cautions),
    )  # fmt: skip


def _named(found: SideBySide) -> str:
    """Home care, older people, by the hour: no two services of one year are called the same."""
    return _("%(service)s, %(group)s, by the %(unit)s") % {
        "service": found.service, "group": found.care_group.replace("_", " "),
        "unit": _unit(found),
    }  # fmt: skip


def _unit(found: SideBySide) -> str:
    return _("other unit") if found.unit == "other" else found.unit


def _heading(beside: cost.Beside) -> str:
    found = beside.found
    both = found.within.returns
    if not both:
        return _("No council returned both")
    return _("Its own was the dearer in %(dearer)s of %(both)s councils that returned both") % {
        "dearer": found.dearer_own, "both": both,
    }  # fmt: skip


def _picture(place: int, beside: cost.Beside, year: str) -> Any:
    rows = [
        CostRow(words, tuple(each / 100 for each in values), ours / 100 if ours else None)
        for words, values, ours in zip(
            (_("Councils’ own"), _("Bought")), (beside.own, beside.bought), beside.ours,
            strict=True,
        )
    ]  # fmt: skip
    how = cost.OUTLIERS.words + " " + _("That is %s of them.") % beside.left_out
    title = _("%(service)s in %(year)s: what councils returned")
    caption = Caption(
        f"spread-{place}", title % {"service": _named(beside.found), "year": year},
        how_to_read=how,
    )  # fmt: skip
    return cost_spread(caption, rows, marked_is=_("Your council"), rows_are=_("Who provides"))


def _spread_grid(beside: cost.Beside, year: str) -> Grid:
    headings = (
        _("Councils"), _("Mean"), _("Lower quartile"), _("Median"), _("Upper quartile"),
        _("Your council"),
    )  # fmt: skip
    found = beside.found
    rows = [
        _side(words, side, ours)
        for words, side, ours in zip(
            (_("Councils’ own"), _("Bought")), (found.own, found.bought), beside.ours, strict=True
        )
    ]
    within = found.within
    rows.append(
        (_("Own less bought, in councils with both"), number(within.returns), "–",
         *_three(within.lower, within.median, within.upper), "–")
    )  # fmt: skip
    return Grid(
        caption=_("%(service)s, %(year)s: spread over councils") % {
            "service": _named(found), "year": year,
        },
        columns=(GridColumn(_("Figure")), *(GridColumn(each, figures=True) for each in headings)),
        rows=tuple(rows), stacked=True,
    )  # fmt: skip


def _side(words: str, side: Provided, ours: int | None) -> tuple[str, ...]:
    spread = side.spread
    return (
        words, number(spread.returns), pounds(side.mean),
        *_three(spread.lower, spread.median, spread.upper), pounds(ours),
    )  # fmt: skip


def _three(*figures: int | None) -> tuple[str, ...]:
    return tuple(_("held back: too few") if each is None else pounds(each) for each in figures)


def _holds_grid(beside: cost.Beside) -> Grid:
    own, bought = beside.found.comparison.one, beside.found.comparison.other
    return Grid(
        caption=_("%s: what is in each figure, as the return’s own words say")
        % _named(beside.found),
        columns=tuple(GridColumn(each) for each in (_("What"), _("Councils’ own"), _("Bought"))),
        rows=tuple(
            (first_upper(each.words), _HELD[own.held(each)], _HELD[bought.held(each)])
            for each in Element
        ),
        tight=True,
    )  # fmt: skip


def _headline(own: Headline) -> Grid:
    def said(pence: int | None) -> str:
        return not_known() if pence is None else large(pence)

    rows = (
        (_("Gross: all that was spent"), said(own.gross)),
        (_("Received beside taxes"), said(own.received)),
        (_("Net: left for the council to find"), said(own.net)),
        (_("What people paid for care at home"), said(own.own_payments)),
        (_("Better Care Fund, from the NHS"), said(own.from_nhs)),
    )
    return Grid(
        caption=_("%(area)s, %(year)s: the headline and what it leaves out") % {
            "area": own.area, "year": year_named(own.starts_on.year),
        },
        columns=(GridColumn(_("What")), GridColumn(_("Amount"), figures=True)), rows=rows,
        tight=True,
    )  # fmt: skip
