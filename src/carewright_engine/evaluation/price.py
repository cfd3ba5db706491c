"""Price turned into a share of the points, by the formula that was published.

Every formula takes the prices of the bids that are admitted, in whole pence, and gives each bid an
exact share between nought and one. Nothing is rounded here: a total is rounded once, at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Final

from carewright_engine.evaluation.method import PriceRule

#: The method in which quality divides the price; the price itself has no points.
PER_POINT: Final = "price_per_quality_point"

Formula = Callable[[Sequence[int], PriceRule], list[Fraction]]


def lowest_over_price(prices: Sequence[int], rule: PriceRule) -> list[Fraction]:
    """The lowest price over the bid's own: twice the lowest price wins half the points.

    Three bids of £20.00, £22.00 and £25.00 an hour, with 40 points for price:

    >>> shares = lowest_over_price([2000, 2200, 2500], PriceRule())
    >>> [round(float(40 * share), 2) for share in shares]
    [40.0, 36.36, 32.0]
    """
    lowest = min(prices)
    return [Fraction(lowest, price) for price in prices]


def lowest_linear(prices: Sequence[int], rule: PriceRule) -> list[Fraction]:
    """Points are lost in the proportion in which a price is above the lowest.

    A price a tenth above the lowest loses a tenth of the points; at twice the lowest and above
    there are none.

    >>> shares = lowest_linear([2000, 2200, 2500, 4500], PriceRule("lowest_linear"))
    >>> [round(float(40 * share), 2) for share in shares]
    [40.0, 36.0, 30.0, 0.0]
    """
    lowest = min(prices)
    return [max(Fraction(0), 1 - Fraction(price - lowest, lowest)) for price in prices]


def distance_from_mean(prices: Sequence[int], rule: PriceRule) -> list[Fraction]:
    """The mean price wins half the points, and each percent below or above it the slope's percent.

    With the usual slope of one, ten percent below the mean wins 60 percent of the points. The mean
    of £20.00, £22.00 and £27.00 is £23.00:

    >>> shares = distance_from_mean([2000, 2200, 2700], PriceRule("distance_from_mean"))
    >>> [round(float(40 * share), 2) for share in shares]
    [25.22, 21.74, 13.04]
    """
    mean = Fraction(sum(prices), len(prices))
    slope = Fraction(rule.slope)
    return [_within(Fraction(1, 2) + slope * (mean - price) / mean) for price in prices]


def lowest_to_highest(prices: Sequence[int], rule: PriceRule) -> list[Fraction]:
    """The lowest price wins all points, the highest none, and those between by where they stand.

    One bid, or bids of one price, win all points.

    >>> shares = lowest_to_highest([2000, 2200, 2500], PriceRule("lowest_to_highest"))
    >>> [round(float(40 * share), 2) for share in shares]
    [40.0, 24.0, 0.0]
    """
    lowest, highest = min(prices), max(prices)
    if lowest == highest:
        return [Fraction(1) for _ in prices]
    return [Fraction(highest - price, highest - lowest) for price in prices]


def inverse_with_floor(prices: Sequence[int], rule: PriceRule) -> list[Fraction]:
    """The published least price over the bid's own: nobody wins points by going below it.

    The points do not depend on other bids. With a published least of £21.00, £20.00 wins no more
    than £21.00 does:

    >>> rule = PriceRule("inverse_with_floor", most=2600, least=2100)
    >>> shares = inverse_with_floor([2000, 2100, 2400], rule)
    >>> [round(float(40 * share), 2) for share in shares]
    [40.0, 40.0, 35.0]
    """
    return [min(Fraction(1), Fraction(rule.least or min(prices), price)) for price in prices]


def cost_of_a_point(prices: Sequence[int], qualities: Sequence[Fraction]) -> list[Fraction]:
    """What one point of quality costs: the lowest wins, and others by the lowest over their own.

    It takes the place of a weighted price: quality is scored out of a hundred and divides the
    price. £20.00 for 50 points costs 40p a point, £22.00 for 80 costs 27.5p:

    >>> costs = cost_of_a_point([2000, 2200], [Fraction(50), Fraction(80)])
    >>> [float(cost) for cost in costs]
    [40.0, 27.5]

    A bid without a point of quality has no cost a point and must be kept out by a threshold.
    """
    return [Fraction(price) / quality for price, quality in zip(prices, qualities, strict=True)]


FORMULAS: Final[Mapping[str, Formula]] = {
    "lowest_over_price": lowest_over_price,
    "lowest_linear": lowest_linear,
    "distance_from_mean": distance_from_mean,
    "lowest_to_highest": lowest_to_highest,
    "inverse_with_floor": inverse_with_floor,
}


def shares_of_price(prices: Sequence[int], rule: PriceRule) -> list[Fraction]:
    """Each price's exact share of the points; a price below the published least counts as it."""
    if not prices:
        return []
    least = rule.least or 0
    counted = [max(price, least) for price in prices]
    return FORMULAS[rule.formula](counted, rule)


def _within(share: Fraction) -> Fraction:
    return min(Fraction(1), max(Fraction(0), share))
