"""How prices of like care stand to each other before and after a round, provider by provider."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from statistics import median_low
from typing import Any, Final

from carewright.contract.api import DayKind, PricedLine, Unit
from carewright.register import api as register
from carewright.uplift.rules.working_out import WorkedOut

#: A single provider has nobody to be compared with.
FEWEST: Final = 2
Like = tuple[str, Unit, int, DayKind]
Prices = tuple[int, int]
"""Pence a unit before the round, and from its day on."""


def like_prices(
    done: WorkedOut, beside: Iterable[PricedLine], effective_on: date
) -> list[dict[str, Any]]:
    """For each kind of care: lowest, middle and highest price among providers, now and then.

    `beside` are prices that the round leaves alone. A provider with several prices of a kind is
    shown by the middle one. One person's placement is compared with nobody's. Most providers first.
    """
    new = {each.line.id: each.price for each in done.preview.lines}
    alike: dict[Like, dict[str, list[Prices]]] = {}
    risen: set[Like] = set()
    for key, each in (*done.read.items(), *(("", each) for each in beside)):
        if each.is_for_one_person or not _stands(each, effective_on):
            continue
        like, then = each.like, new.get(key)
        if then is not None:
            risen.add(like)
        prices = (each.pence, each.pence if then is None else then)
        alike.setdefault(like, {}).setdefault(each.provider, []).append(prices)
    told = [_told(like, alike[like]) for like in sorted(risen & alike.keys()) if _many(alike[like])]
    return sorted(told, key=lambda each: (-each["providers"], each["words"]))


def _stands(line: PricedLine, day: date) -> bool:
    return line.starts_on < day and (line.ends_before is None or line.ends_before > day)


def _many(of: Mapping[str, object]) -> bool:
    return len(of) >= FEWEST


def _told(like: Like, of: Mapping[str, Sequence[Prices]]) -> dict[str, Any]:
    now = {name: median_low([before for before, _ in prices]) for name, prices in of.items()}
    then = {name: median_low([after for _, after in prices]) for name, prices in of.items()}
    lowest, highest = min(then, key=lambda e: (then[e], e)), max(then, key=lambda e: (then[e], e))
    risen = sum(any(before != after for before, after in prices) for prices in of.values())
    return {
        "words": _words(like), "providers": len(of), "risen": risen, "now": _spread(now.values()),
        "then": _spread(then.values()), "lowest": lowest, "highest": highest,
    }  # fmt: skip


def _spread(prices: Iterable[int]) -> list[int]:
    """The lowest, the middle and the highest; of two in the middle the lower one, as it is real."""
    known = sorted(prices)
    return [known[0], median_low(known), known[-1]]


def _words(like: Like) -> str:
    """Older people, 30-minute visit, weekend."""
    group, unit, minutes, day_kind = like
    words = f"{minutes}-minute visit" if minutes else unit.label.lower()
    day = "" if day_kind is DayKind.ANY else day_kind.label.lower()
    told = ", ".join(filter(None, (register.CARE_GROUPS.get(group, group), words, day)))
    return told[:1].upper() + told[1:]
