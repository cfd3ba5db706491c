"""The only door of the contract stage."""

from carewright.contract.actions.add_parts import add_price_line, add_provider, add_service
from carewright.contract.actions.answer_import import (
    NONE_OF_THESE,
    Several,
    answer_supplier,
    confirm_sure_suppliers,
    settle_row,
    settle_rows,
)
from carewright.contract.actions.approve import (
    ask_for_approval,
    ask_to_take_back,
    confirm_taking_back,
    keep_approved,
    take_over_approval,
)
from carewright.contract.actions.ask_to_import import (
    ask_to_begin_import,
    ask_to_place_rows,
    ask_to_undo_import,
)
from carewright.contract.actions.begin_import import KIND_OF_FILE, AlreadyBegun, begin_import
from carewright.contract.actions.change_prices import (
    PriceChange,
    PricesMoved,
    change_prices,
    take_prices_back,
)
from carewright.contract.actions.change_terms import (
    Terms,
    assign_agreement,
    change_terms,
    end_as_planned,
    expect_exit,
    go_on_after_all,
    plan_the_end,
)
from carewright.contract.actions.extend import (
    EXTENSION,
    add_extension,
    ask_to_extend,
    decide_extension,
)
from carewright.contract.actions.fill_in import FilledIn, fill_in
from carewright.contract.actions.keep_plans import Kept, keep_plans
from carewright.contract.actions.let_care_go_on import end_going_on, let_care_go_on
from carewright.contract.actions.name_publisher import name_publisher
from carewright.contract.actions.place_rows import place_rows
from carewright.contract.actions.reach import (
    AGREEMENT,
    CannotDo,
    refuse_own,
)
from carewright.contract.actions.read_paper import look_at_placement, read_paper
from carewright.contract.actions.record_signature import record_signature
from carewright.contract.actions.run_agreement import (
    abandon_agreement,
    begin_agreement,
    decide_to_end,
    end_agreement,
    name_successor,
)
from carewright.contract.actions.say_kinds import MOST_AT_ONCE as MOST_KINDS_AT_ONCE
from carewright.contract.actions.say_kinds import say_kinds
from carewright.contract.actions.take_part_out import Part, take_part_out
from carewright.contract.actions.track_finding import track_finding
from carewright.contract.actions.undo_import import undo_import
from carewright.contract.actions.write_agreement import change_words, write_agreement
from carewright.contract.queries.agreements import (
    agreement,
    agreements,
    found_agreements,
    possible_successors,
    without_a_kind,
)
from carewright.contract.queries.among import placement_of
from carewright.contract.queries.by_the_scheme import (
    Signatory,
    blockers_to_carry_out,
    is_approved,
    signatory,
)
from carewright.contract.queries.calling_off import may_call_off
from carewright.contract.queries.committed import Committed, committed
from carewright.contract.queries.frameworks import agreement_called
from carewright.contract.queries.imports import (
    import_of,
    import_of_file,
    imported_rows,
    imported_suppliers,
    imports,
    imports_to_answer,
    next_row,
    next_supplier,
    origin_of,
    row_to_settle,
    supplier_to_match,
    sure_suppliers,
    what_holds,
)
from carewright.contract.queries.owing import Owing, owing
from carewright.contract.queries.priced_lines import (
    Chosen,
    PricedLine,
    priced_lines,
    priced_lines_of,
)
from carewright.contract.queries.public import (
    obligations_of,
    public_entries,
    public_register,
    published_above,
    publisher,
    withheld,
)
from carewright.contract.queries.variety import Compared, compared
from carewright.contract.queries.work import MOST_LOOKED_AT, owned_exceptions, work_list
from carewright.contract.rows import (
    Agreement,
    Batch,
    BatchCounts,
    CalledUpon,
    Extension,
    GivenFile,
    MatchOffered,
    OwnedException,
    Party,
    Price,
    Reversal,
    RowToSettle,
    Service,
    Signature,
    SupplierToMatch,
    ToPutRight,
    Withheld,
    Wording,
)
from carewright.contract.rules.calling_off import Answer, Basis, GoesOn, Reason, Successor
from carewright.contract.rules.facts import AgreementFacts, Priced
from carewright.contract.rules.hands import authors, with_hand
from carewright.contract.rules.life_of_an_agreement import (
    MOVES,
    OPEN_TO_CHANGE,
    OVER,
    RUNNING,
    AgreementState,
)
from carewright.contract.rules.life_of_an_import import (
    BATCH_MOVES,
    ROW_MOVES,
    BatchState,
    RowState,
)
from carewright.contract.rules.life_of_an_import import Reading as RowReading
from carewright.contract.rules.nations import nation_of
from carewright.contract.rules.open_contracting import Publisher, package_in_parts
from carewright.contract.rules.publishing import may_be_one_persons
from carewright.contract.rules.terms import (
    Term,
    annual_pence,
    further_pence,
    scheme_pence,
)
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
from carewright.contract.rules.writing import blockers_to_unit_price
from carewright.platform.api import Blocker

