"""The laws under which agreements are made, and the notices of the Procurement Act."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from carewright_engine.rules.cells import Cells
from carewright_engine.rules.dated import Jurisdiction
from carewright_engine.rules.obligation_rules import every_obligation_rule
from carewright_engine.rules.reading import Rows, read, text_of
from carewright_engine.rules.rows import Row, shared

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


@dataclass(frozen=True, slots=True, kw_only=True)
class RegimeRow(Row):
    """A law of procurement: for whom, for what, and from which procurements on."""

    jurisdiction: Jurisdiction
    scope: str
    begins: str
    vat: Vat


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Row):
    """A notice of the Procurement Act, when it is due, and for which contracts it is not."""

    number: str
    jurisdiction: Jurisdiction
    due: str
    light_touch: Given
    user_choice: Given
    rules: tuple[str, ...]  # the obligations that work out its day, where there are any


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
    return RegimeRow(
        **shared(cells),
        jurisdiction=cells.one_of("jurisdiction", Jurisdiction),
        scope=cells.words("scope"),
        begins=cells.words("begins"),
        vat=cells.one_of("vat", Vat),
    )


def _notice(cells: Cells) -> Notice:
    rules = cells.identities("rules")
    for rule in rules:
        if rule not in every_obligation_rule():
            cells.refuse("rules", f"{rule} is no rule of obligation")
    return Notice(
        **shared(cells),
        number=cells.words("number"),
        jurisdiction=cells.one_of("jurisdiction", Jurisdiction),
        due=cells.words("due"),
        light_touch=cells.one_of("light_touch", Given),
        user_choice=cells.one_of("user_choice", Given),
        rules=rules,
    )
