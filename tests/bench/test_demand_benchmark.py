"""The benchmark of need prints no time for answers that differ, and says which claims fail."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from bench.demand_benchmark import not_met
from bench.harness import AnswersDiffer, Run

from bench import demand_model, demand_people
from carewright_engine.demand.individuals.packed import follow

PEOPLE = 20_000


def a_run(settings: object, digest: str = "same") -> Run:
    answer = {"settings": settings, "digest": digest, "person_years": 1}
    return Run(answer, seconds=1.0, cpu_seconds=1.0, peak_mb=1.0)


def all_ours(run: Run) -> dict[str, list[Run]]:
    return {name: [run] for name in demand_people.OURS}


@pytest.fixture(scope="module")
def settings() -> list[list[float]]:
    """What our own model answers."""
    model, base = demand_model.model(PEOPLE), demand_model.base(PEOPLE)
    return follow(model, base, years=demand_model.YEARS, seed=1).settings[-1].tolist()


def test_our_answer_lies_within_four_standard_errors(settings: list[list[float]]) -> None:
    away = demand_people.require_agreement(all_ours(a_run(settings)), PEOPLE)
    assert max(away.values()) < 4


def test_an_answer_far_off_is_refused(settings: list[list[float]]) -> None:
    off = (np.array(settings) * 1.2).tolist()
    with pytest.raises(AnswersDiffer, match="neworder lies"):
        demand_people.require_agreement(
            {**all_ours(a_run(settings)), "neworder": [a_run(off)]}, PEOPLE
        )


def test_threads_that_differ_are_refused(settings: list[list[float]]) -> None:
    found = {**all_ours(a_run(settings)), "two_threads": [a_run(settings, digest="other")]}
    with pytest.raises(AnswersDiffer, match="different bits"):
        demand_people.require_agreement(found, PEOPLE)


def test_a_claim_that_fails_is_named() -> None:
    fast = {"best_seconds": 0.5, "peak_mb": 200.0}
    people: dict[str, Any] = {
        "figures": {"nation": fast, "full": fast},
        "best_times": {"neworder": {"two_threads": 24.0}, "vivarium": {"two_threads": 150.0}},
        "noise_spared": 500.0,
    }
    found = not_met({"people": people, "cohort": {"ratio_to_peer": {"one thread": 12.0}}})
    assert found == ["Not met: neworder: 24.0 times, claimed 25."]
