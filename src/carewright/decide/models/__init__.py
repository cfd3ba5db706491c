"""Tables of the decide stage."""

from carewright.decide.models.request import (
    Answer,
    ApprovalRequest,
    Hold,
    Step,
    StepDecision,
    UrgentUse,
)
from carewright.decide.models.scheme import Scheme, SchemeLine

__all__ = [
    "Answer",
    "ApprovalRequest",
    "Hold",
    "Scheme",
    "SchemeLine",
    "Step",
    "StepDecision",
    "UrgentUse",
]
