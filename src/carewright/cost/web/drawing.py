"""The pictures of a forecast: its years as lines, and what it is made of as steps."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _

from carewright.cost import api as cost
from carewright.cost.web.words import large, year_named
from carewright_engine.charts import (
    FOCUS,
    PUBLIC,
    Band,
    Caption,
    LineSeries,
    Moment,
    Picture,
    Step,
    Unit,
    lines,
    waterfall,
)
from carewright_engine.costing.by_day import Parts

_MILLION = 100_000_000


def years_picture(found: cost.Forecast) -> Picture:
    """Committed and forecast spend by year, with the interval of the need behind it."""
    unit, scale = _scale(max(each.high for each in found.by_year))

    def line(take: Callable[[Parts], int]) -> tuple[Moment, ...]:
        return tuple(
            Moment(year, take(parts) / scale, year_named(year))
            for year, parts in zip(found.years, found.by_year, strict=True)
        )

    series = (
        LineSeries(_("Forecast"), line(lambda e: e.forecast), FOCUS),
        LineSeries(_("Committed"), line(lambda e: e.committed), PUBLIC),
    )
    says = _("Committed is in today’s prices and falls away as agreements end.")
    caption = Caption("forecast", _("Committed and forecast spend by year"), how_to_read=says)
    return lines(caption, series, unit=unit, bands=_bands(found, scale), wide=1000)


def steps_picture(found: cost.Forecast) -> Picture:
    """From what is committed to the forecast of all years."""
    whole = found.whole
    unit, scale = _scale(whole.forecast)
    parts = (
        (_("Options to extend"), whole.options), (_("Care that goes on"), whole.after),
        (_("Prices rise"), whole.prices), (_("Need grows"), whole.need),
    )  # fmt: skip
    return waterfall(
        Caption(
            "steps", _("From what is committed to what is forecast"),
            how_to_read=_("All years together. The parts add up to %s.") % large(whole.forecast),
        ),
        [
            Step(_("Committed"), whole.committed / scale, "level"),
            *(Step(words, pence / scale) for words, pence in parts),
            Step(_("Forecast"), kind="reached"),
        ],
        unit=unit,
        rows_are=_("Part"),
        figures_are=_("£ million") if scale == _MILLION else "£",
    )  # fmt: skip


def _scale(largest: int) -> tuple[Unit, int]:
    if largest >= _MILLION:
        return Unit("£", "m", 2), _MILLION
    return Unit("£", places=0), 100


def _bands(found: cost.Forecast, scale: int) -> tuple[Band, ...]:
    if found.need is None:
        return ()
    edges = tuple(
        (float(year), parts.low / scale, parts.high / scale)
        for year, parts in zip(found.years, found.by_year, strict=True)
    )
    return (Band(_("%s in 100 chance inside") % found.need.chances, edges),)
