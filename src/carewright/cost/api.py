"""The only door of the cost stage."""

from carewright.cost.actions.record_return import (
    RETURN,
    CannotRecord,
    check_return,
    record_return,
)
from carewright.cost.queries.forecast import MOVED, financial_year_of, forecast
from carewright.cost.queries.own_costs import (
    OwnBeside,
    OwnCost,
    costs_file,
    own_beside_bought,
    own_costs,
    share_of,
)
from carewright.cost.queries.prices import Compared as PriceCompared
from carewright.cost.queries.prices import Paid, beside_least, prices_paid
from carewright.cost.queries.reference import (
    CONSUMER_PRICES,
    DRAWN,
    GROUPS,
    Value,
    dated_values,
    published_hour,
    totals_that_differ,
    value_on,
    values_not_held,
    values_over_time,
)
from carewright.cost.queries.returns import (
    Returned,
    accepted_returns,
    care_home_costs,
    cost_return,
    returns,
)
from carewright.cost.queries.side_by_side import RULE as OUTLIERS
from carewright.cost.queries.side_by_side import Beside, Published, own_headline, published_costs
from carewright.cost.queries.who_checks import nearness_to
from carewright.cost.rows.forecast import By, Forecast, Left, LeftOut, Line, NeedUsed
from carewright.cost.rules.returns import CostLine, Outcome, Said, lines_in
from carewright.cost.rules.returns import Kind as ReturnKind
from carewright_engine.costing.by_day import RiseNotGiven

__all__ = [
    "CONSUMER_PRICES",
    "DRAWN",
    "GROUPS",
    "MOVED",
    "OUTLIERS",
    "RETURN",
    "Beside",
    "By",
    "CannotRecord",
    "CostLine",
    "Forecast",
    "Left",
    "LeftOut",
    "Line",
    "NeedUsed",
    "Outcome",
    "OwnBeside",
    "OwnCost",
    "Paid",
    "PriceCompared",
    "Published",
    "ReturnKind",
    "Returned",
    "RiseNotGiven",
    "Said",
    "Value",
    "accepted_returns",
    "beside_least",
    "care_home_costs",
    "check_return",
    "cost_return",
    "costs_file",
    "dated_values",
    "financial_year_of",
    "forecast",
    "lines_in",
    "nearness_to",
    "own_beside_bought",
    "own_costs",
    "own_headline",
    "prices_paid",
    "published_costs",
    "published_hour",
    "record_return",
    "returns",
    "share_of",
    "totals_that_differ",
    "value_on",
    "values_not_held",
    "values_over_time",
]
