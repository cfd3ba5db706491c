"""Tables of the stage, one file each."""

from carewright.follow_up.models.plan import Phase, Plan, PlanImport, Review
from carewright.follow_up.models.task import (
    ComparedFindings,
    DueChange,
    Escalation,
    Evidence,
    Task,
)

__all__ = [
    "ComparedFindings",
    "DueChange",
    "Escalation",
    "Evidence",
    "Phase",
    "Plan",
    "PlanImport",
    "Review",
    "Task",
]
