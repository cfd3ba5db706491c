"""The laws under which agreements are made, and the notices of the Procurement Act."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Final

from carewright_engine.rules.cells import Cells
from carewright_engine.rules.dated import Checked, Jurisdiction
from carewright_engine.rules.obligation_rules import every_obligation_rule
from carewright_engine.rules.reading import Rows, read, text_of

REGIMES_FILE: Final = "regimes.csv"
NOTICES_FILE: Final = "notices.csv"
REGIME_COLUMNS: Final = (
    *("id", "words", "jurisdiction", "from", "to", "scope", "begins", "vat"),
    *("source", "verified"),
)
NOTICE_COLUMNS: Final = (
    *("id", "number", "words", "jurisdiction", "from", "to", "due"),
    *("light_touch", "user_choice", "rules", "source", "verified"),
)


class Vat(StrEnum):
    """How a regime counts the value of a contract."""

    INCLUDED = "included"
    LEFT_OUT = "left_out"


class Given(StrEnum):
    """Whether a notice is due for such a contract."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class RegimeRow:
    """A law of procurement: for whom, for what, and from which procurements on."""

    id: str
    words: str
    jurisdiction: Jurisdiction
    starts_on: date
    ends_before: date | None
    scope: str
    begins: str
    vat: Vat
    source: str
    checked: Checked


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice of the Procurement Act, when it is due, and for which contracts it is not."""

    id: str
    number: str
    words: str
    jurisdiction: Jurisdiction
    starts_on: date
    ends_before: date | None
    due: str
    light_touch: Given
    user_choice: Given
    rules: tuple[str, ...]  # the obligations that work out its day, where there are any
    source: str
    checked: Checked


@cache
def every_regime() -> Rows[RegimeRow]:
    """All regimes that came with Carewright, by name."""
    return read_regimes(text_of(REGIMES_FILE))


@cache
def every_notice() -> Rows[Notice]:
    """All notices that came with Carewright, by name."""
    return read_notices(text_of(NOTICES_FILE))


def read_regimes(text: str, file: str = REGIMES_FILE) -> Rows[RegimeRow]:
    """The regimes of a file; `RefusedData` with every fault if there is one."""
    return read(file, text, REGIME_COLUMNS, _regime)


def read_notices(text: str, file: str = NOTICES_FILE) -> Rows[Notice]:
    """The notices of a file; `RefusedData` with every fault if there is one."""
    return read(file, text, NOTICE_COLUMNS, _notice)


def _regime(cells: Cells) -> RegimeRow:
    starts_on, ends_before = cells.period()
    return RegimeRow(
        id=cells.identity("id"),
        words=cells.words("words"),
        jurisdiction=cells.one_of("jurisdiction", Jurisdiction),
        starts_on=starts_on,
        ends_before=ends_before,
        scope=cells.words("scope"),
        begins=cells.words("begins"),
        vat=cells.one_of("vat", Vat),
        source=cells.words("source"),
        checked=cells.one_of("verified", Checked),
    )


def _notice(cells: Cells) -> Notice:
    starts_on, ends_before = cells.period()
    rules = cells.identities("rules")
    for rule in rules:
        if rule not in every_obligation_rule():
            cells.refuse("rules", f"{rule} is no rule of obligation")
    return Notice(
        id=cells.identity("id"),
        number=cells.words("number"),
        words=cells.words("words"),
        jurisdiction=cells.one_of("jurisdiction", Jurisdiction),
        starts_on=starts_on,
        ends_before=ends_before,
        due=cells.words("due"),
        light_touch=cells.one_of("light_touch", Given),
        user_choice=cells.one_of("user_choice", Given),
        rules=rules,
        source=cells.words("source"),
        checked=cells.one_of("verified", Checked),
    )
