"""The least price of home care as its page prints it, and one's own prices beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext as _

from carewright.cost import api as cost
from carewright.cost.web.asking import agreement_address
from carewright.ui.dated import with_flag
from carewright.ui.formats import count_of, pounds, written_date
from carewright.ui.rows import Fact, Figure, Grid, GridCell, GridColumn, State, Tag
from carewright_engine.charts import Caption, Picture, Stack, Unit, stacked_bars
from carewright_engine.charts.stacked_bars import Part
from carewright_engine.costing.employers_costs import KnownShare
from carewright_engine.costing.minimum_price import (
    BuiltUp,
    Component,
    HourOfCare,
    Round,
    VisitPrice,
    built_up,
    by_visit_length,
)
from carewright_engine.costing.pictures import hour_built_up
from carewright_engine.rules.dated import Dated
from carewright_engine.values.money import Pence
from carewright_engine.values.period import Period

#: An invented round, to show what short visits do; nobody has published one.
A_ROUND: Final[dict[str, Any]] = {"visit_minutes": Decimal(10), "visit_miles": Decimal(2)}
_TONES: Final = ("seq-5", "seq-4", "seq-3", "seq-2", "seq-1", "cat-4", "cat-5")
_LIES: Final[dict[str, tuple[str, State]]] = {
    "below_direct": ("Below the direct cost of care", "late"),
    "below_least": ("Below the least price", "soon"),
    "at_or_above": ("At or above the least price", "good"),
}


def usual(today: date) -> dict[str, Any]:
    """What the form begins with: the figures that were published last, and the wage of the day."""
    answers = {name: row.pence if row.unit.is_money else row.value
               for name, row in cost.published_hour(today).items()}  # fmt: skip
    return {**answers, **A_ROUND, "on": today}


def rests_on(today: date) -> tuple[str, ...]:
    """Each published figure with the days on which it held, its source and its flag."""
    return tuple(
        _("%(what)s: %(figure)s. %(days)s") % {
            "what": row.words, "figure": with_flag(row), "days": _held(row),
        }
        for row in cost.published_hour(today).values()
    )  # fmt: skip


def _held(row: Dated) -> str:
    last = Period(row.starts_on, row.ends_before).last_day
    if last is None:
        return _("Since %s") % written_date(row.starts_on)
    return _("%(first)s to %(last)s; nothing newer is in our reference data") % {
        "first": written_date(row.starts_on), "last": written_date(last),
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """The hour and the round that somebody asked about, and the wage floor of the day."""

    hour: HourOfCare
    travel: Round
    floor: Dated | None


def asked_of(given: dict[str, Any], floor: Dated | None) -> Asked:
    """What a form's answers mean; without a wage, that of the floor on the day."""
    wage = given.get("wage") or (floor.pence if floor else 0)
    hour = HourOfCare(
        wage=Pence(wage), travel_minutes=given["travel_minutes"],
        charges=KnownShare(given["charges"] / 100),
        other_on_costs=given["other_on_costs"] / 100, mileage=Pence(given["mileage"]),
        running_costs=Pence(given["running_costs"]), surplus=given["surplus"] / 100,
    )  # fmt: skip
    travel = Round(given["visit_minutes"], given["visit_miles"], given["pence_a_mile"])
    return Asked(hour, travel, floor)


def home_care_page(asked: Asked, compared: tuple[cost.PriceCompared, ...]) -> dict[str, Any]:
    """Everything that the answer shows."""
    built = built_up(asked.hour)
    lengths = by_visit_length(asked.hour, asked.travel)
    return {
        "facts": _facts(asked, built),
        "hour_figure": Figure.of(
            hour_built_up(built, name="hour", title=_("One contact hour, from pay to surplus"))
        ),
        "visits_figure": Figure.of(_visits(lengths)),
        "visits": _visits_grid(lengths),
        "compared": _compared_grid(compared) if compared else None,
        "compared_heading": _compared_heading(compared),
    }


def _facts(asked: Asked, built: BuiltUp) -> tuple[Fact, ...]:
    floor = asked.floor
    facts = [
        Fact(_("Least price of an hour"), pounds(built.price)),
        Fact(_("Direct cost"), pounds(built.direct_cost), _("no price should go below it")),
        Fact(_("Wage reckoned with"), pounds(asked.hour.wage)),
    ]
    if floor:
        low = asked.hour.wage < floor.pence
        says = _("The wage reckoned with is below it. ") if low else ""
        facts.append(Fact(_("Wage floor of the day"), floor.shown, says + with_flag(floor)))
    else:
        facts.append(Fact(_("Wage floor of the day"), _("Not in our reference data")))
    return tuple(facts)


def _visits(lengths: tuple[VisitPrice, ...]) -> Picture:
    """An hour of short visits costs more, as the same journey weighs more on each."""
    parts = tuple(Part(c.words, tone) for c, tone in zip(Component, _TONES, strict=True))
    rows = tuple(
        Stack(_("%s minutes") % each.minutes, tuple(p / 100 for _c, p in each.an_hour.lines))
        for each in lengths
    )
    caption = Caption(
        "visits", _("What an hour of visits of each length costs"),
        how_to_read=_("The same journey weighs more on a short visit than on a long one."),
    )  # fmt: skip
    return stacked_bars(
        caption, parts, rows, unit=Unit("£", places=2), rows_are=_("Length of visit")
    )


def _visits_grid(lengths: tuple[VisitPrice, ...]) -> Grid:
    headings = (_("An hour of them"), _("One visit"), _("Direct cost of one"))
    return Grid(
        caption=_("Least price by length of visit"),
        columns=(GridColumn(_("Length")), *(GridColumn(each, figures=True) for each in headings)),
        rows=tuple(
            (_("%s minutes") % each.minutes, pounds(each.an_hour.price), pounds(each.a_visit),
             pounds(each.direct_cost_of_visit))
            for each in lengths
        ),
        stacked=True,
    )  # fmt: skip


def _compared_heading(compared: tuple[cost.PriceCompared, ...]) -> str:
    if not compared:
        return _("None of your agreements pays for home care by the hour or the visit")
    below = sum(each.lies != "at_or_above" for each in compared)
    of = count_of(len(compared), "%(n)s price lies", "%(n)s prices lie")
    return _("%(below)s of your %(of)s below the least price") % {
        "below": below, "of": of,
    }  # fmt: skip


def _compared_grid(compared: tuple[cost.PriceCompared, ...]) -> Grid:
    headings = (_("Paid"), _("Least price"), _("Direct cost"), _("Short by"))
    return Grid(
        caption=_("Prices of your agreements beside the least price"),
        columns=(
            GridColumn(_("Agreement")), GridColumn(_("What it pays for")),
            *(GridColumn(each, figures=True) for each in headings), GridColumn(_("It lies")),
        ),
        rows=tuple(_compared_row(each) for each in compared),
        stacked=True,
    )  # fmt: skip


def _compared_row(each: cost.PriceCompared) -> tuple[str | GridCell, ...]:
    paid = each.paid
    words, colour = _LIES[each.lies]
    what = [paid.service, paid.unit.label.lower(), paid.day_kind.label.lower(), paid.zone]
    if paid.minutes:
        what[1] = _("visit of %s minutes") % paid.minutes
    named = f"{paid.reference} {paid.agreement}"
    return (
        GridCell(named, agreement_address(paid.agreement_id), paid.provider),
        ", ".join(filter(None, what)), pounds(paid.pence), pounds(each.least),
        pounds(each.direct), pounds(max(0, each.short_by)), GridCell(tag=Tag(words, colour)),
    )  # fmt: skip
