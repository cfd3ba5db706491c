"""Care at home in Scotland: fitted to March 2021, asked for the three financial years after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

import numpy as np
import polars as pl

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.need.ages import around, by_single_year, in_bands
from carewright_engine.demand.need.backtest.peers import peer_forecasts
from carewright_engine.demand.need.backtest.scores import Forecast
from carewright_engine.demand.need.history import Drift, drift_of
from carewright_engine.demand.need.model import fit_use
from carewright_engine.demand.need.observations import Observations, observe
from carewright_engine.demand.need.settings import Settings
from carewright_engine.demand.need.steady import steadied
from carewright_engine.tables.councils import COUNCILS
from carewright_engine.tables.kinds import read_published
from carewright_engine.tables.reading import UnreadableFile

BANDS: Final = ("18-64", "65-74", "75-84", "85+")
FIRST_YEAR: Final = 2018  # of the figures by age: 2018/19
POPULATION_OF: Final = 2020
SCOTLAND: Final = "S92000003"
DRAWS: Final = 4000
FILES: Final = {
    "care at home": "asc_stats/scotland_care_at_home_phs.csv.gz",
    "population of councils, mid-2020": (
        "population/scotland_pop_mid2020_by_council_sex_single_year.csv"
    ),
    "population of the nation": "population/uk_region_pop_est_proj_by_sex_age_2011on.csv.gz",
}


@dataclass(frozen=True, slots=True)
class Published:
    """The files, read: activity; people [area, sex, age] of councils, [sex, age] of Scotland."""

    activity: pl.DataFrame
    councils: Array
    nation: Mapping[int, Array]


@dataclass(frozen=True, slots=True)
class BackTest:
    """Forecasts of figures [year, area, band] and what was published since."""

    first_year: int  # of the forecast
    forecasts: tuple[Forecast, ...]  # the model's first
    actual: Array  # nought where nothing was submitted
    drift: Drift


def read_files(folder: Path) -> Published:
    """Reads the three files out of a folder; one that is not there is named."""
    frames = {}
    for what, name in FILES.items():
        if not (folder / name).is_file():
            raise UnreadableFile(f"{folder} has no {name} ({what}). Put it there.")
        frames[what] = read_published(folder / name).tables
    activity, councils, nation = frames.values()
    years = range(2011, 2031)
    return Published(
        activity["activity"],
        by_single_year(councils["population"], tuple(COUNCILS), POPULATION_OF),
        {y: by_single_year(nation["population"], (SCOTLAND,), y)[0] for y in years},
    )


def seen_of(published: Published, first_year: int, last_year: int) -> Observations:
    """Councils' people by band in those financial years and in their quarters."""
    return observe(
        published.activity,
        kind="care_at_home",
        bands=BANDS,
        first_year=first_year,
        last_year=last_year,
        areas=tuple(COUNCILS),
    )


def people_of(published: Published, first_year: int, last_year: int) -> Array:
    """Population [year, area, band], moved on from mid-2020: nothing later is used."""
    years = range(first_year, last_year + 1)
    moved = around(published.councils, POPULATION_OF, published.nation, years)
    return np.stack([in_bands(moved[year], BANDS) for year in years])


def long_drift(published: Published, seen: Observations, people: Array) -> Drift:
    """The nation's drift in use per head, from one week a year up to the last year seen."""
    weeks = published.activity.filter(
        (pl.col("area_code") == SCOTLAND)
        & (pl.col("period_kind") == "census_week")
        & (pl.col("measure") == "people")
        & (pl.col("age_band") == "all")
        & (pl.col("ends_before") <= date(seen.last_year + 1, 4, 1))
    )
    counts = {
        ends.year - 1: value
        for ends, value in weeks.select("ends_before", "value").iter_rows()
        if value is not None
    }
    figures = seen.years.middle[0]
    rates = np.nansum(figures, axis=0) / people[0].sum(axis=0)
    nation = {year: in_bands(published.nation[year], BANDS) for year in range(2011, 2021)}
    return drift_of(counts, nation, rates)


def back_test(
    published: Published,
    *,
    last_year: int = 2020,
    ahead: int = 3,
    settings: Settings | None = None,
    seed: int = 0,
) -> BackTest:
    """Fits to the end of a financial year and forecasts the years after it, with the peers."""
    seen = seen_of(published, FIRST_YEAR, last_year)
    people = people_of(published, FIRST_YEAR, last_year + ahead)
    drift = long_drift(published, seen, people)
    by = replace(settings or Settings(), drift=drift.mean, drift_doubt=drift.error)
    through = date(last_year + 1, 3, 31)
    to_come = people[len(people) - ahead :]
    model = steadied(fit_use(seen, people, through=through, settings=by, seed=seed), to_come)
    drawn = model.people(np.broadcast_to(to_come, (DRAWS, *to_come.shape)), seed)
    figures = seen.years.middle
    peers = peer_forecasts(figures, people[: len(figures)], to_come)
    after = seen_of(published, last_year + 1, last_year + ahead)
    actual = np.nan_to_num(after.years.middle)
    return BackTest(last_year + 1, (Forecast.of_draws("Carewright", drawn), *peers), actual, drift)
