"""What a standard contract would say: what most hold, or else the most careful of what is held."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import Final

from carewright_engine.variety.answers import Basis, Standard
from carewright_engine.variety.contracts import Value
from carewright_engine.variety.terms import Term

MOST: Final = 0.5  # what more than half hold is what most hold

Counted = Sequence[tuple[Value, int]]  # a value and how many hold it, most often held first


def standard_of(term: Term, held: Counted, least: int, pay_within: int | None) -> Standard:
    """The value, the basis and the reason; nothing where too few say."""
    known = sum(times for _, times in held)
    if known < least:
        return Standard("", Basis.NONE, _too_few(known))
    if term.spread:
        middle = median(int(value) for value, times in held for _ in range(times))
        why = "the middle of the prices: to compare with, not a price to agree"
        return Standard(term.shown(middle), Basis.MIDDLE, why)
    allowed = [(value, times) for value, times in held if _stands(term, value, pay_within)]
    if not allowed:
        return Standard(
            f"{pay_within} days",
            Basis.MOST_CAREFUL,
            f"the law allows no more than {pay_within} days",
        )
    return _proposed(term, allowed, known)


def _proposed(term: Term, held: Counted, known: int) -> Standard:
    value, times = held[0]
    if times > MOST * known and not (term.careful_first and len(held) > 1):
        return Standard(term.shown(value), Basis.MOST_COMMON, f"{times} of {known} have it")
    if term.care is not None:
        care = term.care
        value, times = min(held, key=lambda pair: (care(pair[0]), str(pair[0])))
        because = "" if term.careful_first else "no value is held by most, and "
        why = f"{because}{term.why_careful}; {times} of {known} have it"
        return Standard(term.shown(value), Basis.MOST_CAREFUL, why)
    if len(held) > 1 and held[1][1] == times:
        return Standard("", Basis.NONE, "no value is held by more than any other")
    why = f"held by more than any other: {times} of {known}"
    return Standard(term.shown(value), Basis.MOST_COMMON, why)


def _stands(term: Term, value: Value, pay_within: int | None) -> bool:
    """Whether the law lets the value stand."""
    return term.name != "payment_days" or pay_within is None or int(value) <= pay_within


def _too_few(known: int) -> str:
    return "nobody says" if not known else f"only {known} say"
