"""After scoring: which weights would have changed the winner, low prices, and who wins a place."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from carewright_engine.costing.employers_costs import KnownShare
from carewright_engine.costing.minimum_price import HourOfCare, built_up
from carewright_engine.evaluation.bids import Bid, Exercise, Lot
from carewright_engine.evaluation.low_prices import below_direct_cost, far_below_others
from carewright_engine.evaluation.places import places
from carewright_engine.evaluation.scoring import results
from carewright_engine.evaluation.sensitivity import sensitivity
from carewright_engine.values.money import Pence
from tests.engine.evaluation.exercises import exercise, random_exercise


def test_the_weight_at_which_another_bid_draws_level_is_exact() -> None:
    # Alder has 75% of quality and all of price; Birch 85% and 80%: level where
    # 0.75 w + 1 (1 - w) = 0.85 w + 0.8 (1 - w), at w = 2/3.
    found = exercise({"Birch": (2500, 4, 2), "Alder": (2000, 3, 3)})
    (result,) = results(found)
    by_quality, by_price = sensitivity(found.method, result)
    assert (by_quality.criterion, by_quality.lowered) == ("quality", None)
    assert by_quality.raised is not None
    assert (by_quality.raised.weight, by_quality.raised.bid) == (Fraction(200, 3), "Birch")
    assert by_price.lowered is not None
    assert by_price.lowered.weight == Fraction(100, 3)
    assert by_price.raised is None


@pytest.mark.parametrize("seed", range(0, 40, 2))
def test_just_beyond_that_weight_the_winner_is_another_and_just_before_it_is_not(
    seed: int,
) -> None:
    found = random_exercise(seed)
    for result in results(replace(found, method=replace(found.method, places=9))):
        for one in sensitivity(found.method, result):
            for turn, way in ((one.lowered, -1), (one.raised, 1)):
                if turn is None or turn.weight in (0, 100) or turn.weight == one.weight:
                    continue
                step = Fraction(way, 10**6)
                assert best(found, result.lot, one.criterion, turn.weight + step) != {
                    result.ranked[0].bid.id
                }
                assert result.ranked[0].bid.id in best(
                    found, result.lot, one.criterion, turn.weight - step
                )


def best(found: Exercise, lot: Lot, criterion: str, weight: Fraction) -> set[str]:
    """Who is first in the lot with the weight moved and the others sharing the rest."""
    now = next(one.weight for one in found.method.criteria if one.id == criterion)
    moved = tuple(
        replace(
            one,
            weight=weight  # type: ignore[arg-type]
            if one.id == criterion
            else Fraction(one.weight) * (100 - weight) / (100 - Fraction(now)),
        )
        for one in found.method.criteria
    )
    fine = replace(found.method, criteria=moved, places=12, tie_break=())
    result = next(one for one in results(replace(found, method=fine)) if one.lot.id == lot.id)
    return {one.bid.id for one in result.ranked if one.rank == 1}


def test_one_bid_alone_has_no_weight_that_changes_the_winner() -> None:
    found = exercise({"Alder": (2000, 3, 3)})
    assert sensitivity(found.method, results(found)[0]) == ()


HOUR = built_up(
    HourOfCare(
        wage=Pence(872),
        travel_minutes=Decimal("11.7"),
        charges=KnownShare(Decimal("0.109")),
        other_on_costs=Decimal("0.189"),
        mileage=Pence(136),
        running_costs=Pence(520),
    )
)


def test_a_price_below_the_direct_cost_of_the_hour_is_asked_about_with_its_parts() -> None:
    bids = exercise({"Low": (1400, 3, 3), "Just": (1489, 3, 3), "Fair": (2100, 3, 3)}).bids
    (query,) = below_direct_cost(bids, HOUR)
    assert (query.bid, query.price, query.against) == ("Low", 1400, 1489)
    assert query.words.startswith("£14.00 an hour is £0.89 below the direct cost of £14.89: care")


def test_a_price_far_below_the_mean_of_the_others_is_asked_about() -> None:
    bids = exercise({"Low": (1500, 3, 3), "Fair": (2000, 3, 3), "Dear": (2200, 3, 3)}).bids
    (query,) = far_below_others(bids, Decimal(20))
    assert (query.bid, query.against) == ("Low", 2100)
    assert query.words == "£15.00 is 28.6% below the mean of the others."
    assert far_below_others(bids[:1], Decimal(20)) == []


def won(found: Exercise) -> dict[tuple[str, str], str]:
    """By lot and bid: why no place, or nothing where there is one."""
    return {(one.lot, one.bid): one.why_not for one in places(found, results(found))}


def test_the_first_so_many_of_a_lot_win_places() -> None:
    found = exercise({"A": (2000, 4, 4), "B": (2000, 3, 3), "C": (2000, 2, 2)}, places=2)
    assert won(found) == {
        ("north", "A"): "",
        ("north", "B"): "",
        ("north", "C"): "The places of this lot are taken by better bids.",
    }


def test_bids_of_one_rank_that_do_not_all_fit_wait_for_the_tie_to_be_settled() -> None:
    found = exercise({"A": (2000, 3, 3), "B": (2000, 3, 3), "C": (2000, 2, 2)}, places=1)
    waits = "1 places are left for bids of one rank: the tie must be settled first."
    taken = "The places of this lot are taken by better bids."
    assert list(won(found).values()) == [waits, waits, taken]


def two_lots(**of_bids: object) -> Exercise:
    """The same two suppliers bid for both lots, the first one better in each."""
    one = exercise({"A": (2000, 4, 4), "B": (2000, 3, 3)}, places=1, hours=100)
    both = (one.lots[0], replace(one.lots[0], id="south", title="South"))
    south = tuple(replace(bid, id=f"{bid.id}2", lot="south") for bid in one.bids)
    bids: tuple[Bid, ...] = tuple(replace(bid, **of_bids) for bid in (*one.bids, *south))
    scores = tuple(replace(score, bid=f"{score.bid}2") for score in one.scores)
    agreed = tuple(replace(score, bid=f"{score.bid}2") for score in one.agreed)
    return replace(
        one, lots=both, bids=bids, scores=one.scores + scores, agreed=one.agreed + agreed
    )


@pytest.mark.parametrize(
    ("found", "why"),
    [
        (
            replace(two_lots(), most_lots_each=1),
            "A Care has won 1 lots, the most that one supplier may.",
        ),
        (two_lots(most_lots=1), "A Care has won 1 lots, the most that it asked for."),
        (two_lots(capacity=150), "A Care has 50 hours a week left, and a place asks for 100."),
    ],
    ids=["the exercise's limit", "the supplier's own", "capacity"],
)
def test_a_supplier_that_has_won_enough_is_passed_over_and_the_next_wins(
    found: Exercise, why: str
) -> None:
    assert won(found)["south", "A2"] == why
    assert won(found)["south", "B2"] == ""
