"""Tables of the decide stage."""

from carewright.decide.models.request import (
    Answer,
    ApprovalRequest,
    Hold,
    Reconsideration,
    Step,
    StepDecision,
    UrgentUse,
)
from carewright.decide.models.scheme import Scheme, SchemeLine

__all__ = [
    "Answer",
    "ApprovalRequest",
    "Hold",
    "Reconsideration",
    "Scheme",
    "SchemeLine",
    "Step",
    "StepDecision",
    "UrgentUse",
]
