"""How something may be procured: by regime and route, what periods, standstill and notices follow.

A row only brings together what other files say: the days are those of `time_limits.csv`, the
notices the obligations of `obligations.csv`. What the law leaves open (no least period to tender
for light touch) is an empty cell, and a standstill that is voluntary still keeps its least length.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import chain
from typing import Final

from carewright_engine.rules.cells import Cells
from carewright_engine.rules.dated import Jurisdiction
from carewright_engine.rules.facts import Regime
from carewright_engine.rules.obligation_rules import Either, every_obligation_rule
from carewright_engine.rules.reading import NotInForce, Rows, holds_on, read, text_of
from carewright_engine.rules.rows import Row, shared
from carewright_engine.rules.time_limits import every_time_limit, time_limit
from carewright_engine.values.bank_holidays import Nation
from carewright_engine.values.working_days import ONE_DAY

FILE: Final = "procedures.csv"
COLUMNS: Final = (
    *("id", "words", "regime", "route", "light_touch", "jurisdiction", "from", "to"),
    *("participation", "tendering", "standstill", "standstill_limit"),
    *("before_contract", "after_contract", "source", "verified"),
)


class Way(StrEnum):
    """The way to an award, finer than the route that an agreement keeps."""

    OPEN = "open"
    RESTRICTED = "restricted"
    OPEN_FRAMEWORK = "open_framework"
    FLEXIBLE_REOPENING = "flexible_reopening"
    CALL_OFF_COMPETITION = "call_off_competition"
    CALL_OFF_DIRECT = "call_off_direct"
    DYNAMIC_MARKET = "dynamic_market"
    DIRECT = "direct"
    URGENT = "urgent"
    USER_CHOICE = "user_choice"
    PSR_DIRECT_A = "psr_direct_a"
    PSR_DIRECT_B = "psr_direct_b"
    PSR_DIRECT_C = "psr_direct_c"
    PSR_MOST_SUITABLE = "psr_most_suitable"
    PSR_COMPETITIVE = "psr_competitive"
    PSR_URGENT = "psr_urgent"


class Standstill(StrEnum):
    """Whether the contract has to wait after the notice of the award."""

    MANDATORY = "mandatory"
    VOLUNTARY = "voluntary"  # if it is given, then at least as long
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure(Row):
    """One row: the periods are names of time limits, the notices names of obligations."""

    regime: Regime
    way: Way
    light_touch: Either
    jurisdiction: Jurisdiction
    participation: tuple[str, ...]
    tendering: tuple[str, ...]  # the first is the one that needs the least to be so
    standstill: Standstill
    standstill_limit: tuple[str, ...]  # the second, where letters go by other means
    before_contract: tuple[str, ...]
    after_contract: tuple[str, ...]


def read_procedures(text: str, file: str = FILE) -> Rows[Procedure]:
    """The procedures of a file, by name; `RefusedData` with every fault if there is one."""
    return read(file, text, COLUMNS, _procedure)


@cache
def every_procedure() -> Rows[Procedure]:
    """All procedures that came with Carewright, by name."""
    return read_procedures(text_of(FILE))


def procedures(
    regime: Regime, nation: Nation, on: date, *, light_touch: bool
) -> tuple[Procedure, ...]:
    """The ways that are open on the day, in the order of the file."""
    touch = Either.YES if light_touch else Either.NO
    return tuple(
        row
        for row in chain.from_iterable(every_procedure().values())
        if row.regime is regime
        and row.light_touch in (touch, Either.ANY)
        and nation in row.jurisdiction.nations
        and holds_on(row, on)
    )


def procedure(
    regime: Regime, way: Way, nation: Nation, on: date, *, light_touch: bool
) -> Procedure:
    """The one way; `NotInForce` where the regime does not know it in the nation on the day."""
    for row in procedures(regime, nation, on, light_touch=light_touch):
        if row.way is way:
            return row
    touch = "light touch" if light_touch else "not light touch"
    raise NotInForce(f"{regime.value} has no {way.value} in {nation.label} on {on}, {touch}")


def least_close(row: Procedure, invited_on: date, *, period: str = "") -> date | None:
    """The first day on which tenders may close; None where the law sets no least period.

    `period` names another of the row's tendering periods; the first is for tenders sent
    electronically with all documents given at once.
    """
    if not row.tendering:
        return None
    name = period or row.tendering[0]
    if name not in row.tendering:
        raise ValueError(f"{row.id} has no period {name}")
    return time_limit(name, on=invited_on).last_day(invited_on)


def least_signature(
    row: Procedure, notice_on: date, *, voluntary: bool = False, by_other_means: bool = False
) -> date:
    """The first day on which the contract may be made after the notice of the award.

    A voluntary standstill counts only where the council gives it.
    """
    given = row.standstill is Standstill.MANDATORY or (
        voluntary and row.standstill is Standstill.VOLUNTARY
    )
    if not given:
        return notice_on
    name = row.standstill_limit[-1 if by_other_means else 0]
    return time_limit(name, on=notice_on).last_day(notice_on) + ONE_DAY


def _procedure(cells: Cells) -> Procedure:
    standstill = cells.one_of("standstill", Standstill)
    limits = cells.identities("standstill_limit")
    if bool(limits) is (standstill is Standstill.NONE):
        cells.refuse("standstill_limit", "a standstill has a limit, and none has none")
    periods = {name: cells.identities(name) for name in ("participation", "tendering")}
    notices = {name: cells.identities(name) for name in ("before_contract", "after_contract")}
    _known(cells, {**periods, "standstill_limit": limits}, every_time_limit(), "a time limit")
    _known(cells, notices, every_obligation_rule(), "an obligation")
    return Procedure(
        **shared(cells),
        regime=cells.one_of("regime", Regime),
        way=cells.one_of("route", Way),
        light_touch=cells.one_of("light_touch", Either),
        jurisdiction=cells.one_of("jurisdiction", Jurisdiction),
        participation=periods["participation"],
        tendering=periods["tendering"],
        standstill=standstill,
        standstill_limit=limits,
        before_contract=notices["before_contract"],
        after_contract=notices["after_contract"],
    )


def _known(
    cells: Cells, named: Mapping[str, tuple[str, ...]], known: Container[str], what: str
) -> None:
    """A name that leads nowhere refuses the cell."""
    for column, names in named.items():
        for name in names:
            if name not in known:
                cells.refuse(column, f'"{name}" is not {what}')
