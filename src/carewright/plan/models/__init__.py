"""Tables of the plan stage."""

from carewright.plan.models.decision import SourcingDecision
from carewright.plan.models.parts import Advice, Ending, Evidence, Judgement, Weighed

__all__ = ["Advice", "Ending", "Evidence", "Judgement", "SourcingDecision", "Weighed"]
