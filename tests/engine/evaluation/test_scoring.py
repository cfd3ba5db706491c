"""A lot's result follows from the published method: who is out, the points, the order, the ties."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from carewright_engine.evaluation.bids import Agreed, Score
from carewright_engine.evaluation.complete import changes, gaps, to_discuss
from carewright_engine.evaluation.method import Criterion, Guide, PriceRule, faults
from carewright_engine.evaluation.scoring import NotYet, results
from tests.engine.evaluation.exercises import exercise, method, quality


def ranked(found: object) -> list[tuple[str, int, Decimal]]:
    (result,) = results(found)  # type: ignore[arg-type]
    return [(one.bid.id, one.rank, one.total) for one in result.ranked]


def test_points_are_weight_times_score_and_the_total_is_rounded_once() -> None:
    # Birch: 60 x (70% x 4/4 + 30% x 2/4) + 40 x 20/25 = 51 + 32.
    # Alder: 60 x (70% x 3/4 + 30% x 3/4) + 40 = 45 + 40.
    found = exercise({"Birch": (2500, 4, 2), "Alder": (2000, 3, 3)})
    assert ranked(found) == [("Alder", 1, Decimal("85.00")), ("Birch", 2, Decimal("83.00"))]


def test_a_score_below_its_threshold_keeps_a_bid_out_and_it_sets_no_price() -> None:
    found = exercise({"Birch": (2500, 4, 4), "Cheap": (100, 4, 0)})
    (result,) = results(found)
    assert [one.total for one in result.ranked] == [Decimal("100.00")]
    assert result.out[0].reasons == ("Care workers: 0.00 is below the least that was asked, 1.",)


def test_a_threshold_on_a_criterion_with_parts_is_a_share_of_it() -> None:
    price = Criterion("price", "Price", Decimal(40), is_price=True)
    strict = replace(method(), criteria=(quality(threshold="75"), price))
    found = exercise({"Fair": (2000, 2, 4), "Good": (2500, 3, 3)}, strict)
    (result,) = results(found)
    assert [one.bid.id for one in result.ranked] == ["Good"]
    assert result.out[0].reasons == ("Quality: 65.00% is below the least that was asked, 75%.",)


def test_a_price_above_the_published_most_and_a_rejected_bid_are_out() -> None:
    capped = method(price=PriceRule(most=2400))
    found = exercise({"Dear": (2500, 4, 4), "Late": (2000, 4, 4), "Good": (2300, 3, 3)}, capped)
    late = replace(found.bids[1], rejected="The bid came after the deadline.")
    (result,) = results(replace(found, bids=(found.bids[0], late, found.bids[2])))
    assert {out.bid.id: out.reasons for out in result.out} == {
        "Dear": ("The price £25.00 is above the published most, £24.00.",),
        "Late": ("The bid came after the deadline.",),
    }
    assert [one.bid.id for one in result.ranked] == ["Good"]


def test_equal_totals_are_told_apart_by_the_published_tie_break_and_it_is_said() -> None:
    # Points: 30 x people share + 70 x staff share, no price weight, so both come to the same.
    flat = method("100", tie_break=("price",))
    found = exercise({"Ash": (2200, 3, 3), "Elm": (2100, 3, 3)}, flat)
    (result,) = results(found)
    first, second = result.ranked
    assert (first.bid.id, first.rank, first.settled_by) == ("Elm", 1, "price")
    assert (second.rank, second.equal_total, second.tied_with) == (2, ("Elm",), ())


def test_a_tie_that_nothing_published_settles_is_stated() -> None:
    found = exercise({"Ash": (2100, 3, 3), "Elm": (2100, 3, 3), "Oak": (2100, 2, 2)})
    (result,) = results(found)
    assert [(one.rank, one.tied_with) for one in result.ranked] == [
        (1, ("Elm",)),
        (1, ("Ash",)),
        (3, ()),
    ]


def test_totals_that_differ_only_beyond_the_published_decimals_are_equal() -> None:
    coarse = method(places=0)
    found = exercise({"Ash": (2000, 4, 4), "Elm": (2001, 4, 4)}, coarse)
    assert ranked(found) == [("Ash", 1, Decimal(100)), ("Elm", 1, Decimal(100))]


def test_where_quality_divides_the_price_the_cheapest_point_wins() -> None:
    per_point = method(price=PriceRule("price_per_quality_point"))
    per_point = replace(per_point, criteria=(quality("100"),))
    found = exercise({"Ash": (2000, 2, 2), "Elm": (2200, 3, 4), "Nil": (100, 0, 1)}, per_point)
    # A point costs Ash 2000/50 = 40p, Elm 2200/82.5 = 26.67p, Nil 100/7.5 = 13.33p.
    assert ranked(found) == [
        ("Nil", 1, Decimal("100.00")),
        ("Elm", 2, Decimal("50.00")),
        ("Ash", 3, Decimal("33.33")),
    ]


def test_the_mean_of_the_evaluators_counts_where_the_method_says_so() -> None:
    found = exercise({"Ash": (2000, 4, 4)}, method(agreed_by="mean"))
    more = (Score("Ash", "people", "Ben", 1, "Little said"),)
    (result,) = results(replace(found, scores=found.scores + more, agreed=()))
    assert result.ranked[0].shares["people"] == Decimal("0.625")


def test_nothing_is_worked_out_while_something_is_missing() -> None:
    found = exercise({"Ash": (2000, 4, 4)})
    with pytest.raises(NotYet, match="No score is agreed for People and families of bid Ash"):
        results(replace(found, agreed=found.agreed[1:]))
    with pytest.raises(NotYet, match="Nobody has scored Care workers of bid Ash"):
        results(replace(found, scores=found.scores[:1]))


def test_every_score_needs_a_reason_and_a_place_on_the_guide() -> None:
    found = exercise({"Ash": (2000, 4, 4)})
    odd = Score("Ash", "people", "Ben", 5, " ")
    assert gaps(replace(found, scores=(*found.scores, odd, odd))) == [
        "The score 5 for people of bid Ash is not 0 to 4.",
        "A score for people of bid Ash has no reason.",
        "The score 5 for people of bid Ash is not 0 to 4.",
        "A score for people of bid Ash has no reason.",
        "people of bid Ash is scored twice.",
    ]


def test_bids_that_cannot_be_are_named() -> None:
    found = exercise({"Ash": (0, 4, 4)})
    elsewhere = replace(found.bids[0], lot="west")
    said = gaps(replace(found, bids=(found.bids[0], elsewhere)))
    assert "Bid Ash has no price above nought." in said
    assert "Bid Ash is for lot west, which there is not." in said
    assert "Two bids have the id Ash." in said


def test_evaluators_far_apart_are_to_be_discussed_and_what_the_meeting_moved_is_kept() -> None:
    found = exercise({"Ash": (2000, 4, 4)})
    ben = Score("Ash", "people", "Ben", 1, "Little said")
    found = replace(found, scores=(*found.scores, ben))
    assert to_discuss(found) == [("Ash", "people")]
    agreed = (Agreed("Ash", "people", 3, "Ben had missed annex 2"), found.agreed[1])
    ((after, before),) = changes(replace(found, agreed=agreed))
    assert (after.score, [one.score for one in before]) == (3, [4, 1])


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (replace(method(), criteria=(quality("60"),)), "come to 60, not to 100"),
        (replace(method(), guide=Guide(("Nothing",))), "at least two scores"),
        (method(tie_break=("beauty",)), "tie-break beauty"),
        (method(agreed_by="lot"), "not by lot"),
        (method(price=PriceRule("cheapest")), "no price formula called cheapest"),
        (method(price=PriceRule("inverse_with_floor")), "needs a published least"),
        (method(price=PriceRule(least=3000, most=2000)), "least price is above the most"),
        (method(price=PriceRule(slope=Decimal(0))), "slope"),
        (method(price=PriceRule("price_per_quality_point")), "no criterion of its own"),
        (replace(method(), criteria=(quality(threshold="101"),)), "not between 0 and 100"),
    ],
)
def test_a_method_that_leaves_something_open_cannot_be_published(
    changed: object, words: str
) -> None:
    assert any(words in fault for fault in faults(changed)), faults(changed)  # type: ignore[arg-type]


def test_a_sound_method_has_no_faults() -> None:
    assert faults(method()) == []
