"""Prices, uplifts and spend as figures, each with its words and the table behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from carewright_engine.charts import (
    FOCUS,
    PRIVATE,
    PUBLIC,
    VOLUNTARY,
    Caption,
    LineSeries,
    Moment,
    Picture,
    Reference,
    Step,
    Unit,
    lines,
    waterfall,
)
from carewright_engine.costing.minimum_price import BuiltUp
from carewright_engine.costing.uplift import Preview
from carewright_engine.values.money import Pence, in_pounds
from carewright_engine.values.working_days import ONE_DAY

POUNDS: Final = Unit("£", places=2)
MILLIONS: Final = Unit("£", "m", 2)
_PART: Final = "seq-4"
_SEEN_FROM: Final = 500_000  # pence: half of the last figure that £0.01m shows
_TONES: Final = (PUBLIC, FOCUS, VOLUNTARY, PRIVATE, "cat-4", "cat-5")


def hour_built_up(
    built: BuiltUp, *, name: str, title: str, paid: Pence | None = None, paid_is: str = "Paid"
) -> Picture:
    """One hour of care from pay to surplus, with the price that is paid or proposed beside it."""
    steps = [Step(part.words, pence / 100, tone=_PART) for part, pence in built.lines]
    steps.append(Step("Least price", built.price / 100, "level"))
    if paid is not None:
        tone = FOCUS if paid < built.price else ""
        steps.append(Step(paid_is, paid / 100, "beside", tone))
    how = f"The direct cost, which no price should go below, is {in_pounds(built.direct_cost)}."
    return waterfall(
        Caption(name, title, how_to_read=how),
        steps,
        unit=POUNDS,
        lying=True,
        rows_are="Part of the price",
        figures_are="£ a contact hour",
        wide=680,
    )


@dataclass(frozen=True, slots=True)
class PricedFrom:
    """A price and the day from which it holds."""

    starts_on: date
    price: Pence
    ends_before: date | None = None  # None: until the next one


def prices_as_steps(
    prices: Mapping[str, Sequence[PricedFrom]], until: date, *, name: str, title: str
) -> Picture:
    """Price lines over time: each price holds until the next one, the last until a given day."""
    series = tuple(
        LineSeries(words, _held(held, until), _TONES[place % len(_TONES)], is_stepped=True)
        for place, (words, held) in enumerate(prices.items())
    )
    caption = Caption(name, title, how_to_read="A price holds until the next one begins.")
    return lines(caption, series, unit=POUNDS, is_from_nought=False, times_are="On")


def _held(held: Sequence[PricedFrom], until: date) -> tuple[Moment, ...]:
    """The first of January 2027 is 2027.0: days within a year are even shares of it."""
    ordered = sorted(held, key=lambda each: each.starts_on)
    follows = [each.starts_on for each in ordered[1:]]
    found: list[Moment] = []
    for each, following in zip(ordered, [*follows, None], strict=True):
        last = _last_day(each, following, until)
        found.append(_moment(each.starts_on, each.price))
        if last is not None and each.starts_on < last:
            found.append(_moment(last, each.price))
            if following is not None:
                found.append(Moment(_at(last + ONE_DAY), None, _day(last + ONE_DAY)))
    return tuple(found)


def _last_day(each: PricedFrom, following: date | None, until: date) -> date | None:
    """The last day to be drawn: of a price that another follows at once, none."""
    ends = each.ends_before
    if following is not None and (ends is None or ends >= following):
        return None
    return min(until, ends - ONE_DAY) if ends else until


def _moment(day: date, price: Pence) -> Moment:
    return Moment(_at(day), price / 100, _day(day))


@dataclass(frozen=True, slots=True)
class BudgetSteps:
    """What moves spend besides the uplift, in pence a year."""

    opening: Pence
    growth: Pence
    savings: Pence  # given as what they save, and drawn as what they take away
    budget: Pence


def budget_in_steps(preview: Preview, steps: BudgetSteps, *, name: str, title: str) -> Picture:
    """From what is committed now over wages, prices, growth and savings to the forecast."""
    drivers = [Step(each.driver.words, _millions(each.effect)) for each in preview.by_driver]
    beside = [Step("Agreed prices", _millions(preview.agreed))] if preview.agreed else []
    if abs(preview.rounding) >= _SEEN_FROM:
        beside.append(Step("Rounding", _millions(preview.rounding)))
    reached = steps.opening + preview.effect + steps.growth - steps.savings
    over = reached - steps.budget
    how = f"{in_pounds(abs(over))} {'over' if over > 0 else 'within'} the budget. "
    how += f"Rounding prices to whole pence adds {in_pounds(preview.rounding)}."
    return waterfall(
        Caption(name, title, how_to_read=how),
        [
            Step("Opening commitment", _millions(steps.opening), "level"),
            *drivers,
            *beside,
            Step("Growth in hours", _millions(steps.growth)),
            Step("Savings agreed", -_millions(steps.savings)),
            Step("Forecast", _millions(reached), "level"),
            Step("Budget", _millions(steps.budget), "beside"),
        ],
        unit=MILLIONS,
        level=Reference(_millions(steps.budget), f"Budget £{_millions(steps.budget):,.2f}m"),
        figures_are="£ million",
    )


def spend_against_value(
    spent: Mapping[date, Pence],
    forecast: Mapping[date, Pence],
    value: Pence,
    *,
    name: str,
    title: str,
) -> Picture:
    """Spend added up, to a day each, with its forecast; the level is the contract's value."""
    series = (
        LineSeries("Spent", _by_day(spent)),
        LineSeries("Forecast", _by_day(forecast), FOCUS, is_dashed=True),
    )
    level = Reference(value / 100, f"Value {in_pounds(value)}")
    caption = Caption(name, title, how_to_read="Added up from the first day of the contract.")
    return lines(caption, series, unit=Unit("£"), reference=level, times_are="To")


def _by_day(sums: Mapping[date, Pence]) -> tuple[Moment, ...]:
    return tuple(Moment(_at(day), sums[day] / 100, _day(day)) for day in sorted(sums))


def _millions(pence: int) -> float:
    return pence / 100_000_000


def _at(day: date) -> float:
    first = date(day.year, 1, 1)
    return day.year + (day - first).days / (date(day.year + 1, 1, 1) - first).days


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
