"""The only door of the keep_to stage."""

from carewright.keep_to.actions.reach import OBLIGATION, Refused
from carewright.keep_to.actions.say_known import say_known
from carewright.keep_to.actions.settle import hand_on, mark_done, mark_not_needed, take_back
from carewright.keep_to.actions.tell_overdue import tell_overdue
from carewright.keep_to.actions.work_out import Worked, work_out, work_out_all, work_out_one
from carewright.keep_to.queries.obligations import (
    due_for,
    months,
    obligation,
    of_officer,
    settled,
    timetable,
    to_do,
)
from carewright.keep_to.rows import Change, DueObligation, Months, Obligation, Timetable
from carewright.keep_to.rules.known import NAMES, Known
from carewright.keep_to.rules.life_of_a_duty import (
    MOVES,
    OPEN,
    SETTLED,
    ChangeKind,
    DutyState,
)

__all__ = [
    "MOVES",
    "NAMES",
    "OBLIGATION",
    "OPEN",
    "SETTLED",
    "Change",
    "ChangeKind",
    "DueObligation",
    "DutyState",
    "Known",
    "Months",
    "Obligation",
    "Refused",
    "Timetable",
    "Worked",
    "due_for",
    "hand_on",
    "mark_done",
    "mark_not_needed",
    "months",
    "obligation",
    "of_officer",
    "say_known",
    "settled",
    "take_back",
    "tell_overdue",
    "timetable",
    "to_do",
    "work_out",
    "work_out_all",
    "work_out_one",
]
