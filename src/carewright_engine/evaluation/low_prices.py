"""Prices that seem abnormally low: asked about before anything is decided, never thrown out here.

The law has a low price questioned and the bidder heard. The question is put by arithmetic: below
what the law has an employer pay for the hour, or far below the other bids.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from carewright_engine.costing.minimum_price import DIRECT, BuiltUp
from carewright_engine.evaluation.bids import Bid
from carewright_engine.evaluation.method import HUNDRED
from carewright_engine.values.money import Pence, in_pounds, to_places


@dataclass(frozen=True, slots=True)
class Query:
    """What a bidder is asked to explain."""

    bid: str
    price: Pence
    against: Pence  # what it was held against
    words: str


def below_direct_cost(bids: Sequence[Bid], hour: BuiltUp) -> list[Query]:
    """Hourly prices below what the law alone makes an hour cost, the lowest first."""
    least = hour.direct_cost
    made_of = ", ".join(f"{one.words.lower()} {in_pounds(hour.line(one))}" for one in DIRECT)
    low = sorted((bid for bid in bids if bid.price < least), key=lambda bid: (bid.price, bid.id))
    return [
        Query(
            bid.id,
            Pence(bid.price),
            least,
            f"{in_pounds(bid.price)} an hour is {in_pounds(least - bid.price)} below the direct "
            f"cost of {in_pounds(least)}: {made_of}.",
        )
        for bid in low
    ]


def far_below_others(bids: Sequence[Bid], percent: Decimal) -> list[Query]:
    """Prices more than so many percent below the mean of the other bids for the lot."""
    whole, found = sum(bid.price for bid in bids), []
    for bid in bids if len(bids) > 1 else ():
        others = Fraction(whole - bid.price, len(bids) - 1)
        below = (others - bid.price) / others * HUNDRED
        if below > Fraction(percent):
            mean = Pence(int(to_places(others, 0)))
            words = (
                f"{in_pounds(bid.price)} is {to_places(below, 1)}% below the mean of the others."
            )
            found.append(Query(bid.id, Pence(bid.price), mean, words))
    return sorted(found, key=lambda query: (query.price, query.bid))
