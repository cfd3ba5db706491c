"""A projection says what would fill a gap, and never asks for a file that is at hand."""

from __future__ import annotations

import polars as pl

from carewright_engine.demand.scenarios.facts.left_out import not_assessed
from tests.engine.demand.scenarios.facts.places import question


def fills(*kinds: str, value: float | None = 1.0) -> dict[str, str]:
    """What would fill each gap where files hold figures of these kinds."""
    activity = pl.DataFrame(
        {"kind": list(kinds), "value": [value] * len(kinds)},
        schema={"kind": pl.String, "value": pl.Float64},
    )
    return {each.question: each.what_would_fill_it for each in not_assessed(question(), activity)}


def test_files_that_are_not_at_hand_are_asked_for() -> None:
    asked = fills()
    assert asked["Delays in leaving hospital"] == "Delayed discharges by council and month."
    assert asked["Unpaid carers who stop"].startswith("A survey or census")


def test_files_that_are_at_hand_are_not_asked_for() -> None:
    asked = fills("delayed_discharge", "unpaid_care")
    assert "who wait in hospital by the support" in asked["Delays in leaving hospital"]
    assert asked["Unpaid carers who stop"].startswith("A scenario with the lever")


def test_a_file_without_a_figure_is_not_at_hand() -> None:
    assert fills("delayed_discharge", value=None) == fills()
