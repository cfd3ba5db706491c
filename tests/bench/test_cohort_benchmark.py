"""The NumPy peer and the compiled cohort model find the same people."""

from __future__ import annotations

import numpy as np
import pytest
from bench.harness import Figures

from bench import cohort_benchmark, cohort_cases


def test_both_ways_find_the_same_people_and_threads_the_same_bits(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cohort_cases, "CACHE", tmp_path)
    monkeypatch.setattr(cohort_cases, "AREAS", 3)
    monkeypatch.setattr(cohort_cases, "report_run", lambda work: work())
    one, two, peer = cohort_cases.CASES
    cohort_cases.ours(one, 60, 1)
    cohort_cases.ours(two, 60, 2)
    cohort_cases.peer(peer, 60)
    first, second, theirs = (np.load(cohort_cases.file_of(case)) for case in (one, two, peer))
    assert cohort_cases.digest(first) == cohort_cases.digest(second)
    assert theirs == pytest.approx(first, rel=1e-9)


def test_the_figures_name_the_ratio_and_the_goal() -> None:
    each = Figures(2.0, 1.9, 2.0, 200.0, 3, {}).as_json()
    printed = cohort_benchmark.printed(
        {
            "draws": 1000,
            "areas": 32,
            "years": 25,
            "cell_years": 145_600_000,
            "largest_difference": 1e-12,
            "cases": {"one thread": each, "NumPy": each},
            "ratio_to_peer": {"one thread": 12.5},
            "machine": {"cores": 2},
            "versions": {"numpy": "2"},
        }
    )
    assert "one thread: 12.5 times as fast as NumPy (goal on one thread: 10)" in printed
    assert "146 million cells" in printed
