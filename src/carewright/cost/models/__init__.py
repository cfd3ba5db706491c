"""Tables of the cost stage."""

from carewright.cost.models.returned import CostReturn, ReturnedLine

__all__ = ["CostReturn", "ReturnedLine"]
