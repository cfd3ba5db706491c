"""The only door of the contract stage."""

from carewright.contract.actions.add_parts import add_price_line, add_provider, add_service
from carewright.contract.actions.approve import (
    ask_for_approval,
    ask_to_take_back,
    confirm_taking_back,
    take_over_approval,
)
from carewright.contract.actions.extend import add_extension, decide_extension
from carewright.contract.actions.keep_plans import Kept, keep_plans
from carewright.contract.actions.let_care_go_on import end_going_on, let_care_go_on
from carewright.contract.actions.reach import AGREEMENT, CannotDo
from carewright.contract.actions.record_signature import record_signature
from carewright.contract.actions.run_agreement import (
    begin_agreement,
    decide_to_end,
    end_agreement,
    name_successor,
)
from carewright.contract.actions.track_finding import track_finding
from carewright.contract.actions.write_agreement import change_words, write_agreement
from carewright.contract.queries.agreements import agreement, agreements, possible_successors
from carewright.contract.queries.calling_off import may_call_off
from carewright.contract.queries.public import obligations_of, public_register
from carewright.contract.queries.variety import Compared, compared
from carewright.contract.queries.work import MOST_LOOKED_AT, work_list
from carewright.contract.rows import (
    Agreement,
    Extension,
    Party,
    Price,
    Reversal,
    Service,
    Signature,
    ToPutRight,
    Wording,
)
from carewright.contract.rules.calling_off import Answer, Basis, GoesOn, Reason, Successor
from carewright.contract.rules.facts import AgreementFacts, Priced
from carewright.contract.rules.life_of_an_agreement import (
    MOVES,
    OPEN_TO_CHANGE,
    OVER,
    RUNNING,
    AgreementState,
)
from carewright.contract.rules.terms import Blocker, Term, annual_pence
from carewright.contract.rules.tiers import Tier, tier_of
from carewright.contract.rules.validity import (
    RULES_IN_WORDS,
    Check,
    Owner,
    Standing,
    checks,
    to_put_right,
    whose,
)
from carewright.contract.rules.words import (
    ONE_PERSON,
    PRICED,
    Authority,
    DayKind,
    Kind,
    OptionState,
    Regime,
    Risk,
    Side,
    Unit,
)

__all__ = [
    "AGREEMENT",
    "MOST_LOOKED_AT",
    "MOVES",
    "ONE_PERSON",
    "OPEN_TO_CHANGE",
    "OVER",
    "PRICED",
    "RULES_IN_WORDS",
    "RUNNING",
    "Agreement",
    "AgreementFacts",
    "AgreementState",
    "Answer",
    "Authority",
    "Basis",
    "Blocker",
    "CannotDo",
    "Check",
    "Compared",
    "DayKind",
    "Extension",
    "GoesOn",
    "Kept",
    "Kind",
    "OptionState",
    "Owner",
    "Party",
    "Price",
    "Priced",
    "Reason",
    "Regime",
    "Reversal",
    "Risk",
    "Service",
    "Side",
    "Signature",
    "Standing",
    "Successor",
    "Term",
    "Tier",
    "ToPutRight",
    "Unit",
    "Wording",
    "add_extension",
    "add_price_line",
    "add_provider",
    "add_service",
    "agreement",
    "agreements",
    "annual_pence",
    "ask_for_approval",
    "ask_to_take_back",
    "begin_agreement",
    "change_words",
    "checks",
    "compared",
    "confirm_taking_back",
    "decide_extension",
    "decide_to_end",
    "end_agreement",
    "end_going_on",
    "keep_plans",
    "let_care_go_on",
    "may_call_off",
    "name_successor",
    "obligations_of",
    "possible_successors",
    "public_register",
    "record_signature",
    "take_over_approval",
    "tier_of",
    "to_put_right",
    "track_finding",
    "whose",
    "work_list",
    "write_agreement",
]
