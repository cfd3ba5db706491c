"""Compares contracts for like services term by term.

A term stands apart when at least three quarters of those that say hold one other value; a price
when its modified z-score is above 3.5 (Iglewicz and Hoaglin 1993, How to Detect and Handle
Outliers): its distance from the median against the median of such distances.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median
from typing import Final

from carewright_engine.tables.gaps import Absence
from carewright_engine.variety.answers import (
    Apart,
    Held,
    Holder,
    LikeContracts,
    TermFound,
    Variety,
)
from carewright_engine.variety.contracts import PRICE, Contract, Value
from carewright_engine.variety.standard import standard_of
from carewright_engine.variety.terms import Term, terms_of

LEAST: Final = 5  # contracts; of fewer nobody can say what is usual
USUAL: Final = 0.75
MOST_Z: Final = 3.5
TO_A_SIGMA: Final = 0.6745  # what makes the median distance that of a normal distribution

Group = Sequence[Contract]


def variety(
    contracts: Iterable[Contract], *, least: int = LEAST, pay_within: int | None = None
) -> Variety:
    """How the terms of like contracts differ; groups of fewer than `least` are only counted.

    `pay_within` is the longest time to pay that the law allows, when the caller knows it.
    """
    by_care: dict[str | None, list[Contract]] = {}
    for each in sorted(contracts, key=lambda each: (each.council, each.id)):
        by_care.setdefault(each.like, []).append(each)
    not_told = len(by_care.pop(None, []))
    named = sorted((like, group) for like, group in by_care.items() if like is not None)
    groups = [
        _compared(like, group, least, pay_within) for like, group in named if len(group) >= least
    ]
    few = {like: len(group) for like, group in named if len(group) < least}
    return Variety(tuple(groups), few, not_told, least)


def _compared(like: str, group: Group, least: int, pay_within: int | None) -> LikeContracts:
    councils = tuple(sorted({each.council for each in group}))
    terms = tuple(_found(term, group, least, pay_within) for term in terms_of(group))
    return LikeContracts(like, len(group), councils, terms)


def _found(term: Term, group: Group, least: int, pay_within: int | None) -> TermFound:
    said = {each.id: each.terms[term.name] for each in group if term.name in each.terms}
    held = _held(term, group, said)
    by_council = _by_council(group, said)
    silent = [each for each in group if each.id not in said]
    why = Counter(gap for each in silent if (gap := _gap(term, each)) is not None)
    return TermFound(
        name=term.name,
        words=term.words,
        held=tuple(Held(term.shown(value), holders) for value, holders in held),
        not_known=dict(sorted(why.items())),
        does_not_arise=len(silent) - why.total(),
        within=tuple(council for council, values in by_council.items() if len(values) > 1),
        between=_between(by_council),
        apart=tuple(_apart(term, held, least)),
        standard=standard_of(
            term, [(value, len(holders)) for value, holders in held], least, pay_within
        ),
    )  # fmt: skip


def _gap(term: Term, contract: Contract) -> Absence | None:
    """Why nobody can say; None where the question does not arise."""
    gap = contract.gaps.get(PRICE if term.spread else term.name)
    return gap.absence if gap else None


HeldBy = Sequence[tuple[Value, tuple[Holder, ...]]]


def _held(term: Term, group: Group, said: Mapping[str, Value]) -> HeldBy:
    """Each value with its holders, the most often held first."""
    holders: dict[Value, list[Holder]] = {}
    for each in group:
        if each.id in said:
            holder = Holder(each.id, each.council, each.name, each.supplier)
            holders.setdefault(said[each.id], []).append(holder)
    found = [(value, tuple(who)) for value, who in holders.items()]
    return sorted(found, key=lambda pair: (-len(pair[1]), term.shown(pair[0])))


def _by_council(group: Group, said: Mapping[str, Value]) -> dict[str, Counter[Value]]:
    counted: dict[str, Counter[Value]] = {}
    for each in group:
        if each.id in said:
            counted.setdefault(each.council, Counter())[said[each.id]] += 1
    return counted


def _between(by_council: Mapping[str, Counter[Value]]) -> bool:
    """Whether no value is a usual one everywhere; of equally usual ones each counts as usual."""
    usual = [
        {value for value, times in values.items() if times == max(values.values())}
        for values in by_council.values()
    ]
    return bool(usual) and not set.intersection(*usual)


def _apart(term: Term, held: HeldBy, least: int) -> Iterator[Apart]:
    known = sum(len(holders) for _, holders in held)
    if known < least:
        return
    if term.spread:
        yield from _far_from_the_middle(term, held)
        return
    usual, holders = held[0]
    if len(holders) >= USUAL * known:
        why = f"{len(holders)} of {known} have {term.shown(usual)}"
        for value, others in held[1:]:
            yield from (Apart(other, term.shown(value), why) for other in others)


def _far_from_the_middle(term: Term, held: HeldBy) -> Iterator[Apart]:
    amounts = [int(value) for value, holders in held for _ in holders]
    middle = median(amounts)
    # Where most prices are equal, a penny's difference would be infinitely far: at least 1% counts.
    usual_distance = max(median(abs(amount - middle) for amount in amounts), middle / 100)
    for value, holders in held:
        if usual_distance and TO_A_SIGMA * abs(int(value) - middle) / usual_distance > MOST_Z:
            why = f"the middle of {len(amounts)} prices is {term.shown(middle)}"
            yield from (Apart(holder, term.shown(value), why) for holder in holders)
