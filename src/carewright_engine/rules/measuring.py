"""How much of a limit a change takes, and how much of it is left; money in pence, shares exact."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from carewright_engine.rules.dated import dated
from carewright_engine.rules.facts import Regime
from carewright_engine.rules.modification_facts import ChangeFacts
from carewright_engine.rules.modification_grounds import Limit
from carewright_engine.rules.reading import NotInForce
from carewright_engine.values.bank_holidays import Nation
from carewright_engine.values.money import in_pounds, to_places


@dataclass(frozen=True, slots=True)
class Measured:
    """One limit: whether the change keeps to it, in words, and what is left after it.

    `kept` is None where something is not known, which `needs` names. `left_pence` is what further
    changes of the kind may still add; None where each change is measured for itself.
    """

    kept: bool | None
    words: str = ""
    share: Decimal | None = None  # per cent, of what the limit is measured by
    left_pence: int | None = None
    needs: tuple[str, ...] = ()


#: What a number is called where it is missing.
NUMBERS: Final = {
    "value_pence": "the value as it is estimated now",
    "original_pence": "the value at award",
    "term_days": "the longest term that the award provided for",
    "change_pence": "by how much the value changes",
    "term_change_days": "by how many days the term changes",
    "small_so_far_pence": "what earlier small changes add up to",
    "own_decisions_so_far_pence": "what earlier changes by its own decision add up to",
    "light_touch": "whether it is a light touch contract",
}


def measure(limit: Limit, facts: ChangeFacts) -> Measured:
    """The change against one limit of the law of its day."""
    needed = _NEEDED[limit]
    missing = tuple(NUMBERS[name] for name in needed if getattr(facts, name) is None)
    if missing:
        return Measured(None, needs=missing)
    try:
        return _MEASURES[limit](facts)
    except NotInForce as unknown:
        return Measured(None, needs=(f"a figure: {unknown}",))


def share_of(part: int, whole: int) -> Decimal:
    """Per cent, to two places; a contract of no value is changed by all there is."""
    if not whole:
        return Decimal(100 if part else 0)
    return to_places(Fraction(100 * part, whole), 2)


def threshold_pence(facts: ChangeFacts) -> int:
    """The threshold of the regime for such a contract, on the day of the change."""
    on, regime = facts.on, facts.regime
    if regime is Regime.BELOW_THRESHOLD and facts.nation is Nation.SCOTLAND:
        return dated("scotland.threshold.regulated", on=on).pence
    if regime in (Regime.SCOT_HIGHER, Regime.SCOT_REGULATED):
        return dated(f"scotland.threshold.{_kind(facts, 'social_services')}", on=on).pence
    law = "pcr2015" if regime is Regime.PCR2015 else "pa2023"
    return dated(f"{law}.threshold.{_kind(facts, 'light_touch')}", on=on).pence


def _kind(facts: ChangeFacts, care: str) -> str:
    """What is bought, as thresholds are told apart; care goes under a name of its own."""
    return "works" if facts.works else care if facts.light_touch else "services"


def percent(name: str, on: date) -> Decimal:
    """A share that the law names, in per cent."""
    return dated(name, on=on).value


def _law(facts: ChangeFacts) -> str:
    older = (Regime.PCR2015, Regime.SCOT_HIGHER)
    return "reg72" if facts.regime in older else "pa2023"


def _small_percent(facts: ChangeFacts) -> Decimal:
    kind = "small_works" if facts.works else "small"
    return percent(f"{_law(facts)}.change.{kind}", facts.on)


def within(part: int, whole: int, most: Decimal) -> bool:
    """Whether a part of a whole is so many per cent of it at most; exactly, without rounding."""
    return part * 100 <= most * whole


def _increase(facts: ChangeFacts) -> Measured:
    return _grown(facts, facts.value_pence or 0, "the value as it is now")


def _increase_of_original(facts: ChangeFacts) -> Measured:
    return _grown(facts, facts.original_pence or 0, "the value at award")


def _grown(facts: ChangeFacts, base: int, words: str) -> Measured:
    most = percent(f"{_law(facts)}.change.most", facts.on)
    added = max(0, facts.change_pence or 0)
    share = share_of(added, base)
    kept = within(added, base, most)
    told = f"it adds {in_pounds(added)}, {share}% of {words}; one change may add {most}% at most"
    return Measured(kept, told, share)


def _small(facts: ChangeFacts) -> Measured:
    base, change = facts.value_pence or 0, facts.change_pence or 0
    most, threshold = _small_percent(facts), threshold_pence(facts)
    so_far = (facts.small_so_far_pence or 0) + change
    share = share_of(abs(change), base)
    kept = within(abs(change), base, most) and so_far < threshold
    left = max(0, threshold - 1 - so_far)
    told = (
        f"it changes the value by {share}%, of {most}% at most, and small changes come to "
        f"{in_pounds(so_far)}, which must stay below {in_pounds(threshold)}"
    )
    return Measured(kept, told, share, left)


def _net_small(facts: ChangeFacts) -> Measured:
    base = facts.original_pence or 0
    most, threshold = _small_percent(facts), threshold_pence(facts)
    so_far = (facts.small_so_far_pence or 0) + (facts.change_pence or 0)
    share = share_of(so_far, base)
    kept = so_far * 100 < most * base and so_far < threshold
    cap = min(_below(most * base / 100), threshold - 1)
    told = (
        f"small changes come to {in_pounds(so_far)} net, {share}% of the value at award; they must "
        f"stay below {most}% and below {in_pounds(threshold)}"
    )
    return Measured(kept, told, share, max(0, cap - so_far))


def _term(facts: ChangeFacts) -> Measured:
    most = percent("pa2023.change.term", facts.on)
    moved, whole = abs(facts.term_change_days or 0), facts.term_days or 0
    share = share_of(moved, whole)
    told = f"it changes the term by {share}% of the longest one, and {most}% is the most"
    return Measured(within(moved, whole, most), told, share)


def _own_decision(facts: ChangeFacts) -> Measured:
    amount = dated("psr2023.own_decision", on=facts.on).pence
    most = percent("psr2023.own_decision_share", facts.on)
    base = facts.original_pence or 0
    so_far = (facts.own_decisions_so_far_pence or 0) + (facts.change_pence or 0)
    share = share_of(so_far, base)
    kept = so_far < amount or so_far * 100 < most * base
    cap = max(amount - 1, _below(most * base / 100))
    told = (
        f"changes by its own decision come to {in_pounds(so_far)}, {share}% of the value at award; "
        f"they must stay below {in_pounds(amount)} or below {most}%"
    )
    return Measured(kept, told, share, max(0, cap - so_far))


def _stays_below(facts: ChangeFacts) -> Measured:
    threshold = threshold_pence(facts)
    after = (facts.value_pence or 0) + (facts.change_pence or 0)
    told = f"the value comes to {in_pounds(after)}, and the threshold is {in_pounds(threshold)}"
    return Measured(after < threshold, told, None, max(0, threshold - 1 - after))


def _below(exact: Decimal) -> int:
    """The most whole pence that lie below an amount."""
    whole = int(exact)
    return whole - 1 if whole == exact else whole


_NEEDED: Final[dict[Limit, tuple[str, ...]]] = {
    Limit.INCREASE: ("value_pence", "change_pence"),
    Limit.INCREASE_OF_ORIGINAL: ("original_pence", "change_pence"),
    Limit.SMALL: ("value_pence", "change_pence", "small_so_far_pence", "light_touch"),
    Limit.NET_SMALL: ("original_pence", "change_pence", "small_so_far_pence", "light_touch"),
    Limit.TERM: ("term_days", "term_change_days"),
    Limit.OWN_DECISION: ("original_pence", "change_pence", "own_decisions_so_far_pence"),
    Limit.BELOW: ("value_pence", "change_pence", "light_touch"),
}
_MEASURES: Final[dict[Limit, Callable[[ChangeFacts], Measured]]] = {
    Limit.INCREASE: _increase,
    Limit.INCREASE_OF_ORIGINAL: _increase_of_original,
    Limit.SMALL: _small,
    Limit.NET_SMALL: _net_small,
    Limit.TERM: _term,
    Limit.OWN_DECISION: _own_decision,
    Limit.BELOW: _stays_below,
}
