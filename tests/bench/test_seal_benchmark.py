"""The benchmark of sealing opens what it sealed, or prints no time."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.harness import AnswersDiffer

from bench import seal_benchmark, seal_cases


def test_both_ways_tell_of_the_same_file_and_another_is_seen(tmp_path: Path) -> None:
    plain, sealed = tmp_path / "a.pdf", tmp_path / "a.sealed"
    plain.write_bytes(bytes(range(200)) * 100)
    said = seal_cases.seal_file(plain, sealed)
    assert seal_cases.open_file(plain, sealed) == said
    plain.write_bytes(b"another")
    with pytest.raises(AnswersDiffer, match="not what was sealed"):
        seal_cases.open_file(plain, sealed)


def test_the_figures_say_whether_the_goal_is_met() -> None:
    each = {"seconds": 0.25, "best_seconds": 0.2, "peak_mb": 60.0}
    printed = seal_benchmark.printed(
        {
            "plain_bytes": 25_000_000,
            "sealed_bytes": 25_166_500,
            "cases": {"seal": each},
            "under_goal": True,
            "machine": {"cores": 2},
            "versions": {"pynacl": "1"},
        }
    )
    assert "under 2 seconds each: met" in printed
    assert "100" in printed
