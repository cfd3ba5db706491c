"""How wrong a projection may be: sizes with their sources, and the draws made from them.

Every size is a standard deviation of a logarithm. docs/methods/population.md says where each
comes from and what it does to the width of an interval.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Final

import numpy as np

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.draws import stream
from carewright_engine.demand.population.people import AGES
from carewright_engine.demand.refusing import within

#: Growth that turns out otherwise is people who move, and movers are young: by age at the end of
#: a year, how much of an error of growth falls on an age, one being the average over all people.
MOVERS: Final[tuple[tuple[int, float], ...]] = ((0, 0.9), (16, 2.0), (35, 0.7), (65, 0.5))
#: A base is mistaken in three groups of ages by themselves: those below 65, to 84, and above.
BASE_GROUPS: Final = (0, 65, 85)


@dataclass(frozen=True, slots=True)
class Sizes:
    """Standard deviations, of logarithms; nought leaves a source of doubt out.

    mortality: how far mortality drifts from what is assumed, each year (a random walk) and as a
    trend that is off in every year. UK chances of dying 1981 to 2018: ten-year changes vary by
    1.35% times the root of ten; the trend of 37 years is known to 1.35% over the root of 37.
    fertility: a random walk. Children under one for each woman in Scotland, mid-2011 to mid-2020.
    nation: growth a year, as a trend that is off and from year to year. Carrying on eight years'
    growth of Scotland was off by 0.26% a year (1981 to 2020); a projection that knows ages is
    judged to do somewhat better.
    area: growth beside the nation's, for an area of 300,000 people; it falls with size to the
    power of -0.26. Fourteen health boards, 1981 to 2020, eight years' growth carried on.
    base: mid-2011 rolled forward from 2001 was 0.85% below the count of 2011. For an area 2% is
    judged, as Edinburgh was then off by 4%, and twice that for people of 85 and over.
    """

    mortality_each_year: float = 0.0135
    mortality_trend: float = 0.0022
    fertility_each_year: float = 0.032
    nation_trend: float = 0.002
    nation_each_year: float = 0.001
    area_trend: float = 0.0027
    area_each_year: float = 0.0012
    base_nation: float = 0.0085
    base_area: float = 0.02

    def __post_init__(self) -> None:
        for size in fields(self):
            within(size.name, getattr(self, size.name), 0.0, 0.5)


SIZES: Final = Sizes()
TYPICAL_AREA: Final = 300_000.0
POWER_OF_SIZE: Final = -0.26
OLDEST_GROUP: Final = np.array([1.0, 1.0, 2.0])


@dataclass(frozen=True, slots=True)
class Shocks:
    """What each draw differs by, as logarithms.

    mortality and fertility are [draw, year]; growth is [draw, year, area], a rate a year; base is
    [draw, area, group of ages].
    """

    mortality: Array
    fertility: Array
    growth: Array
    base: Array


def draw_shocks(
    areas: Sequence[str], people: Array, *, years: int, draws: int, seed: int, sizes: Sizes
) -> Shocks:
    """Shocks for areas of so many people, [area]; an area's depend on its code, not its place.

    So an area has the same futures alone as among others, and scenarios share them.
    """
    mortality = _trend_and_walk(
        seed, "mortality", draws, years, sizes.mortality_trend, sizes.mortality_each_year
    )
    fertility = _trend_and_walk(seed, "fertility", draws, years, 0.0, sizes.fertility_each_year)
    smaller = np.maximum(people / TYPICAL_AREA, 1e-6) ** POWER_OF_SIZE
    growth = np.empty((draws, years, len(areas)))
    base = np.empty((draws, len(areas), len(BASE_GROUPS)))
    nation = _trend_and_noise(
        seed, "nation", draws, years, sizes.nation_trend, sizes.nation_each_year
    )
    nation_base = _normal(seed, "base", draws, len(BASE_GROUPS)) * sizes.base_nation
    for place, area in enumerate(areas):
        trend, noise = sizes.area_trend * smaller[place], sizes.area_each_year * smaller[place]
        growth[..., place] = nation + _trend_and_noise(seed, area, draws, years, trend, noise)
        own = _normal(seed, f"base of {area}", draws, len(BASE_GROUPS)) * sizes.base_area
        base[:, place] = (nation_base + own) * OLDEST_GROUP
    return Shocks(mortality, fertility, growth, base)


def movers_by_age() -> Array:
    """[age]: how much of an error of growth falls on each age."""
    share = np.empty(AGES)
    for youngest, much in MOVERS:
        share[youngest:] = much
    return share


def group_by_age() -> Array:
    """[age]: which group of a mistaken base an age belongs to."""
    return np.searchsorted(np.array(BASE_GROUPS[1:]), np.arange(AGES), side="right").astype(float)


def _trend_and_walk(
    seed: int, use: str, draws: int, years: int, trend: float, each: float
) -> Array:
    """[draw, year]: a trend that is off, and a random walk around it."""
    steps = _normal(seed, use, draws, years + 1)
    ahead = np.arange(1, years + 1)
    walk: Array = steps[:, :1] * trend * ahead + np.cumsum(steps[:, 1:], axis=1) * each
    return walk


def _trend_and_noise(
    seed: int, use: str, draws: int, years: int, trend: float, each: float
) -> Array:
    """[draw, year]: growth that is off by the same every year, and by something each year."""
    steps = _normal(seed, use, draws, years + 1)
    rates: Array = steps[:, :1] * trend + steps[:, 1:] * each
    return rates


def _normal(seed: int, use: str, draws: int, columns: int) -> Array:
    """Standard normal numbers of one use; more draws or columns leave earlier columns alone."""
    numbers = np.empty((draws, columns))
    for column in range(columns):
        numbers[:, column] = stream(seed, "population", use, column).standard_normal(draws)
    return numbers
