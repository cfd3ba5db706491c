"""Tables of papers, scrutiny, meetings and directions."""

from carewright.govern.models.direction import Direction, DirectionNote
from carewright.govern.models.meeting import AgendaItem, Body, Meeting
from carewright.govern.models.paper import Assessment, BackgroundPaper, Consultation, Paper
from carewright.govern.models.scrutiny import Answer, Question, Scrutiny

__all__ = [
    "AgendaItem",
    "Answer",
    "Assessment",
    "BackgroundPaper",
    "Body",
    "Consultation",
    "Direction",
    "DirectionNote",
    "Meeting",
    "Paper",
    "Question",
    "Scrutiny",
]
