"""On what something may be bought without competition, by regime and day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain
from typing import Final

from carewright_engine.rules.cells import Cells
from carewright_engine.rules.dated import Jurisdiction
from carewright_engine.rules.facts import Regime
from carewright_engine.rules.obligation_rules import Basis
from carewright_engine.rules.reading import Rows, holds_on, read, text_of
from carewright_engine.rules.rows import Row, shared
from carewright_engine.values.bank_holidays import Nation

FILE: Final = "exemption_grounds.csv"
COLUMNS: Final = (
    *("id", "words", "regimes", "jurisdiction", "from", "to"),
    *("evidence", "basis", "source", "verified"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemptionGround(Row):
    """One row: the regimes that know the ground, and what has to be shown for it."""

    regimes: frozenset[Regime]
    jurisdiction: Jurisdiction
    evidence: str
    basis: Basis


def read_exemption_grounds(text: str, file: str = FILE) -> Rows[ExemptionGround]:
    """The grounds of a file, by name; `RefusedData` with every fault if there is one."""
    return read(file, text, COLUMNS, _ground)


@cache
def every_exemption_ground() -> Rows[ExemptionGround]:
    """All grounds that came with Carewright, by name."""
    return read_exemption_grounds(text_of(FILE))


def exemption_grounds(
    regime: Regime, nation: Nation | None, on: date
) -> tuple[ExemptionGround, ...]:
    """What the regime knows on the day, in the order of the file."""
    return tuple(
        row
        for row in chain.from_iterable(every_exemption_ground().values())
        if regime in row.regimes
        and holds_on(row, on)
        and (nation is None or nation in row.jurisdiction.nations)
    )


def _ground(cells: Cells) -> ExemptionGround:
    return ExemptionGround(
        **shared(cells),
        regimes=cells.some_of("regimes", Regime),
        jurisdiction=cells.one_of("jurisdiction", Jurisdiction),
        evidence=cells.words("evidence"),
        basis=cells.one_of("basis", Basis),
    )
