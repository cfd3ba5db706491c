"""What councils undertake towards the voluntary bodies they fund: as dated rows, in proportion."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import chain
from typing import Final

from carewright_engine.rules.cells import Cells
from carewright_engine.rules.duties import DutyFacts, Tier, duties
from carewright_engine.rules.reading import Rows, holds_on, read, text_of
from carewright_engine.rules.rows import Row, shared
from carewright_engine.rules.time_limits import Count, TimeLimit, time_limit

FILE: Final = "undertakings.csv"
COLUMNS: Final = (
    *("id", "words", "from", "to", "tier", "limit", "asks", "why", "source", "verified"),
)
_DAYS_A_WEEK: Final = 7
_ORDER: Final = {tier: place for place, tier in enumerate(Tier)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaking(Row):
    """One undertaking, asked from a tier on; where it is a time, `limit` names it."""

    tier: Tier
    limit: str  # id of a time limit; empty where it is no time
    asks: str  # the question whose answer is held against the limit
    why: str


def read_undertakings(text: str, file: str = FILE) -> Rows[Undertaking]:
    """The undertakings of a file, by name; `RefusedData` with every fault if there is one."""
    return read(file, text, COLUMNS, _undertaking)


@cache
def every_undertaking() -> Rows[Undertaking]:
    """All undertakings that came with Carewright, by name."""
    return read_undertakings(text_of(FILE))


def undertakings(facts: DutyFacts, on: date) -> tuple[Undertaking, ...]:
    """Those that a grant of such value and risk asks for on the day.

    Where its tier cannot be told none is left out: what nobody knows is no reason to ask less.
    """
    tier = duties(facts, on).tier or Tier.FULL
    rows = chain.from_iterable(every_undertaking().values())
    return tuple(row for row in rows if holds_on(row, on) and _ORDER[row.tier] <= _ORDER[tier])


def asked_length(undertaking: Undertaking, on: date) -> tuple[Decimal, str] | None:
    """How many weeks or months are asked, and which of the two; None where it is no time."""
    if not undertaking.limit:
        return None
    limit: TimeLimit = time_limit(undertaking.limit, on=on)
    if limit.count is Count.MONTHS:
        return Decimal(limit.length), "months"
    return Decimal(limit.length) / _DAYS_A_WEEK, "weeks"


def falls_short(undertaking: Undertaking, told: Decimal, on: date) -> str | None:
    """What is wrong with a time that was given, in words; nothing where it is long enough."""
    asked = asked_length(undertaking, on)
    if asked is None or told >= asked[0]:
        return None
    length, unit = asked
    return f"{length.normalize():f} {unit} are asked, and {told.normalize():f} were given"


def _undertaking(cells: Cells) -> Undertaking:
    return Undertaking(
        **shared(cells),
        tier=cells.one_of("tier", Tier),
        limit=" ".join(cells.identities("limit")),
        asks=cells.texts["asks"],
        why=cells.words("why"),
    )
