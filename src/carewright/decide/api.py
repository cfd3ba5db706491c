"""The only door of the decide stage."""

from carewright.decide.actions.answer_questions import (
    answer_questions,
    end_changed_request,
    withdraw_request,
)
from carewright.decide.actions.decide_again import (
    decide_again,
    minute_decided_again,
    send_back_decision,
)
from carewright.decide.actions.decide_step import CannotDecide, decide_step
from carewright.decide.actions.hold import hold, release_hold, spare_the_days
from carewright.decide.actions.propose_scheme import (
    CannotAdopt,
    CannotPropose,
    adopt_scheme,
    propose_scheme,
    put_scheme_aside,
)
from carewright.decide.actions.record_minute import record_minute
from carewright.decide.actions.request_approval import CannotAsk, request_approval
from carewright.decide.actions.use_urgent_power import use_urgent_power
from carewright.decide.queries.approvals import (
    accounts_about,
    approval,
    approval_row,
    approvals,
    approvals_about,
    found_approvals,
    reference,
    state_of,
    urgent_uses,
)
from carewright.decide.queries.choices import Choices, approval_and_choices, choices_at
from carewright.decide.queries.deciders import deciders_of
from carewright.decide.queries.schemes import roles_that_decide, scheme, schemes
from carewright.decide.queries.standing_in import stands_in_for, why_no_second_person
from carewright.decide.queries.waiting import desk_of, waiting_for
from carewright.decide.rows import (
    LOOKS,
    STEP_LOOKS,
    Answer,
    Approval,
    Desk,
    Hold,
    Reconsideration,
    Said,
    Scheme,
    Spared,
    Step,
    UrgentUse,
    Waiting,
    stands_as,
)
from carewright.decide.rules.coverage import Fault, acts_without_a_row
from carewright.decide.rules.days_for_scrutiny import Days
from carewright.decide.rules.decided_acts import DecidedAct, Framework
from carewright.decide.rules.life_of_a_request import (
    REQUEST_MOVES,
    STEP_MOVES,
    Outcome,
    RequestState,
    StepState,
)
from carewright.decide.rules.life_of_a_scheme import SCHEME_MOVES, SchemeState
from carewright.decide.rules.notation import read_stage
from carewright.decide.rules.reading_scheme import Problem, Reading
from carewright.decide.rules.reconsidering import Verdict
from carewright.decide.rules.scheme import Bounds, SchemeRow, Wanted, in_force, row_for
from carewright.decide.rules.scheme_file import COLUMNS, written_scheme
from carewright.platform.api import Blocker

__all__ = [
    "COLUMNS",
    "LOOKS",
    "REQUEST_MOVES",
    "SCHEME_MOVES",
    "STEP_LOOKS",
    "STEP_MOVES",
    "Answer",
    "Approval",
    "Blocker",
    "Bounds",
    "CannotAdopt",
    "CannotAsk",
    "CannotDecide",
    "CannotPropose",
    "Choices",
    "Days",
    "DecidedAct",
    "Desk",
    "Fault",
    "Framework",
    "Hold",
    "Outcome",
    "Problem",
    "Reading",
    "Reconsideration",
    "RequestState",
    "Said",
    "Scheme",
    "SchemeRow",
    "SchemeState",
    "Spared",
    "Step",
    "StepState",
    "UrgentUse",
    "Verdict",
    "Waiting",
    "Wanted",
    "accounts_about",
    "acts_without_a_row",
    "adopt_scheme",
    "answer_questions",
    "approval",
    "approval_and_choices",
    "approval_row",
    "approvals",
    "approvals_about",
    "choices_at",
    "decide_again",
    "decide_step",
    "deciders_of",
    "desk_of",
    "end_changed_request",
    "found_approvals",
    "hold",
    "in_force",
    "minute_decided_again",
    "propose_scheme",
    "put_scheme_aside",
    "read_stage",
    "record_minute",
    "reference",
    "release_hold",
    "request_approval",
    "roles_that_decide",
    "row_for",
    "scheme",
    "schemes",
    "send_back_decision",
    "spare_the_days",
    "stands_as",
    "stands_in_for",
    "state_of",
    "urgent_uses",
    "use_urgent_power",
    "waiting_for",
    "why_no_second_person",
    "withdraw_request",
    "written_scheme",
]
