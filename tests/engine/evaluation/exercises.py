"""Exercises to score: one plain one, and random ones of every sort."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from random import Random

from carewright_engine.evaluation.bids import Agreed, Bid, Exercise, Lot, Score
from carewright_engine.evaluation.method import (
    PRICE_FORMULAS,
    Criterion,
    Guide,
    Method,
    PriceRule,
    scored_by_people,
)

GUIDE = Guide(("Nothing", "Poor", "Fair", "Good", "Excellent"))


def quality(weight: str = "60", threshold: str | None = None) -> Criterion:
    """Quality in two parts."""
    return Criterion(
        "quality",
        "Quality",
        Decimal(weight),
        (
            Criterion("people", "People and families", Decimal(70)),
            Criterion("staff", "Care workers", Decimal(30), threshold=Decimal(1)),
        ),
        threshold=None if threshold is None else Decimal(threshold),
    )


def method(weight: str = "60", **more: object) -> Method:
    """Quality and price, by lowest price over price."""
    price = Criterion("price", "Price", Decimal(100) - Decimal(weight), is_price=True)
    return Method((quality(weight), price), GUIDE, **more)  # type: ignore[arg-type]


def exercise(
    bids: dict[str, tuple[int, int, int]], of: Method | None = None, **more: object
) -> Exercise:
    """One lot; for each bid its price and its agreed scores for people and staff."""
    agreed, scores = [], []
    for name, (_, people, staff) in bids.items():
        for criterion, score in (("people", people), ("staff", staff)):
            scores.append(Score(name, criterion, "Ann", score, "As said in answer 1"))
            agreed.append(Agreed(name, criterion, score, "All agree"))
    return Exercise(
        "Care at home",
        method() if of is None else of,
        (Lot("north", "North", **more),),  # type: ignore[arg-type]
        tuple(Bid(name, f"{name} Care", "north", price) for name, (price, _, _) in bids.items()),
        tuple(scores),
        tuple(agreed),
    )


def random_exercise(seed: int, *, bids: int | None = None) -> Exercise:
    """Any method, any bids; few distinct values, so that ties come about."""
    random = Random(seed)
    formula = random.choice(PRICE_FORMULAS)
    guide = Guide(tuple(f"Score {score}" for score in range(random.choice((2, 4, 5, 6, 11)))))
    criteria = _criteria(random, guide, with_price=formula != PRICE_FORMULAS[-1])
    rule = PriceRule(
        formula,
        most=random.choice((None, 2600)),
        least=random.choice((None, 2100)) if formula != "inverse_with_floor" else 2100,
        slope=random.choice((Decimal(1), Decimal("0.5"), Decimal(2))),
    )
    made = Method(
        criteria,
        guide,
        rule,
        places=random.choice((0, 1, 2, 3)),
        tie_break=_tie_break(random, criteria),
        agreed_by=random.choice(("consensus", "mean")),
    )
    lots = tuple(
        Lot(
            f"lot{one}",
            f"Lot {one}",
            random.choice((None, 1, 2, 4)),
            random.choice((None, 100)),
        )
        for one in range(random.choice((1, 2, 3)))
    )
    given = [
        Bid(
            f"b{lot.id}-{one}",
            f"Supplier {one}",
            lot.id,
            random.choice((1990, 2000, 2100, 2250, 2400, 2700)),
            capacity=random.choice((None, 100, 250)),
            most_lots=random.choice((None, None, 1)),
            rejected=random.choice(("", "", "", "", "The bid was late.")),
        )
        for lot in lots
        for one in range(bids or random.randint(0, 9))
    ]
    scores = [
        Score(bid.id, name, evaluator, random.randint(guide.most // 3, guide.most), "Why")
        for bid in given
        for name in scored_by_people(made)
        for evaluator in ("Ann", "Ben", "Cat")
    ]
    agreed = [
        Agreed(bid.id, name, random.randint(guide.most // 3, guide.most), "Why")
        for bid in given
        for name in scored_by_people(made)
    ]
    each = random.choice((None, None, 1, 2))
    return Exercise(f"Random {seed}", made, lots, tuple(given), tuple(scores), tuple(agreed), each)


def _criteria(random: Random, guide: Guide, *, with_price: bool) -> tuple[Criterion, ...]:
    price = random.choice((10, 30, 40, 60)) if with_price else 0
    tops = _split(random, 100 - price)
    found = [
        _criterion(random, guide, f"c{place}", weight, depth=0)
        for place, weight in enumerate(tops, start=1)
    ]
    if with_price:
        found.append(Criterion("price", "Price", Decimal(price), is_price=True))
    return tuple(found)


def _criterion(random: Random, guide: Guide, name: str, weight: Decimal, depth: int) -> Criterion:
    if depth == 2 or random.random() < 0.5:
        threshold = random.choice((None, None, Decimal(guide.most) / 2))
        return Criterion(name, f"Criterion {name}", weight, threshold=threshold)
    parts = tuple(
        _criterion(random, guide, f"{name}.{place}", part, depth + 1)
        for place, part in enumerate(_split(random, 100), start=1)
    )
    threshold = random.choice((None, None, Decimal(40)))
    return Criterion(name, f"Criterion {name}", weight, parts, threshold=threshold)


def _split(random: Random, whole: int) -> list[Decimal]:
    cuts = sorted(random.sample(range(1, whole * 2), random.randint(0, 2)))
    ends = [0, *cuts, whole * 2]
    return [Decimal(b - a) / 2 for a, b in pairwise(ends)]


def _tie_break(random: Random, criteria: tuple[Criterion, ...]) -> tuple[str, ...]:
    names = ["price", *(one.id for one in criteria if not one.is_price)]
    return tuple(random.sample(names, random.randint(0, min(2, len(names)))))
