"""The only door of the cost stage."""

from carewright.cost.queries.forecast import MOVED, financial_year_of, forecast
from carewright.cost.rows.forecast import By, Forecast, Left, LeftOut, Line, NeedUsed
from carewright_engine.costing.forecast import RiseNotGiven

__all__ = [
    "MOVED",
    "By",
    "Forecast",
    "Left",
    "LeftOut",
    "Line",
    "NeedUsed",
    "RiseNotGiven",
    "financial_year_of",
    "forecast",
]
