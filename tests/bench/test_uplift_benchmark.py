"""The preview of a round and its slow reference find the same prices; the figures say so."""

from __future__ import annotations

import pytest
from bench.harness import Answer, Figures

from bench import uplift_benchmark, uplift_cases


def test_both_ways_find_the_same_price_and_effect_for_every_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers: list[Answer] = []
    monkeypatch.setattr(uplift_cases, "report_run", lambda work: answers.append(work()))
    uplift_cases.ours(20)
    uplift_cases.peer(20)
    assert answers[0] == answers[1]
    assert 0 < int(answers[0]["left_out"]) < int(answers[0]["lines"])


def test_the_figures_name_the_size_the_goal_and_the_ratio() -> None:
    each = Figures(0.5, 0.4, 0.5, 90.0, 3, {}).as_json()
    printed = uplift_benchmark.printed(
        {
            "contracts": 5000,
            "price_lines": 40_000,
            "answer": {"lines": 36_000, "left_out": 4_000, "pence_a_year": 123_456},
            "cases": {"preview": each, "slow reference": each},
            "ratio_to_peer": 4.0,
            "machine": {"cores": 2},
        }
    )
    assert "5,000 contracts, 40,000 price lines" in printed
    assert "under 5 seconds" in printed
    assert "£1,234.56 a year" in printed
    assert "4.0 times as fast" in printed
