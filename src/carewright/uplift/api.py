"""The only door of the uplift stage."""

from carewright.uplift.actions.apply import apply_round, close_as_paid
from carewright.uplift.actions.approval import ask_for_approval, take_over_approval
from carewright.uplift.actions.floor_reason import sign_floor_reason
from carewright.uplift.actions.keep_draft import begin_draft, discard_draft, save_draft_step
from carewright.uplift.actions.preview import preview_round
from carewright.uplift.actions.propose import (
    Proposal,
    agree_price,
    change_proposal,
    open_again,
    propose_round,
    set_apart,
    withdraw_round,
)
from carewright.uplift.actions.provider_says import (
    Answer,
    record_answer,
    record_pay,
    record_settlement,
    send_to_providers,
)
from carewright.uplift.actions.reach import ROUND, CannotDo
from carewright.uplift.actions.second_reading import (
    answer_reading,
    call_reader_off,
    choose_reader,
    send_back,
)
from carewright.uplift.actions.take_back import (
    ask_to_reverse,
    confirm_reversal,
    decline_reversal,
    withdraw_reversal,
)
from carewright.uplift.queries.drafts import draft, drafts
from carewright.uplift.queries.lines import line_row, sees_placements
from carewright.uplift.queries.rounds import (
    asked_at,
    lines_of,
    pay_seen,
    providers_assessed,
    rounds,
    settlements,
    uplift_round,
)
from carewright.uplift.rows import (
    Draft,
    Heard,
    Line,
    Pay,
    Provider,
    Reading,
    ReadLine,
    Round,
    Settlement,
    Unseen,
)
from carewright.uplift.rules.drafting import Answers, Typed, next_open
from carewright.uplift.rules.level import Level
from carewright.uplift.rules.life_of_a_round import MOVES, OPEN_TO_CHANGE, RoundState
from carewright.uplift.rules.round_rule import (
    FloorInputs,
    RoundFormula,
    RoundRule,
    SetApart,
    Share,
    as_plain,
    from_plain,
)
from carewright.uplift.rules.words import Counted, ReadState, Said

__all__ = [
    "MOVES",
    "OPEN_TO_CHANGE",
    "ROUND",
    "Answer",
    "Answers",
    "CannotDo",
    "Counted",
    "Draft",
    "FloorInputs",
    "Heard",
    "Level",
    "Line",
    "Pay",
    "Proposal",
    "Provider",
    "ReadLine",
    "ReadState",
    "Reading",
    "Round",
    "RoundFormula",
    "RoundRule",
    "RoundState",
    "Said",
    "SetApart",
    "Settlement",
    "Share",
    "Typed",
    "Unseen",
    "agree_price",
    "answer_reading",
    "apply_round",
    "as_plain",
    "ask_for_approval",
    "ask_to_reverse",
    "asked_at",
    "begin_draft",
    "call_reader_off",
    "change_proposal",
    "choose_reader",
    "close_as_paid",
    "confirm_reversal",
    "decline_reversal",
    "discard_draft",
    "draft",
    "drafts",
    "from_plain",
    "line_row",
    "lines_of",
    "next_open",
    "open_again",
    "pay_seen",
    "preview_round",
    "propose_round",
    "providers_assessed",
    "record_answer",
    "record_pay",
    "record_settlement",
    "rounds",
    "save_draft_step",
    "sees_placements",
    "send_back",
    "send_to_providers",
    "set_apart",
    "settlements",
    "sign_floor_reason",
    "take_over_approval",
    "uplift_round",
    "withdraw_reversal",
    "withdraw_round",
]
