"""Each size of doubt is what the published files that it names give."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np
import polars as pl
import pytest

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.population import SIZES, official_people
from carewright_engine.demand.population.areas_of_nation import SCOTLAND
from carewright_engine.demand.population.life_table import cohort_chances, period_chances
from carewright_engine.demand.population.uncertainty import POWER_OF_SIZE, TYPICAL_AREA
from carewright_engine.tables.kinds import read_published

pytestmark = pytest.mark.realdata

LEARNT: Final = 8  # years whose growth is carried on


@pytest.fixture(scope="module")
def scotland(real_data: Path) -> Array:
    """[year, sex, age], mid-2011 to mid-2020: estimates, not yet a projection."""
    path = real_data / "population/uk_region_pop_est_proj_by_sex_age_2011on.csv.gz"
    rows = read_published(path).tables["population"]
    return official_people(rows, SCOTLAND, (2011, 2020))


@pytest.fixture(scope="module")
def boards(real_data: Path) -> Array:
    """[year, board], mid-1981 to mid-2020."""
    path = real_data / "population/scotland_pop_by_healthboard_1981_on.csv"
    rows = read_published(path).tables["population_band"]
    rows = rows.filter(pl.col("on").dt.year() <= 2020).sort("on", "area_code")
    return rows["people"].to_numpy().reshape(-1, rows["area_code"].n_unique())


def _off(logarithms: Array, ahead: int) -> Array:
    """How far off growth carried on is after some years: [start, ...]."""
    starts = range(LEARNT, len(logarithms) - ahead)
    growth = [(logarithms[t] - logarithms[t - LEARNT]) / LEARNT for t in starts]
    came = [logarithms[t + ahead] - logarithms[t] for t in starts]
    return np.array(came) - ahead * np.array(growth)


def test_mortality(real_data: Path, scotland: Array) -> None:
    path = real_data / "population/uk_mortality_qx_per100k_1951_2068_2018based.csv.gz"
    rates = read_published(path).tables["population_rate"]
    dying = cohort_chances(period_chances(rates, (1981, 2018)))
    level = np.log((scotland[-1][:, 1:90] * dying[:, :, 2:91]).sum(axis=(1, 2)))
    steps = level[10:] - level[:-10]
    yearly = (steps - 10 * np.diff(level).mean()).std() / np.sqrt(10)
    assert yearly == pytest.approx(SIZES.mortality_each_year, rel=0.03)
    assert yearly / np.sqrt(37) == pytest.approx(SIZES.mortality_trend, rel=0.03)


def test_fertility(scotland: Array) -> None:
    children = scotland[1:, :, 0].sum(axis=1) / scotland[:-1, 0, 20:40].sum(axis=1)
    changes = np.diff(np.log(children))
    assert np.sqrt((changes**2).mean()) == pytest.approx(SIZES.fertility_each_year, rel=0.03)


def test_growth_of_areas_beside_the_nations(boards: Array) -> None:
    share = np.log(boards / boards.sum(axis=1, keepdims=True))
    for ahead, far in ((1, 0.3), (5, 0.2), (10, 0.15)):
        off = np.sqrt((_off(share, ahead) ** 2).mean(axis=0))
        power, level = np.polyfit(np.log(boards[-1] / TYPICAL_AREA), np.log(off), 1)
        ours = np.hypot(SIZES.area_trend * ahead, SIZES.area_each_year * np.sqrt(ahead))
        found = f"{np.exp(level):.2%} at 300,000 people, power {power:.2f}"
        print(f"{ahead} years ahead: {found}; ours {ours:.2%}")
        assert power == pytest.approx(POWER_OF_SIZE, abs=0.05)
        assert ours == pytest.approx(np.exp(level), rel=far)


def test_growth_of_the_nation_is_judged_below_what_carrying_on_gives(boards: Array) -> None:
    logarithm = np.log(boards.sum(axis=1))
    off = np.sqrt((_off(logarithm, 1) ** 2).mean())
    assert off == pytest.approx(0.0026, abs=0.0001)
    assert np.hypot(SIZES.nation_trend, SIZES.nation_each_year) < off


def test_the_base_of_a_nation(scotland: Array) -> None:
    rolled_forward = 5_254_800  # General Register Office for Scotland, mid-2011, from 2001
    off = np.log(scotland[0].sum() / rolled_forward)
    assert off == pytest.approx(SIZES.base_nation, abs=0.0001)
