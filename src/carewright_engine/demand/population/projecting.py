"""The projection of a population: a central one with its accounts, and as many draws as asked."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

import numpy as np

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.population.accounts import Accounts
from carewright_engine.demand.population.components import Components, Origin
from carewright_engine.demand.population.conventions import Conventions
from carewright_engine.demand.population.draw_kernels import draw_futures
from carewright_engine.demand.population.middle import for_each_area, middle
from carewright_engine.demand.population.people import (
    USUAL_BANDS,
    Band,
    Population,
    checked_bands,
    in_bands,
)
from carewright_engine.demand.population.uncertainty import (
    SIZES,
    Shocks,
    Sizes,
    draw_shocks,
    group_by_age,
    movers_by_age,
)
from carewright_engine.demand.refusing import BadParameter, within

MOST_DRAWS: Final = 100_000
#: Draws are handed out in pieces of this many, whatever the number of threads.
PIECE: Final = 50


@dataclass(frozen=True, slots=True)
class PopulationDraws:
    """Who will live where: people[draw, year, area, band] and middle[year, area, sex, age].

    Year 0 is `first_year`, the base; `people` has no draw where none was asked for. `origins` say
    which component is published, derived or borrowed; `accounts` are those of the middle, where
    it was projected and not published.
    """

    areas: tuple[str, ...]
    first_year: int
    bands: tuple[Band, ...]
    people: Array
    middle: Array
    origins: tuple[Origin, ...] = ()
    accounts: Accounts | None = None

    @property
    def years(self) -> range:
        """The mid-years, the base first."""
        return range(self.first_year, self.first_year + len(self.middle))

    def middle_in_bands(self) -> Array:
        """[year, area, band] of the central projection."""
        return in_bands(self.middle, self.bands)

    def quantiles(self, levels: Sequence[float]) -> Array:
        """[level, year, area, band]; raises BadParameter without draws or for an odd level."""
        if not len(self.people):
            raise BadParameter("draws", 0, "1 or more where quantiles are asked for")
        for level in levels:
            within("level", level, 0.0, 1.0)
        found: Array = np.quantile(self.people, levels, axis=0)
        return found


def project(
    base: Population,
    components: Components,
    *,
    years: int,
    draws: int = 0,
    seed: int = 0,
    bands: Sequence[Band] = USUAL_BANDS,
    conventions: Conventions = Conventions.MID_YEAR,
    nation: Array | None = None,
    sizes: Sizes = SIZES,
    threads: int | None = None,
) -> PopulationDraws:
    """The base taken forward; the areas sum to `nation[year, sex, age]` exactly if it is given.

    The central projection is fitted; each draw keeps the factors of that fit, so that the nation
    is as uncertain as its areas make it. The same seed gives the same bits on any number of
    threads. Raises BadParameter.
    """
    chosen = checked_bands(bands)
    within("draws", draws, 0, MOST_DRAWS)
    if draws and conventions is not Conventions.MID_YEAR:
        raise BadParameter("draws", draws, f"0 under the conventions {conventions}")
    accounts = middle(base, components, years=years, conventions=conventions, nation=nation)
    people = np.empty((draws, years + 1, len(base.areas), len(chosen)))
    if draws:
        size = base.people.sum(axis=(1, 2))
        shocks = draw_shocks(base.areas, size, years=years, draws=draws, seed=seed, sizes=sizes)
        fill_draws(people, accounts, components, shocks, chosen, threads)
    return PopulationDraws(
        base.areas, base.year, chosen, people, accounts.people, components.origins, accounts
    )


def fill_draws(
    people: Array,
    accounts: Accounts,
    components: Components,
    shocks: Shocks,
    bands: Sequence[Band],
    threads: int | None = None,
) -> None:
    """Write every draw into people[draw, year, area, band]; any number of threads, same bits."""
    years = people.shape[1] - 1
    spread = for_each_area(components, len(accounts.areas))
    fixed = (
        accounts.people[0],
        spread.dying[:years],
        spread.births[:years],
        spread.arrivals[:years],
        spread.leaving[:years],
        spread.departures[:years],
        components.boys,
        fitting(accounts),
    )
    limits = np.array(bands, dtype=float)
    shape = (group_by_age(), movers_by_age(), limits[:, 0].copy(), limits[:, 1].copy())
    mortality, fertility = np.exp(shocks.mortality), np.exp(shocks.fertility)

    def piece(start: int) -> None:
        part = slice(start, start + PIECE)
        ours = (mortality[part], fertility[part], shocks.growth[part], shocks.base[part])
        draw_futures(*fixed, *ours, *shape, people[part])

    with ThreadPoolExecutor(threads or os.cpu_count()) as pool:
        list(pool.map(piece, range(0, len(people), PIECE)))


def fitting(accounts: Accounts) -> Array:
    """[year, sex, age]: people of all areas after the fit over those before it."""
    after = accounts.people[1:].sum(axis=1)
    before = after - accounts.fitted.sum(axis=1)
    ratio: Array = np.divide(after, before, out=np.ones_like(after), where=before > 0)
    return ratio
