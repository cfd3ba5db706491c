"""The method by which bids are scored, as it was published and frozen.

Criteria stand in a tree. A weight is a share of the criterion above, in percent, and those of one
criterion's parts come to a hundred. Only criteria without parts are scored: quality by people, on
the scoring guide; price by the published formula. A threshold keeps out who falls below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

HUNDRED: Final = 100
#: Each is a function of `price`, with a worked example.
PRICE_FORMULAS: Final = (
    "lowest_over_price",
    "lowest_linear",
    "distance_from_mean",
    "lowest_to_highest",
    "inverse_with_floor",
    "price_per_quality_point",
)


@dataclass(frozen=True, slots=True)
class Criterion:
    """What is looked at, its weight within what it is part of, and the least that is asked."""

    id: str
    title: str
    weight: Decimal  # percent of the criterion above
    parts: tuple[Criterion, ...] = ()
    is_price: bool = False
    #: Of a scored criterion: the least score. Of one with parts: the least share, in percent.
    threshold: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Guide:
    """What each score means; the first is nought and the last the most."""

    words: tuple[str, ...]

    @property
    def most(self) -> int:
        """The highest score."""
        return len(self.words) - 1


@dataclass(frozen=True, slots=True)
class PriceRule:
    """The published formula, by name, with its own figures."""

    formula: str = "lowest_over_price"
    #: A bid above it is not scored. Pence; None where none was published.
    most: int | None = None
    #: Going below it wins no more points. Pence; None where none was published.
    least: int | None = None
    #: Only of `distance_from_mean`: percent of the points for each percent from the mean.
    slope: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Method:
    """All that decides a result, with nothing left to whoever works it out."""

    criteria: tuple[Criterion, ...]
    guide: Guide
    price: PriceRule = PriceRule()
    places: int = 2  # decimals of a total, rounded once, half up; ranking is by the rounded total
    #: How equal totals are told apart: ids of criteria, or `price`; the first that differs decides.
    tie_break: tuple[str, ...] = ()
    #: `consensus`: one agreed score for each criterion. `mean`: the exact mean of the evaluators'.
    agreed_by: str = "consensus"


def leaves(method: Method) -> Iterator[tuple[Criterion, Fraction]]:
    """Every scored criterion with its share of the whole; the shares come to one."""
    for criterion in method.criteria:
        yield from _leaves(criterion, Fraction(1))


def _leaves(criterion: Criterion, of: Fraction) -> Iterator[tuple[Criterion, Fraction]]:
    share = of * Fraction(criterion.weight) / HUNDRED
    if not criterion.parts:
        yield criterion, share
    for part in criterion.parts:
        yield from _leaves(part, share)


def every_criterion(method: Method) -> Iterator[Criterion]:
    """Each criterion, above before its parts."""
    waiting = list(reversed(method.criteria))
    while waiting:
        criterion = waiting.pop()
        yield criterion
        waiting += reversed(criterion.parts)


def faults(method: Method) -> list[str]:
    """Why the method cannot be published, in sentences; none when it can."""
    found = [*_weights(method), *_thresholds(method), *_price(method)]
    ids = [criterion.id for criterion in every_criterion(method)]
    found += [f"Two criteria have the id {one}." for one in sorted(_twice(ids))]
    if method.guide.most < 1:
        found.append("The scoring guide needs at least two scores.")
    if method.agreed_by not in ("consensus", "mean"):
        found.append(f"Scores are agreed by consensus or mean, not by {method.agreed_by}.")
    told_apart = {one.id for one in every_criterion(method) if not _holds_price(one)} | {"price"}
    unknown = set(method.tie_break) - told_apart
    found += [
        f"The tie-break {one} is neither price nor a criterion of quality."
        for one in sorted(unknown)
    ]
    return found


def _weights(method: Method) -> Iterator[str]:
    families = [("the whole", method.criteria)]
    families += [(one.title, one.parts) for one in every_criterion(method) if one.parts]
    for name, parts in families:
        whole = sum((Fraction(part.weight) for part in parts), Fraction(0))
        if whole != HUNDRED:
            yield f"The weights within {name} come to {float(whole):g}, not to 100."
        if any(part.weight < 0 for part in parts):
            yield f"A weight within {name} is below nought."


def _thresholds(method: Method) -> Iterator[str]:
    for criterion in every_criterion(method):
        most = HUNDRED if criterion.parts else method.guide.most
        if criterion.threshold is not None and not 0 <= criterion.threshold <= most:
            yield f"The threshold of {criterion.title} is not between 0 and {most}."
        if criterion.is_price and (criterion.parts or criterion.threshold is not None):
            yield f"{criterion.title} is the price: it has neither parts nor a threshold."
        if criterion.parts and criterion.threshold is not None and _holds_price(criterion):
            yield f"{criterion.title} holds the price: a threshold is asked of quality alone."


def _holds_price(criterion: Criterion) -> bool:
    return criterion.is_price or any(_holds_price(part) for part in criterion.parts)


def _price(method: Method) -> Iterator[str]:
    """What the formula needs: a price to score, or under price per point none."""
    rule = method.price
    weights = [share for one, share in leaves(method) if one.is_price]
    if rule.formula not in PRICE_FORMULAS:
        yield f"There is no price formula called {rule.formula}."
    if len(weights) > 1:
        yield "Only one criterion can be the price."
    if rule.formula == "price_per_quality_point" and weights:
        yield "Under price per quality point the price is no criterion of its own."
    if rule.formula == "inverse_with_floor" and not rule.least:
        yield "The formula inverse_with_floor needs a published least price."
    if rule.least is not None and rule.most is not None and rule.least > rule.most:
        yield "The published least price is above the most."
    if rule.slope <= 0:
        yield "The slope of the price formula is not above nought."


def _twice(ids: list[str]) -> set[str]:
    return {one for one in ids if ids.count(one) > 1}


def scored_by_people(method: Method) -> Mapping[str, Criterion]:
    """The criteria that evaluators score, by id."""
    return {one.id: one for one, _ in leaves(method) if not one.is_price}
