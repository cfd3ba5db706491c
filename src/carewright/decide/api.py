"""The only door of the decide stage."""

from carewright.decide.actions.decide_step import CannotDecide, decide_step
from carewright.decide.actions.hold import hold, release_hold
from carewright.decide.actions.record_minute import record_minute
from carewright.decide.actions.request_approval import CannotAsk, request_approval
from carewright.decide.queries.approvals import approval, approval_row, approvals, approvals_about
from carewright.decide.queries.schemes import scheme, schemes
from carewright.decide.rows import Answer, Approval, Hold, Said, Scheme, Step
from carewright.decide.rules.decided_acts import DecidedAct, Framework
from carewright.decide.rules.life_of_a_request import (
    REQUEST_MOVES,
    STEP_MOVES,
    Outcome,
    RequestState,
    StepState,
)
from carewright.decide.rules.life_of_a_scheme import SCHEME_MOVES, SchemeState
from carewright.decide.rules.who_may import Blocker

__all__ = [
    "REQUEST_MOVES",
    "SCHEME_MOVES",
    "STEP_MOVES",
    "Answer",
    "Approval",
    "Blocker",
    "CannotAsk",
    "CannotDecide",
    "DecidedAct",
    "Framework",
    "Hold",
    "Outcome",
    "RequestState",
    "Said",
    "Scheme",
    "SchemeState",
    "Step",
    "StepState",
    "approval",
    "approval_row",
    "approvals",
    "approvals_about",
    "decide_step",
    "hold",
    "record_minute",
    "release_hold",
    "request_approval",
    "scheme",
    "schemes",
]
