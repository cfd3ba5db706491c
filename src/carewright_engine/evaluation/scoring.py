"""The result of a lot: every bid's points, who is out and why, and the ranking.

Points are exact until the total, which is rounded once to the published number of decimals, half
up; the ranking is by the rounded total, so that whoever adds up what is printed finds the same
order. Who is out sets no price by which others are scored.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from carewright_engine.evaluation.bids import Bid, Exercise, Lot, by_bid_and_criterion
from carewright_engine.evaluation.complete import gaps
from carewright_engine.evaluation.method import (
    HUNDRED,
    Criterion,
    Method,
    every_criterion,
    leaves,
)
from carewright_engine.evaluation.price import PER_POINT, cost_of_a_point, shares_of_price
from carewright_engine.values.money import in_pounds, to_places

Shares = Mapping[str, Fraction]  # of each criterion's points, nought to one


class NotYet(Exception):
    """No result can be worked out, and why."""

    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = tuple(reasons)


@dataclass(frozen=True, slots=True)
class Standing:
    """One bid with all that its place is made of."""

    bid: Bid
    shares: Shares  # of each scored criterion; of criteria with parts as well
    total: Decimal  # out of a hundred, rounded
    rank: int
    equal_total: tuple[str, ...] = ()  # other bids of the same total
    settled_by: str = ""  # what told them apart
    tied_with: tuple[str, ...] = ()  # other bids of the same rank: nothing tells them apart


@dataclass(frozen=True, slots=True)
class Out:
    """A bid that is not ranked, and each reason."""

    bid: Bid
    reasons: tuple[str, ...]
    shares: Shares  # what it scored all the same; empty where it was not scored


@dataclass(frozen=True, slots=True)
class Result:
    """One lot's ranking, the best first, and who is out."""

    lot: Lot
    ranked: tuple[Standing, ...]
    out: tuple[Out, ...]


def results(exercise: Exercise) -> tuple[Result, ...]:
    """Every lot's result; raises NotYet while anything is missing."""
    reasons = gaps(exercise)
    if reasons:
        raise NotYet(reasons)
    scores = _agreed(exercise)
    return tuple(_result(exercise, lot, scores) for lot in exercise.lots)


def _agreed(exercise: Exercise) -> dict[tuple[str, str], Fraction]:
    """The score that counts, of each criterion of each bid."""
    if exercise.method.agreed_by == "consensus":
        return {(one.bid, one.criterion): Fraction(one.score) for one in exercise.agreed}
    return {
        key: Fraction(sum(one.score for one in scores), len(scores))
        for key, scores in by_bid_and_criterion(exercise.scores).items()
    }


def _result(exercise: Exercise, lot: Lot, scores: Mapping[tuple[str, str], Fraction]) -> Result:
    method = exercise.method
    admitted: list[tuple[Bid, dict[str, Fraction]]] = []
    out = []
    for bid in exercise.bids:
        if bid.lot != lot.id:
            continue
        shares = {} if bid.rejected else _quality(method, bid, scores)
        reasons = _reasons_out(method, bid, shares)
        if reasons:
            out.append(Out(bid, tuple(reasons), shares))
        else:
            admitted.append((bid, shares))
    return Result(lot, tuple(_ranked(method, _with_prices(method, admitted))), tuple(out))


def _quality(
    method: Method, bid: Bid, scores: Mapping[tuple[str, str], Fraction]
) -> dict[str, Fraction]:
    """What the bid has of the points of each criterion that is not the price."""
    found = {
        one.id: scores[bid.id, one.id] / method.guide.most
        for one, _ in leaves(method)
        if not one.is_price
    }
    for criterion in method.criteria:
        _above(criterion, found)
    return found


def _above(criterion: Criterion, found: dict[str, Fraction]) -> None:
    """The share of a criterion with parts, where people score all of it."""
    for part in criterion.parts:
        _above(part, found)
    if criterion.parts and all(part.id in found for part in criterion.parts):
        weighted = (Fraction(part.weight) * found[part.id] for part in criterion.parts)
        found[criterion.id] = sum(weighted, Fraction(0)) / HUNDRED


