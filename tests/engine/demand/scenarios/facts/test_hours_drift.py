"""Hours for each person move on as all councils' have moved, less each year."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest

from carewright_engine.demand.need.history import Drift
from carewright_engine.demand.scenarios.facts.hours import NO_DRIFT, drift_of_totals, hours_each


def totals(growth: float, years: int = 6) -> pl.DataFrame:
    """Two councils, as many people each year, hours that grow."""
    rows = [
        (code, measure, 2015 + year, 100.0 if measure == "people" else 1000 * growth**year)
        for code in ("S1", "S2")
        for measure in ("people", "hours")
        for year in range(years)
    ]
    return pl.DataFrame(rows, schema=["area_code", "measure", "year", "value"], orient="row")


def test_the_drift_is_that_of_hours_over_people_of_all_councils() -> None:
    assert drift_of_totals(totals(1.02), 2).mean == pytest.approx(np.log(1.02))


def test_too_few_years_or_councils_tell_no_drift() -> None:
    assert drift_of_totals(totals(1.02, years=3), 2) == NO_DRIFT
    assert drift_of_totals(totals(1.02), 3) == NO_DRIFT


def test_what_is_carried_on_dies_away_by_a_tenth_a_year() -> None:
    hours, people = np.full((4, 2, 1), 1000.0), np.full((4, 2, 1), 100.0)
    fitted = hours_each(hours, people, np.isfinite(hours), Drift(0.02, 0.005, 10))
    steps = np.diff(np.log(fitted.part(4, 40, seed=1).middle[:, 0, 0]))
    assert steps == pytest.approx([0.018, 0.0162, 0.01458])
