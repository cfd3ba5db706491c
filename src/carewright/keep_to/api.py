"""The only door of the keep_to stage."""

from carewright.keep_to.actions.account_for import (
    enter_statement,
    receive_accounts,
    receive_unspent,
)
from carewright.keep_to.actions.brief import say_read, write_briefing
from carewright.keep_to.actions.fund import (
    check_undertaking,
    decide_application,
    take_application,
)
from carewright.keep_to.actions.reach import OBLIGATION, Refused
from carewright.keep_to.actions.say_known import say_known
from carewright.keep_to.actions.settle import hand_on, mark_done, mark_not_needed, take_back
from carewright.keep_to.actions.tell_overdue import tell_overdue
from carewright.keep_to.actions.work_out import Worked, work_out, work_out_all, work_out_one
from carewright.keep_to.queries.briefings import (
    briefing,
    briefings,
    readers,
    to_read,
    versions_of_briefings,
)
from carewright.keep_to.queries.grants import application, applications, undertakings_of
from carewright.keep_to.queries.obligations import (
    due_for,
    late_at,
    months,
    obligation,
    obligations,
    of_officer,
    settled,
    timetable,
    to_do,
)
from carewright.keep_to.queries.statements import statement, statements
from carewright.keep_to.rows import (
    Application,
    Briefing,
    Change,
    Checked,
    DueObligation,
    Months,
    Obligation,
    Reader,
    Reading,
    Statement,
    Timetable,
    ToRead,
)
from carewright.keep_to.rules.briefing import BriefingWords, changed_since, record_says
from carewright.keep_to.rules.compact import (
    APPLICATION_MOVES,
    FUNDED,
    ApplicationState,
    Asked,
    Standing,
    asked_of,
)
from carewright.keep_to.rules.known import NAMES, Known
from carewright.keep_to.rules.life_of_a_duty import (
    MOVES,
    OPEN,
    SETTLED,
    ChangeKind,
    DutyState,
    is_late,
)
from carewright.keep_to.rules.statements import Account, UsedFor, accounts_due_on, is_above

__all__ = [
    "APPLICATION_MOVES",
    "FUNDED",
    "MOVES",
    "NAMES",
    "OBLIGATION",
    "OPEN",
    "SETTLED",
    "Account",
    "Application",
    "ApplicationState",
    "Asked",
    "Briefing",
    "BriefingWords",
    "Change",
    "ChangeKind",
    "Checked",
    "DueObligation",
    "DutyState",
    "Known",
    "Months",
    "Obligation",
    "Reader",
    "Reading",
    "Refused",
    "Standing",
    "Statement",
    "Timetable",
    "ToRead",
    "UsedFor",
    "Worked",
    "accounts_due_on",
    "application",
    "applications",
    "asked_of",
    "briefing",
    "briefings",
    "changed_since",
    "check_undertaking",
    "decide_application",
    "due_for",
    "enter_statement",
    "hand_on",
    "is_above",
    "is_late",
    "late_at",
    "mark_done",
    "mark_not_needed",
    "months",
    "obligation",
    "obligations",
    "of_officer",
    "readers",
    "receive_accounts",
    "receive_unspent",
    "record_says",
    "say_known",
    "say_read",
    "settled",
    "statement",
    "statements",
    "take_application",
    "take_back",
    "tell_overdue",
    "timetable",
    "to_do",
    "to_read",
    "undertakings_of",
    "versions_of_briefings",
    "work_out",
    "work_out_all",
    "work_out_one",
    "write_briefing",
]
