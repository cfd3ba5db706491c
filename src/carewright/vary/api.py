"""The only door of the vary stage."""

from carewright.contract.api import Blocker, CannotDo
from carewright.vary.actions.approve_variation import (
    ask_to_vary,
    take_over_variation,
)
from carewright.vary.actions.carry_out_variation import (
    SignedCopy,
    apply_variation,
    sign_variation,
)
from carewright.vary.actions.end_by_plan import end_by_plan
from carewright.vary.actions.exempt import (
    ExemptionWords,
    ask_to_exempt,
    rely_on_exemption,
    take_over_exemption,
    tell_providers,
    withdraw_exemption,
    write_exemption,
)
from carewright.vary.actions.plan_exit import (
    ExitWords,
    add_exit_step,
    confirm_exit,
    count_who_is_left,
    note_exit,
    plan_exit,
    withdraw_exit,
)
from carewright.vary.actions.reach import EXEMPTION, EXIT, VARIATION
from carewright.vary.actions.report_exemption import report_exemption
from carewright.vary.actions.take_exit_back import (
    ask_exit_back,
    confirm_exit_back,
    keep_exit,
)
from carewright.vary.actions.take_variation_back import (
    ask_variation_back,
    confirm_variation_back,
    keep_variation,
)
from carewright.vary.actions.write_variation import (
    change_variation,
    withdraw_variation,
    write_variation,
)
from carewright.vary.queries.exempted import against_exemptions
from carewright.vary.queries.exemptions import (
    exemption,
    exemptions,
    exemptions_near,
    exemptions_of,
    grounds,
)
from carewright.vary.queries.exits import exit_plan, exits_near, exits_of
from carewright.vary.queries.to_do import NEXT_OF_EXIT, NEXT_OF_VARIATION, changes, standing_of
from carewright.vary.queries.variations import (
    headroom,
    law_on,
    variation,
    variations_near,
    variations_of,
)
from carewright.vary.rows import (
    AgainstExemptions,
    AskedBack,
    Exemption,
    Exit,
    ExitStep,
    Found,
    Reliance,
    ToDo,
    Variation,
)
from carewright.vary.rules.cumulative import SoFar
from carewright.vary.rules.ending import Notice, notice_of
from carewright.vary.rules.lives import (
    EXEMPTION_MOVES,
    EXIT_MOVES,
    VARIATION_MOVES,
    ExemptionStanding,
    ExemptionState,
    ExitState,
    VariationState,
)
from carewright.vary.rules.testing import questions
from carewright.vary.rules.varying import OPEN_TO_VARY, VariationWords
from carewright.vary.rules.words import PROTECTS_PEOPLE, Cause, Counted, Scope, StepKind, What

__all__ = [
    "EXEMPTION",
    "EXEMPTION_MOVES",
    "EXIT",
    "EXIT_MOVES",
    "NEXT_OF_EXIT",
    "NEXT_OF_VARIATION",
    "OPEN_TO_VARY",
    "PROTECTS_PEOPLE",
    "VARIATION",
    "VARIATION_MOVES",
    "AgainstExemptions",
    "AskedBack",
    "Blocker",
    "CannotDo",
    "Cause",
    "Counted",
    "Exemption",
    "ExemptionStanding",
    "ExemptionState",
    "ExemptionWords",
    "Exit",
    "ExitState",
    "ExitStep",
    "ExitWords",
    "Found",
    "Notice",
    "Reliance",
    "Scope",
    "SignedCopy",
    "SoFar",
    "StepKind",
    "ToDo",
    "Variation",
    "VariationState",
    "VariationWords",
    "What",
    "add_exit_step",
    "against_exemptions",
    "apply_variation",
    "ask_exit_back",
    "ask_to_exempt",
    "ask_to_vary",
    "ask_variation_back",
    "change_variation",
    "changes",
    "confirm_exit",
    "confirm_exit_back",
    "confirm_variation_back",
    "count_who_is_left",
    "end_by_plan",
    "exemption",
    "exemptions",
    "exemptions_near",
    "exemptions_of",
    "exit_plan",
    "exits_near",
    "exits_of",
    "grounds",
    "headroom",
    "keep_exit",
    "keep_variation",
    "law_on",
    "note_exit",
    "notice_of",
    "plan_exit",
    "questions",
    "rely_on_exemption",
    "report_exemption",
    "sign_variation",
    "standing_of",
    "take_over_exemption",
    "take_over_variation",
    "tell_providers",
    "variation",
    "variations_near",
    "variations_of",
    "withdraw_exemption",
    "withdraw_exit",
    "withdraw_variation",
    "write_exemption",
    "write_variation",
]