def _reasons_out(method: Method, bid: Bid, shares: Shares) -> list[str]:
    if bid.rejected:
        return [bid.rejected]
    reasons = [_below(method, one, shares) for one in every_criterion(method)]
    if method.price.most is not None and bid.price > method.price.most:
        most = in_pounds(method.price.most)
        reasons.append(f"The price {in_pounds(bid.price)} is above the published most, {most}.")
    if method.price.formula == PER_POINT and not _out_of_hundred(method, shares):
        reasons.append("Without a point of quality there is no price of one.")
    return [one for one in reasons if one]


def _below(method: Method, criterion: Criterion, shares: Shares) -> str:
    if criterion.threshold is None:
        return ""
    scale, unit = (HUNDRED, "%") if criterion.parts else (method.guide.most, "")
    reached = shares[criterion.id] * scale
    if reached >= Fraction(criterion.threshold):
        return ""
    return (
        f"{criterion.title}: {to_places(reached, 2)}{unit} is below the least that was asked, "
        f"{criterion.threshold}{unit}."
    )


def _with_prices(
    method: Method, admitted: list[tuple[Bid, dict[str, Fraction]]]
) -> list[tuple[Bid, Shares]]:
    price = next((one for one, _ in leaves(method) if one.is_price), None)
    if price is None or method.price.formula == PER_POINT:
        return list(admitted)
    shares = shares_of_price([bid.price for bid, _ in admitted], method.price)
    return [
        (bid, _with_price(method, price, quality, share))
        for (bid, quality), share in zip(admitted, shares, strict=True)
    ]


def _with_price(
    method: Method, price: Criterion, quality: dict[str, Fraction], share: Fraction
) -> Shares:
    found = {**quality, price.id: share}
    for criterion in method.criteria:
        _above(criterion, found)
    return found


def _out_of_hundred(method: Method, shares: Shares) -> Fraction:
    """The exact points of the criteria that have been scored."""
    weighted = (share * shares[one.id] for one, share in leaves(method) if one.id in shares)
    return sum(weighted, Fraction(0)) * HUNDRED


def _totals(method: Method, scored: Sequence[tuple[Bid, Shares]]) -> list[Decimal]:
    points = [_out_of_hundred(method, shares) for _, shares in scored]
    if method.price.formula == PER_POINT and scored:
        costs = cost_of_a_point([bid.price for bid, _ in scored], points)
        points = [HUNDRED * min(costs) / cost for cost in costs]
    return [to_places(exact, method.places) for exact in points]


def _ranked(method: Method, scored: list[tuple[Bid, Shares]]) -> list[Standing]:
    """The best first; of one rank, by id, which says nothing about them."""
    totals = _totals(method, scored)
    keys = [
        (-total, *(_tie_key(one, bid, shares) for one in method.tie_break))
        for (bid, shares), total in zip(scored, totals, strict=True)
    ]
    order = sorted(range(len(scored)), key=lambda place: (keys[place], scored[place][0].id))
    ordered = [keys[place] for place in order]
    found = []
    for place in order:
        key, (bid, shares) = keys[place], scored[place]
        equal = [other for other in order if other != place and totals[other] == totals[place]]
        found.append(
            Standing(
                bid,
                shares,
                totals[place],
                rank=ordered.index(key) + 1,
                equal_total=tuple(scored[other][0].id for other in equal),
                settled_by=_settled_by(method, key, [keys[other] for other in equal]),
                tied_with=tuple(scored[other][0].id for other in equal if keys[other] == key),
            )
        )
    return found


def _tie_key(name: str, bid: Bid, shares: Shares) -> Fraction:
    return Fraction(bid.price) if name == "price" else -shares[name]


def _settled_by(method: Method, key: Sequence[object], equal: Sequence[Sequence[object]]) -> str:
    """The first published tie-break by which the bid differs from another of its total."""
    for place, name in enumerate(method.tie_break, start=1):
        if any(other[place] != key[place] for other in equal):
            return name
    return ""