__all__ = [
    "AGREEMENT",
    "BATCH_MOVES",
    "EXTENSION",
    "KIND_OF_FILE",
    "MOST_KINDS_AT_ONCE",
    "MOST_LOOKED_AT",
    "MOVES",
    "NONE_OF_THESE",
    "ONE_PERSON",
    "OPEN_TO_CHANGE",
    "OVER",
    "PRICED",
    "ROW_MOVES",
    "RULES_IN_WORDS",
    "RUNNING",
    "Agreement",
    "AgreementFacts",
    "AgreementState",
    "AlreadyBegun",
    "Answer",
    "Authority",
    "Basis",
    "Batch",
    "BatchCounts",
    "BatchState",
    "Blocker",
    "CalledUpon",
    "CannotDo",
    "Check",
    "Chosen",
    "Committed",
    "Compared",
    "DayKind",
    "Extension",
    "FilledIn",
    "GivenFile",
    "GoesOn",
    "Kept",
    "Kind",
    "MatchOffered",
    "OptionState",
    "Owing",
    "OwnedException",
    "Owner",
    "Part",
    "Party",
    "Price",
    "PriceChange",
    "Priced",
    "PricedLine",
    "PricesMoved",
    "Publisher",
    "Reason",
    "Regime",
    "Reversal",
    "Risk",
    "RowReading",
    "RowState",
    "RowToSettle",
    "Service",
    "Several",
    "Side",
    "Signatory",
    "Signature",
    "Standing",
    "Successor",
    "SupplierToMatch",
    "Term",
    "Terms",
    "ToPutRight",
    "Unit",
    "Withheld",
    "Wording",
    "abandon_agreement",
    "add_extension",
    "add_price_line",
    "add_provider",
    "add_service",
    "agreement",
    "agreement_called",
    "agreements",
    "annual_pence",
    "answer_supplier",
    "ask_for_approval",
    "ask_to_begin_import",
    "ask_to_extend",
    "ask_to_place_rows",
    "ask_to_take_back",
    "ask_to_undo_import",
    "assign_agreement",
    "authors",
    "begin_agreement",
    "begin_import",
    "blockers_to_carry_out",
    "blockers_to_unit_price",
    "change_prices",
    "change_terms",
    "change_words",
    "checks",
    "committed",
    "compared",
    "confirm_sure_suppliers",
    "confirm_taking_back",
    "decide_extension",
    "decide_to_end",
    "end_agreement",
    "end_as_planned",
    "end_going_on",
    "expect_exit",
    "fill_in",
    "found_agreements",
    "further_pence",
    "go_on_after_all",
    "import_of",
    "import_of_file",
    "imported_rows",
    "imported_suppliers",
    "imports",
    "imports_to_answer",
    "is_approved",
    "keep_approved",
    "keep_plans",
    "let_care_go_on",
    "look_at_placement",
    "may_be_one_persons",
    "may_call_off",
    "name_publisher",
    "name_successor",
    "nation_of",
    "next_row",
    "next_supplier",
    "obligations_of",
    "origin_of",
    "owing",
    "owned_exceptions",
    "package_in_parts",
    "place_rows",
    "placement_of",
    "plan_the_end",
    "possible_successors",
    "priced_lines",
    "priced_lines_of",
    "public_entries",
    "public_register",
    "published_above",
    "publisher",
    "read_paper",
    "record_signature",
    "refuse_own",
    "row_to_settle",
    "say_kinds",
    "scheme_pence",
    "settle_row",
    "settle_rows",
    "signatory",
    "supplier_to_match",
    "sure_suppliers",
    "take_over_approval",
    "take_part_out",
    "take_prices_back",
    "to_put_right",
    "track_finding",
    "undo_import",
    "what_holds",
    "whose",
    "with_hand",
    "withheld",
    "without_a_kind",
    "work_list",
    "write_agreement",
]
