"""The people followed use support as the rates say, and grow old as the projection says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from carewright_engine.demand.individuals.eligibility import (
    ENGLISH_TESTS,
    SCOTTISH_DEFAULT,
    Rules,
    rules_from,
)
from carewright_engine.demand.individuals.following import moves_in
from carewright_engine.demand.individuals.life import follow_lives
from carewright_engine.demand.individuals.need_model import Setting
from carewright_engine.demand.individuals.packed import whole_people
from carewright_engine.demand.individuals.use import bands_of, expected_use
from carewright_engine.demand.refusing import BadParameter
from carewright_engine.demand.scenarios.followed.effects import Followed, spread_out
from tests.engine.demand.scenarios.followed.crowd import USE, followed, projected

ONE = pl.lit(1)


@pytest.mark.parametrize("run", [None, 0, 3])
@pytest.mark.parametrize("rules", [SCOTTISH_DEFAULT, ENGLISH_TESTS, rules_from("scotland", "low")])
def test_expected_use_of_the_base_year_is_the_fitted_rate_whatever_is_assumed(
    rules: Rules, run: int | None
) -> None:
    town = followed()
    settled = town.settled(rules, run)
    found = expected_use(settled.model, town.population, settled.shares)
    assert found.away_from(USE) < 1e-8


def test_use_counted_in_the_base_year_lies_within_four_standard_errors_of_the_rate() -> None:
    town = followed(size=200_000)
    settled = town.settled(SCOTTISH_DEFAULT)
    base = whole_people(town.population, settled.shares)
    course = follow_lives(settled.model, base, years=1, seed=3)
    for band, at_home, in_homes in zip(bands_of(91), USE.at_home, USE.in_homes, strict=True):
        heads = base[:, band].sum()
        seen = course.people[0][:, band].sum(axis=(0, 1, 2))
        for place, rate in ((Setting.CARE_AT_HOME, at_home), (Setting.CARE_HOME, in_homes)):
            # People are rounded to whole ones by age and need: half of one for each cell.
            slack = 4 * np.sqrt(heads * rate) + 0.5 * 5 * (band.stop - band.start) * rate
            assert abs(seen[place] - heads * rate) <= slack
    hours = course.minutes[0][18:].sum() / 60
    wanted = sum(
        base[:, band].sum() * rate * each
        for band, rate, each in zip(bands_of(91), USE.at_home, USE.hours, strict=True)
    )
    assert hours == pytest.approx(wanted, rel=0.05)


def test_the_people_followed_grow_old_and_few_as_the_projection_says() -> None:
    years = projected(11)
    moves = moves_in(years)
    here = years[0]
    for _ in range(10):
        stay = here * (1 - moves.death - moves.leaving * (1 - moves.death))
        here = np.zeros_like(stay)
        here[:, 1:] = stay[:, :-1]
        here[:, -1] += stay[:, -1]
        here += moves.arrivals
    for band in bands_of(91)[1:]:
        assert here[:, band].sum() == pytest.approx(years[-1][:, band].sum(), rel=0.01)
    assert here[:, 18:65].sum() == pytest.approx(years[-1][:, 18:65].sum(), rel=0.02)


def test_use_at_each_age_stays_where_nothing_is_pulled() -> None:
    town = followed(size=100_000)
    settled = town.settled(SCOTTISH_DEFAULT)
    base = whole_people(town.population, settled.shares)
    course = follow_lives(settled.model, base, years=8, seed=5)
    for band in bands_of(91)[1:]:
        by_setting = course.people[:, :, band].sum(axis=(1, 2, 3))
        rates = by_setting / by_setting.sum(axis=1, keepdims=True)
        assert rates[-1, Setting.CARE_AT_HOME] == pytest.approx(
            rates[0, Setting.CARE_AT_HOME], rel=0.15
        )


def test_rules_that_cannot_account_for_the_use_there_is_are_refused() -> None:
    heavy = replace(USE, at_home=np.array([0.004, 0.02, 0.3, 0.6]))
    town = followed(use=heavy)
    with pytest.raises(BadParameter, match="use of support"):
        town.settled(rules_from("scotland", "critical"))


@pytest.mark.realdata
def test_levels_of_need_are_those_of_people_with_home_care_whose_group_is_published(
    real_data: Path,
) -> None:
    told = pl.read_csv(real_data / "phs/phs_homecare_iorn.csv").with_columns(
        group=pl.col("iorn_group").str.slice(0, 1)
    )
    found = levels(told, "2020/21")
    assert found.tolist() == [365, 1115, 2225, 1310]
    assert moderate_beside_heavy(found) == pytest.approx(0.37, abs=0.005)
    assert found[3] / found[2:].sum() == pytest.approx(0.37, abs=0.005)
    assert moderate_beside_heavy(levels(told, "2017/18")) == pytest.approx(0.64, abs=0.02)
    middles = pl.col("hours_order").replace_strict({1: 1.0, 2: 3.0, 3: 7.0, 4: 18.0})
    hours = levels(told, "2020/21", middles)
    each = hours / found
    assert hours[:2].sum() / found[:2].sum() / each[3] == pytest.approx(0.59, abs=0.01)
    assert each[2] / each[3] == pytest.approx(0.80, abs=0.01)


def levels(told: pl.DataFrame, year: str, times: pl.Expr = ONE) -> np.ndarray:
    """People, or hours, of groups taken for low, moderate, substantial and critical need."""
    rows = told.filter(financial_year=year)
    of_level = (rows.filter(pl.col("group").is_in(list(of))) for of in ("A", "B", "CDEF", "GHI"))
    return np.array([each.select(pl.col("nclient") * times).sum().item() for each in of_level])


def moderate_beside_heavy(found: np.ndarray) -> float:
    """Moderate need for each heavy one, over the shares of them who take support."""
    return float(found[1] / 0.75 / (found[2:].sum() / 0.87))


def test_one_year_is_not_enough_to_read_moves_off() -> None:
    with pytest.raises(BadParameter, match="years projected is 1; it must be 2 or more"):
        moves_in(projected(1))


def test_runs_take_one_of_each_stretch_of_what_is_assumed() -> None:
    steps = spread_out(40, 7, "relief")
    assert np.array_equal(steps, spread_out(40, 7, "relief"))
    assert not np.array_equal(steps, spread_out(40, 7, "better"))
    assert abs(steps.mean()) < 0.1
    assert steps.std() == pytest.approx(1, abs=0.1)
    assert isinstance(followed(), Followed)
