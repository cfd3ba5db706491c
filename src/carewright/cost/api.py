"""The only door of the cost stage."""

from carewright.cost.queries.forecast import MOVED, financial_year_of, forecast
from carewright.cost.queries.prices import Compared as PriceCompared
from carewright.cost.queries.prices import Paid, beside_least, prices_paid
from carewright.cost.queries.reference import (
    DRAWN,
    GROUPS,
    Value,
    dated_values,
    totals_that_differ,
    value_on,
    values_over_time,
)
from carewright.cost.queries.side_by_side import RULE as OUTLIERS
from carewright.cost.queries.side_by_side import Beside, Published, own_headline, published_costs
from carewright.cost.rows.forecast import By, Forecast, Left, LeftOut, Line, NeedUsed
from carewright_engine.costing.forecast import RiseNotGiven

__all__ = [
    "DRAWN",
    "GROUPS",
    "MOVED",
    "OUTLIERS",
    "Beside",
    "By",
    "Forecast",
    "Left",
    "LeftOut",
    "Line",
    "NeedUsed",
    "Paid",
    "PriceCompared",
    "Published",
    "RiseNotGiven",
    "Value",
    "beside_least",
    "dated_values",
    "financial_year_of",
    "forecast",
    "own_headline",
    "prices_paid",
    "published_costs",
    "totals_that_differ",
    "value_on",
    "values_over_time",
]
