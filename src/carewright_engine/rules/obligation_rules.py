"""The table of obligations: when each applies, what it counts from, and who answers for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from carewright_engine.rules.cells import Cells
from carewright_engine.rules.dated import Jurisdiction
from carewright_engine.rules.facts import Kind, Regime, Route
from carewright_engine.rules.reading import Rows, read, text_of
from carewright_engine.rules.rows import Row, shared
from carewright_engine.rules.words import FACTS

FILE: Final = "obligations.csv"
COLUMNS: Final = (
    *("id", "words", "regimes", "jurisdiction", "from", "to", "in_force_by", "kinds"),
    *("routes", "light_touch", "user_choice", "value", "only_if", "counts_from", "sense"),
    *("limit", "who", "evidence", "basis", "source", "verified"),
)


class Sense(StrEnum):
    """How an obligation stands to the day it counts from."""

    WITHIN = "within"  # by the last day of its limit
    BEFORE = "before"  # early enough that the limit passes before the day
    NOT_BEFORE = "not_before"  # nothing may be done until the limit has passed
    SOON = "soon"  # as soon as reasonably practicable: the law gives no day


class InForceBy(StrEnum):
    """Which day decides whether a row is the law: that of the event, or of the procurement."""

    EVENT = "event"
    PROCUREMENT = "procurement"


class Either(StrEnum):
    """Whether a condition must be so, must not be so, or does not matter."""

    YES = "yes"
    NO = "no"
    ANY = "any"


class Kinds(StrEnum):
    """The kinds of agreement that a rule is about."""

    BOUGHT = "bought"  # whatever is bought for money: neither a grant nor in-house
    TENDERED = "tendered"  # bought, and no call-off from a framework
    CALL_OFF = "call_off"
    GRANTED = "granted"
    OUTSIDE = "outside"  # everything that others give
    ANY = "any"
    AUTHORITY = "authority"  # no agreement: the council itself


_EVERY: Final = frozenset(Kind)
_OUTSIDE: Final = _EVERY - {Kind.IN_HOUSE}
_BOUGHT: Final = _OUTSIDE - {Kind.GRANT}
KINDS_OF: Final[Mapping[Kinds, frozenset[Kind]]] = {
    Kinds.BOUGHT: _BOUGHT,
    Kinds.TENDERED: _BOUGHT - {Kind.FRAMEWORK_CALL_OFF},
    Kinds.CALL_OFF: frozenset({Kind.FRAMEWORK_CALL_OFF}),
    Kinds.GRANTED: frozenset({Kind.GRANT}),
    Kinds.OUTSIDE: _OUTSIDE,
    Kinds.ANY: _EVERY,
    Kinds.AUTHORITY: frozenset(),
}


class Basis(StrEnum):
    """What an obligation rests on."""

    LAW = "law"
    AGREEMENT = "agreement"
    POLICY = "policy"  # the council's own, and its to change


class Event(StrEnum):
    """What an obligation counts from: a fact, or days made from facts."""

    INVITED = "invited_on"
    INTENTION = "intention_on"
    AWARD_NOTICE = "award_notice_on"
    AWARDED = "awarded_on"
    AWARD_QUARTER = "award_quarter"
    ENTERED = "entered_on"
    ANNIVERSARY = "anniversary"  # of the day on which it was entered into
    STARTS = "starts_on"
    ENDS = "ends_before"
    ENDED = "ended_on"
    CHANGE_PLANNED = "change_planned_on"
    CHANGE_MADE = "change_made_on"
    BREACH = "breach_on"
    INVOICE = "invoices_received_on"
    PAYMENT_QUARTER = "payment_quarter"
    TRANSFER = "transfer_on"
    PRICE_REVIEW = "price_review_on"
    INSURANCE = "insurance_ends_before"
    ACCOUNTS = "accounts_year_ends_on"
    VISIT = "visit"
    YEAR_BEGINS = "year_begins"
    HALF_YEAR_ENDS = "half_year_ends"
    YEAR_ENDS = "year_ends"


@dataclass(frozen=True, slots=True, kw_only=True)
class ObligationRule(Row):
    """One row: an obligation, the conditions under which it applies, and how its day is found."""

    regimes: frozenset[Regime]  # empty: whatever the regime
    jurisdiction: Jurisdiction
    in_force_by: InForceBy
    kinds: Kinds
    routes: frozenset[Route]  # empty: whatever the route
    light_touch: Either
    user_choice: Either
    threshold: str  # id of a number; empty: whatever the value
    at_least: bool  # True: from the threshold on; False: above it only
    only_if: tuple[str, ...]  # facts that must be so
    counts_from: Event
    sense: Sense
    limit: str  # id of a time limit, `notice_days`, or empty
    who: str
    evidence: str
    basis: Basis


def read_obligation_rules(text: str, file: str = FILE) -> Rows[ObligationRule]:
    """The rules of a file, by name; `RefusedData` with every fault if there is one."""
    return read(file, text, COLUMNS, _rule)


@cache
def every_obligation_rule() -> Rows[ObligationRule]:
    """All rules of obligation that came with Carewright, by name."""
    return read_obligation_rules(text_of(FILE))


def _rule(cells: Cells) -> ObligationRule:
    threshold, at_least = _value(cells)
    return ObligationRule(
        **shared(cells),
        regimes=cells.some_of("regimes", Regime),
        jurisdiction=cells.one_of("jurisdiction", Jurisdiction),
        in_force_by=cells.one_of("in_force_by", InForceBy),
        kinds=cells.one_of("kinds", Kinds),
        routes=cells.some_of("routes", Route),
        light_touch=cells.one_of("light_touch", Either),
        user_choice=cells.one_of("user_choice", Either),
        threshold=threshold,
        at_least=at_least,
        only_if=_only_if(cells),
        counts_from=cells.one_of("counts_from", Event),
        sense=cells.one_of("sense", Sense),
        limit=" ".join(cells.identities("limit")),
        who=cells.words("who"),
        evidence=cells.words("evidence"),
        basis=cells.one_of("basis", Basis),
    )


def _value(cells: Cells) -> tuple[str, bool]:
    words = cells.texts["value"]
    if not words:
        return "", False
    comparison, _, name = words.partition(" ")
    if comparison not in ("above", "from") or not name:
        cells.refuse("value", f'"{words}" is not "above" or "from" and the id of a threshold')
    return name, comparison == "from"


def _only_if(cells: Cells) -> tuple[str, ...]:
    named = cells.identities("only_if")
    for name in named:
        if name not in FACTS:
            cells.refuse("only_if", f'"{name}" is no fact of an agreement')
    return named
