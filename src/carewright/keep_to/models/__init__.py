"""Tables of the keep_to stage."""

from carewright.keep_to.models.briefing import BriefingRead, BriefingVersion
from carewright.keep_to.models.grant import GrantApplication, UndertakingCheck
from carewright.keep_to.models.obligation import (
    KnownFacts,
    Obligation,
    ObligationChange,
    Timetable,
)
from carewright.keep_to.models.statement import Statement, StatementLine

__all__ = [
    "BriefingRead",
    "BriefingVersion",
    "GrantApplication",
    "KnownFacts",
    "Obligation",
    "ObligationChange",
    "Statement",
    "StatementLine",
    "Timetable",
    "UndertakingCheck",
]
