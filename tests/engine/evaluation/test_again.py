"""Every result is found again, from what is exported, by an implementation that shares no code."""

from __future__ import annotations

import os

import pytest

from carewright_engine.evaluation.as_rows import records_of
from carewright_engine.evaluation.bids import Exercise
from carewright_engine.evaluation.files import as_csv, as_json, read_scores
from carewright_engine.evaluation.places import places
from carewright_engine.evaluation.scoring import results
from tests.engine.evaluation.again import again
from tests.engine.evaluation.exercises import random_exercise

FULL = 500
SAMPLE = 60
SEEDS = range(0, FULL, FULL // SAMPLE)[:SAMPLE]
if os.environ.get("CAREWRIGHT_FULL"):
    SEEDS = range(FULL)


def assert_found_again(exercise: Exercise) -> int:
    found = results(exercise)
    second = again(records_of(exercise))
    won = {(one.lot, one.bid) for one in places(exercise, found) if one.won}
    for result in found:
        theirs = second[result.lot.id]
        ours = [(one.bid.id, one.rank, str(one.total)) for one in result.ranked]
        assert ours == theirs["ranked"]
        assert {one.bid.id for one in result.out} == theirs["out"]
        assert {bid for lot, bid in won if lot == result.lot.id} == theirs["won"]
    return sum(len(result.ranked) for result in found)


def test_the_results_of_random_exercises_are_equal(record_property: pytest.RecordProperty) -> None:
    ranked = sum(assert_found_again(random_exercise(seed)) for seed in SEEDS)
    assert ranked > len(SEEDS)
    record_property("exercises scored twice", len(SEEDS))


def test_112_bids_on_one_lot_are_ranked_and_found_again() -> None:
    seed = next(seed for seed in range(50) if len(random_exercise(seed).lots) == 1)
    exercise = random_exercise(seed, bids=112)
    assert len(exercise.bids) == 112
    assert_found_again(exercise)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_both_files_give_the_exercise_and_its_result_back(seed: int) -> None:
    exercise = random_exercise(seed)
    found = results(exercise)
    records = records_of(exercise, found)
    for text in (as_json(records), as_csv(records)):
        read = read_scores(text.encode())
        assert read.exercise == exercise
        assert len(read.published) == sum(len(result.ranked) for result in found)
