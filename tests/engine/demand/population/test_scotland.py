"""Scotland's councils: they sum to the nation, grow as it does, and know how wrong they may be."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np
import polars as pl
import pytest

from carewright_engine.demand.population import (
    PopulationDraws,
    Tables,
    as_published,
    grounds_in,
    official_people,
    project,
    project_areas,
    then_and_now,
)
from carewright_engine.demand.population.areas_of_nation import SCOTLAND
from carewright_engine.demand.refusing import BadParameter
from carewright_engine.tables.kinds import read_published

pytestmark = pytest.mark.realdata

COUNCILS: Final = "population/scotland_pop_mid2020_by_council_sex_single_year.csv"
NATIONS: Final = "population/uk_region_pop_est_proj_by_sex_age_2011on.csv.gz"
LATER: Final = "population/scotland_pop_mid2022_by_council_single_year_persons.csv"
EARLIER: Final = "samples/nrs_mid2012_pop_5yr_by_council.csv"
DYING: Final = "population/uk_mortality_qx_per100k_1951_2068_2018based.csv.gz"
BIRTHS: Final = (
    "population/witan_bristol_cohort_component/datasets/default_datasets/fertility/"
    "future_fertility_trend_assumption.csv"
)
YEARS, DRAWS = 25, 400
CARE_BANDS: Final = ((18, 64), (65, 74), (75, 84), (85, 90))


def _table(real_data: Path, name: str) -> pl.DataFrame:
    (frame,) = read_published(real_data / name).tables.values()
    return frame


@pytest.fixture(scope="module")
def nations(real_data: Path) -> pl.DataFrame:
    return _table(real_data, NATIONS)


@pytest.fixture(scope="module")
def tables(real_data: Path, nations: pl.DataFrame) -> Tables:
    return Tables(
        population=pl.concat([_table(real_data, COUNCILS), nations]),
        rates=pl.concat([_table(real_data, DYING), _table(real_data, BIRTHS)]),
        bands=_table(real_data, EARLIER),
    )


@pytest.fixture(scope="module")
def projected(tables: Tables) -> PopulationDraws:
    return project_areas(tables, base_year=2020, years=YEARS, draws=DRAWS, seed=7, bands=CARE_BANDS)


def test_the_official_projection_grows_by_half_and_by_three_quarters(
    nations: pl.DataFrame,
) -> None:
    scotland = official_people(nations, SCOTLAND, (2011, 2045))
    for then, now in then_and_now(scotland, 2011, projection="2020-based"):
        print(
            f"{now.ages}: then {then.share:+.0%} ({then.projection}, {then.from_year} to ", end=""
        )
        print(f"{then.to_year}), now {now.share:+.1%} ({now.from_year} to {now.to_year})")
    (older, (_, oldest)) = then_and_now(scotland, 2011, projection="2020-based")
    assert round(older[1].share, 2) == 0.50
    assert round(oldest.share, 2) == 0.75
    assert (older[0].share, oldest.from_year, oldest.to_year) == (0.63, 2011, 2035)


def test_the_32_councils_sum_to_the_nation_to_the_last_bit(
    projected: PopulationDraws, nations: pl.DataFrame
) -> None:
    nation = official_people(nations, SCOTLAND, (2020, 2045))
    assert len(projected.areas) == 32
    sums = projected.middle.sum(axis=1)
    assert np.array_equal(sums, np.rint(nation * 2**24) / 2**24)
    assert np.abs(sums - nation).max() < 1e-7
    assert projected.middle[0].sum() == 5_466_000


def test_the_accounts_balance_and_what_the_fit_adds_is_small(projected: PopulationDraws) -> None:
    accounts = projected.accounts
    assert accounts is not None
    assert not accounts.imbalance().any()
    fitted = np.abs(accounts.fitted).sum(axis=(1, 2, 3)) / accounts.people[1:].sum(axis=(1, 2, 3))
    print(f"moved by the fit, at most: {fitted.max():.2%} of people in a year")
    assert fitted.max() < 0.005
    assert 44_000 < accounts.born[0].sum() < 50_000  # 46,000 were registered in 2020 to 2021
    assert 55_000 < accounts.died[0].sum() < 66_000


def test_every_component_says_where_it_comes_from(projected: PopulationDraws) -> None:
    assert {origin.component: origin.how for origin in projected.origins} == {
        "deaths": "borrowed",
        "births": "derived",
        "moves": "derived",
    }


def test_the_draws_lie_about_the_middle_and_widen(projected: PopulationDraws) -> None:
    low, median, high = projected.quantiles([0.1, 0.5, 0.9])
    middle = projected.middle_in_bands()
    assert np.abs(median / middle - 1).max() < 0.03
    width = (high - low) / middle
    assert (width[-1] > width[5]).all()
    names = "18-64", "65-74", "75-84", "85+"
    for year in (2, 10, 25):
        pairs = zip(names, width[year].mean(axis=0), strict=True)
        shown = ", ".join(f"{name} {wide:.1%}" for name, wide in pairs)
        print(f"mean width of the 80% interval of a council after {year} years: {shown}")


def test_mid_2022_lies_where_the_intervals_say(projected: PopulationDraws, real_data: Path) -> None:
    """Counted anew in 2022: what the widths of a base of 2020 are worth, printed as it is."""
    rows = _table(real_data, LATER).sort("area_code")
    counted = np.stack(
        [
            rows.filter(pl.col("age").is_between(*band))
            .group_by("area_code")
            .agg(pl.col("people").sum())
            .sort("area_code")["people"]
            .to_numpy()
            for band in CARE_BANDS
        ],
        axis=1,
    )
    for level in (0.5, 0.8, 0.95):
        low, high = projected.quantiles([0.5 - level / 2, 0.5 + level / 2])[:, 2]
        inside = (counted >= low) & (counted <= high)
        width = ((high - low) / counted).mean()
        print(f"{level:.0%} interval: holds {inside.mean():.0%} of 128, mean width {width:.1%}")
        if level == 0.95:
            assert inside.mean() > 0.8
    off = np.abs(projected.middle_in_bands()[2] / counted - 1).mean(axis=0)
    print("mean difference by band:", ", ".join(f"{share:.1%}" for share in off))
    assert off.max() < 0.05


def test_the_same_seed_gives_the_same_bits_on_one_thread_and_on_two(tables: Tables) -> None:
    grounds = grounds_in(tables, base_year=2020, years=10)
    one, two, other = (
        project(
            grounds.base,
            grounds.components,
            years=10,
            draws=120,
            seed=seed,
            nation=grounds.nation,
            threads=threads,
        )
        for seed, threads in ((3, 1), (3, 2), (4, 2))
    )
    assert np.array_equal(one.people, two.people)
    assert not np.array_equal(one.people, other.people)


def test_without_an_older_count_areas_move_as_the_nation_does(tables: Tables) -> None:
    alone = Tables(tables.population, tables.rates)
    plain = project_areas(alone, base_year=2020, years=5)
    assert plain.middle[5].sum() == project_areas(tables, base_year=2020, years=5).middle[5].sum()


def test_an_official_projection_is_used_as_it_is(nations: pl.DataFrame) -> None:
    published = as_published(nations, [SCOTLAND, "E12000001"], years=(2020, 2045))
    assert published.middle[0, 0].sum() == 5_466_000
    assert published.people.shape == (0, 26, 2, 5)
    assert [origin.how for origin in published.origins] == ["published"]
    with pytest.raises(BadParameter, match="from 2011 to 2120"):
        as_published(nations, [SCOTLAND], years=(2020, 2121))
    with pytest.raises(BadParameter, match="area is S12"):
        as_published(nations, ["S12"], years=(2020, 2045))
