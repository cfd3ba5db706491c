"""Examples of what care costs and what is paid for it, all invented."""

from __future__ import annotations

from typing import Final

from carewright_engine.charts import (
    FOCUS,
    PUBLIC,
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

POUNDS: Final = Unit("£", places=2)
MILLIONS: Final = Unit("£", "m", 2)
_PART: Final = "seq-4"


def hour_built_up() -> Picture:
    parts = (
        ("Care worker's pay", 12.6), ("Employer's costs on pay", 2.85), ("Travel time", 2.46),
        ("Mileage and equipment", 1.58), ("Running costs", 2.53), ("Surplus, 3%", 0.6),
    )  # fmt: skip
    steps = [Step(name, value, tone=_PART) for name, value in parts]
    steps += [Step("Least cost", kind="reached"), Step("Proposed", 22.05, "beside", FOCUS)]
    caption = Caption("gallery-hour", "One hour of care", how_to_read="Built up from pay.")
    return waterfall(caption, steps, unit=POUNDS, lying=True, rows_are="Part", wide=680)


def price_over_time() -> Picture:
    years = range(2021, 2028)
    weekday = (18.4, 18.4, 20.2, 21.6, 22.7, 23.48, 24.79)
    weekend = (None, None, 21.5, 22.9, 24.0, 24.9, 26.3)
    series = tuple(
        LineSeries(
            name,
            tuple(Moment(year, price) for year, price in zip(years, prices, strict=True)),
            tone,
            is_stepped=True,
        )
        for name, prices, tone in (("Weekday", weekday, PUBLIC), ("Weekend", weekend, FOCUS))
    )
    caption = Caption(
        "gallery-price-steps", "Price of one hour", how_to_read="A price holds until the next one."
    )
    return lines(caption, series, unit=POUNDS, is_from_nought=False)


def budget_in_steps() -> Picture:
    steps = (
        Step("Opening commitment", 19.3, "level"),
        Step("Wage floor", 0.7),
        Step("Prices index", 0.21),
        Step("Travel and fixed", 0.07),
        Step("Growth in hours", 0.21),
        Step("Savings agreed", -0.12),
        Step("Forecast", kind="reached"),
        Step("Budget", 20.3, "beside"),
    )
    caption = Caption("gallery-budget", "From what is committed now to the budget")
    return waterfall(caption, steps, unit=MILLIONS, level=Reference(20.3, "Budget £20.30m"))


def spend_against_value() -> Picture:
    spent = tuple(Moment(2022 + year, 1.4 * year) for year in range(5))
    ahead = tuple(Moment(2026 + year, 5.6 + 1.62 * year) for year in range(4))
    series = (
        LineSeries("Spent", spent),
        LineSeries("Forecast", ahead, FOCUS, is_dashed=True),
    )
    caption = Caption("gallery-spend", "Spend against the value of the contract")
    level = Reference(10, "Value £10m")
    return lines(caption, series, unit=Unit("£", "m", 1), reference=level)
