"""Tables of the keep_to stage."""

from carewright.keep_to.models.obligation import (
    KnownFacts,
    Obligation,
    ObligationChange,
    Timetable,
)

__all__ = ["KnownFacts", "Obligation", "ObligationChange", "Timetable"]
