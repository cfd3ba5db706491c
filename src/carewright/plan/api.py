"""The only door of the plan stage."""

from carewright.govern.api import CannotDo, Given
from carewright.plan.actions.add_to_decision import (
    EndingWords,
    add_ending,
    add_evidence,
    attach_advice,
    take_out,
)
from carewright.plan.actions.after_deciding import (
    ask_to_set_aside,
    confirm_setting_aside,
    correct_decision,
    keep_decision,
    share_decision,
)
from carewright.plan.actions.approve_decision import (
    ask_for_approval,
    put_into_force,
    withdraw_decision,
)
from carewright.plan.actions.weigh import Weighing, weigh_option
from carewright.plan.actions.write_decision import begin_decision, save_step
from carewright.plan.queries.decisions import (
    SOURCING,
    found_decisions,
    near,
    sourcing_decision,
    sourcing_decisions,
    sourcing_decisions_that_say_compete,
    versions_of,
    what_is_open,
)
from carewright.plan.queries.sources import sources
from carewright.plan.rows import (
    Decision,
    Ending,
    Evidence,
    Line,
    Open,
    OptionWeighed,
    Source,
)
from carewright.plan.rules.deciding import FIELDS, Judged
from carewright.plan.rules.law import Ground, Limit, grounds
from carewright.plan.rules.life import MOVES, DecisionState, Standing
from carewright.plan.rules.people import Count
from carewright.plan.rules.words import QUESTIONS, Criterion, EvidenceKind, Leaning, Option, Step

__all__ = [
    "FIELDS",
    "MOVES",
    "QUESTIONS",
    "SOURCING",
    "CannotDo",
    "Count",
    "Criterion",
    "Decision",
    "DecisionState",
    "Ending",
    "EndingWords",
    "Evidence",
    "EvidenceKind",
    "Given",
    "Ground",
    "Judged",
    "Leaning",
    "Limit",
    "Line",
    "Open",
    "Option",
    "OptionWeighed",
    "Source",
    "Standing",
    "Step",
    "Weighing",
    "add_ending",
    "add_evidence",
    "ask_for_approval",
    "ask_to_set_aside",
    "attach_advice",
    "begin_decision",
    "confirm_setting_aside",
    "correct_decision",
    "found_decisions",
    "grounds",
    "keep_decision",
    "near",
    "put_into_force",
    "save_step",
    "share_decision",
    "sources",
    "sourcing_decision",
    "sourcing_decisions",
    "sourcing_decisions_that_say_compete",
    "take_out",
    "versions_of",
    "weigh_option",
    "what_is_open",
    "withdraw_decision",
]
