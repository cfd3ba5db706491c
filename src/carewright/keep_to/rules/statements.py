"""Accounts of how money was used: their sums, and management overhead against what was agreed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from carewright.platform.api import Blocker
from carewright.ui.formats import pounds
from carewright_engine.rules.time_limits import time_limit


@dataclass(frozen=True, slots=True)
class UsedFor:
    """What some of the money was used for, and whether that is management overhead."""

    words: str
    pence: int
    is_overhead: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A statement as it was given: what was received, used and left, in pence."""

    year: int  # in which the financial year began
    lines: tuple[UsedFor, ...]
    received_pence: int
    total_pence: int
    unspent_pence: int
    to_return_pence: int = 0
    agreed_overhead_percent: Decimal | None = None


def year_ends_on(year: int) -> date:
    """The last day of the financial year that began in a year."""
    return date(year + 1, 3, 31)


def accounts_due_on(year: int) -> date:
    """By when audited or examined accounts of the year are read, as the dated policy has it."""
    ends = year_ends_on(year)
    return time_limit("policy.accounts", on=ends).last_day(ends)


def overhead_share(lines: Sequence[UsedFor]) -> Fraction | None:
    """Management overhead as an exact share of what was used; None where nothing was used."""
    total = sum(each.pence for each in lines)
    overhead = sum(each.pence for each in lines if each.is_overhead)
    return Fraction(overhead, total) if total else None


def is_above(share: Fraction | None, agreed_percent: Decimal | None) -> bool | None:
    """Whether the overhead is above the agreed level; None where either is not known.

    Compared exactly: what rounds to the agreed level may still be above it.
    """
    if share is None or agreed_percent is None:
        return None
    return share * 100 > Fraction(agreed_percent)


def blockers_to_account(account: Account, today: date) -> list[Blocker]:
    """Why a statement cannot be taken, with the figures that differ."""
    found = []
    if not account.lines:
        found.append(Blocker("lines", "Say what the money was used for"))
    if account.year < 2000 or date(account.year, 4, 1) > today:
        found.append(Blocker("year", "The year has to have begun"))
    used = sum(each.pence for each in account.lines)
    if account.lines and used != account.total_pence:
        found.append(Blocker("total_pence", _apart(account, used)))
    left = account.received_pence - account.total_pence
    if left != account.unspent_pence:
        words = (
            f"{pounds(account.received_pence)} received less {pounds(account.total_pence)} used "
            f"leaves {pounds(left)}, not {pounds(account.unspent_pence)}"
        )
        found.append(Blocker("unspent_pence", words))
    if account.to_return_pence > max(account.unspent_pence, 0):
        found.append(Blocker("to_return_pence", "No more is returned than was not used"))
    return found


def _apart(account: Account, used: int) -> str:
    """Every line, their sum, and by how much the total differs from it."""
    said = " + ".join(f"{pounds(each.pence)} ({each.words})" for each in account.lines)
    apart = pounds(abs(used - account.total_pence))
    total = pounds(account.total_pence)
    return f"The total says {total}, but {said} is {pounds(used)}: they are {apart} apart"
