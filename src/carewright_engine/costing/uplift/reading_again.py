"""Which lines of a round a second reader works out, and what so many of them would find.

Drawn by chance are as many lines as the square root of all that change, rounded up, and never fewer
than five. The square root is a custom of incoming inspection: it grows with the round and stays
within what one person can do, but has no ground of its own. What it finds follows from the binomial
distribution: n lines drawn by chance miss every wrong one, where a share p is wrong, with the
probability (1 - p)^n; with 3/n for p that is one time in twenty (Hanley and Lippman-Hand, "If
nothing goes wrong, is everything all right?", JAMA 249 (1983), 1743-1745).

A single price that a hand typed is found by no such draw, so every one of them is read, and so are
the lines that rise most by the unit and in the year.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Final

from carewright_engine.values.money import Pence

FEWEST: Final = 5
#: Prices typed by hand that one round may hold, as each of them is read a second time.
MOST_AGREED: Final = 50
MISSED: Final = 0.05  # one time in twenty


class Drawn(StrEnum):
    """Why a line is read."""

    AGREED = "agreed"
    RISES_MOST = "rises_most"
    COSTS_MOST = "costs_most"
    BY_CHANCE = "by_chance"


@dataclass(frozen=True, slots=True)
class Changing:
    """A line as the draw sees it; pence a unit, and pence in a year."""

    id: str
    old: Pence
    new: Pence
    effect: Pence
    by_hand: bool  # settled for the line itself, outside the formulas


def drawn(lines: Sequence[Changing], *, seed: str) -> dict[str, Drawn]:
    """The ids of the lines to read and why, in the order of chance.

    The same seed draws the same lines, so whoever looks later can draw them again; who does not
    know the seed beforehand cannot tell which they will be.
    """
    if not lines:
        return {}
    shuffled = sorted(lines, key=lambda each: _place(seed, each.id))
    why = {each.id: Drawn.AGREED for each in shuffled if each.by_hand}
    why.setdefault(max(shuffled, key=_rise).id, Drawn.RISES_MOST)
    why.setdefault(max(shuffled, key=lambda each: each.effect).id, Drawn.COSTS_MOST)
    rest = [each.id for each in shuffled if each.id not in why]
    why |= dict.fromkeys(rest[: by_chance(len(lines))], Drawn.BY_CHANCE)
    return {each.id: why[each.id] for each in shuffled if each.id in why}


def by_chance(lines: int) -> int:
    """How many of so many lines chance draws: 5 of 20, 15 of 212, 200 of 40,000."""
    return min(lines, max(FEWEST, math.isqrt(max(0, lines - 1)) + 1))


def would_find(how_many: int) -> float:
    """The share of wrong lines of which so many, drawn by chance, find one 19 times out of 20.

    Of 15 lines 0.181: were 18.1% of all lines wrong, one of them would most likely be among these.
    """
    return float(1 - MISSED ** (1 / how_many))


def _place(seed: str, line_id: str) -> bytes:
    return sha256(f"{seed} {line_id}".encode()).digest()


def _rise(line: Changing) -> float:
    """The rise as a share; from a price of nought it is greater than any other."""
    if not line.old:
        return math.inf if line.new else 0.0
    return float((line.new - line.old) / line.old)


def chosen_by_chance(why: Iterable[Drawn]) -> int:
    """How many of the lines that were read nobody chose."""
    return sum(each is Drawn.BY_CHANCE for each in why)
