"""People by age in years near an estimate: moved on by the nation's cohorts."""

from __future__ import annotations

import numpy as np
import pytest

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.draws import stream
from carewright_engine.demand.need.ages import around, in_bands

rng = stream(1, "ages")
PARTS: Array = rng.integers(1, 500, (4, 2, 91)).astype(float)
NATION = {2020: PARTS.sum(axis=0)} | {
    year: rng.integers(900, 1100, (2, 91)).astype(float) for year in (2017, 2018, 2019, 2021, 2022)
}


@pytest.mark.parametrize("year", sorted(NATION))
def test_areas_add_up_to_the_nation_in_every_year(year: int) -> None:
    found = around(PARTS, 2020, NATION, sorted(NATION))[year]
    np.testing.assert_allclose(found.sum(axis=0), NATION[year], rtol=1e-12)


def test_a_large_cohort_is_a_year_older_a_year_later() -> None:
    parts = PARTS.copy()
    parts[0, 0, 70] = 5000
    nation = {2020: parts.sum(axis=0), 2021: np.roll(parts.sum(axis=0), 1, axis=1)}
    found = around(parts, 2020, nation, [2021])[2021]
    assert found[0, 0].argmax() == 71


def test_bands_hold_their_first_and_last_age_and_the_open_one_all_above() -> None:
    people = np.ones((1, 2, 91))
    assert in_bands(people, ("18-64", "65-74", "85+", "all")).tolist() == [[94, 20, 12, 182]]
