"""People by data zone, sex and single year of age, in the likeness of Scotland in mid-2020."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from carewright_engine.tables.practice.draws import Numbers, apportion, spread
from carewright_engine.tables.practice.land import COUNCILS
from carewright_engine.tables.practice.zones import Land, Zone

SEXES: Final = ("Female", "Male")
AGES: Final = 91  # 0 to 89 by single year, and 90 and over
Counts = npt.NDArray[np.int64]

# People per 100,000 of Scotland's 5,466,000 in mid-2020, by sex and five years of age; the
# last band is 90 and over (National Records of Scotland, mid-2020 estimates by council).
NATION_PER_100_000: Final = {
    "Female": (
        2339, 2654, 2675, 2523, 3082, 3441, 3447, 3322, 3015, 3303, 3728, 3769, 3327, 2852,
        2743, 1994, 1519, 957, 550,
    ),
    "Male": (
        2487, 2796, 2779, 2638, 3171, 3460, 3396, 3185, 2920, 3099, 3464, 3537, 3123, 2644,
        2486, 1632, 1103, 590, 250,
    ),
}  # fmt: skip

COUNTRYSIDE_TILT: Final = 0.22  # the countryside is older than the towns
DEPRIVED_TILT: Final = -0.10  # for one standard deviation of deprivation
ZONE_TILT: Final = 0.36  # the standard deviation between zones that are alike otherwise


@dataclass(frozen=True)
class People:
    """Counts by zone, sex (female, male) and age."""

    counts: Counts

    def between(self, youngest: int, oldest: int = AGES - 1) -> Counts:
        """People of an age range in each zone."""
        found: Counts = self.counts[:, :, youngest : oldest + 1].sum(axis=(1, 2))
        return found


def populate(rng: np.random.Generator, land: Land) -> People:
    """Everyone, in whole people: each zone's total first, then its ages.

    The zones differ in age; the region as a whole is drawn with the nation's age structure.
    """
    totals = _totals(rng, land)
    national = np.stack([single_years(NATION_PER_100_000[sex]) for sex in SEXES])
    national = national / national.sum()
    tilts = np.array([_tilt(zone) for zone in land.zones])
    tilts += ZONE_TILT * _standard_normal(spread(rng, len(tilts)))
    ages = (np.arange(AGES) - 42.0) / 40.0
    shape = national[None, :, :] * np.exp(tilts[:, None, None] * ages[None, None, :])
    shape /= shape.sum(axis=(1, 2), keepdims=True)
    regional = (shape * totals[:, None, None]).sum(axis=0) / totals.sum()
    shape *= (national / regional)[None, :, :]
    shape /= shape.sum(axis=(1, 2), keepdims=True)
    drawn = [
        rng.multinomial(total, zone.ravel()).reshape(len(SEXES), AGES)
        for total, zone in zip(totals, shape, strict=True)
    ]
    return People(np.array(drawn, dtype=np.int64))


def _totals(rng: np.random.Generator, land: Land) -> Counts:
    """About 780 people a zone, fewer in the countryside, adding up to each council's people."""
    totals = np.zeros(len(land.zones), dtype=np.int64)
    for council in COUNCILS:
        members = land.of(council.name)
        sizes = np.exp(0.2 * _standard_normal(spread(rng, len(members))))
        thin = np.array([0.8 if land.zones[at].rural else 1.0 for at in members])
        totals[members] = apportion(list(sizes * thin), council.people)
    return totals


def _tilt(zone: Zone) -> float:
    council = next(council for council in COUNCILS if council.name == zone.council)
    rural = COUNTRYSIDE_TILT if zone.rural or zone.island else 0.0
    return council.age_tilt + rural + DEPRIVED_TILT * (zone.deprivation - council.deprivation)


def _standard_normal(uniform: Numbers) -> Numbers:
    """A bell curve from even draws (Tukey's lambda, within 0.01 up to two deviations)."""
    return (uniform**0.135 - (1 - uniform) ** 0.135) / 0.1975


def single_years(bands: tuple[int, ...]) -> Numbers:
    """Single years of age from five-year bands: smooth within a band, true to each band's sum."""
    middles = np.arange(len(bands) - 1) * 5 + 2.0
    levels = np.log(np.array(bands[:-1]) / 5)
    years = np.exp(np.interp(np.arange(90), middles, levels))
    for at, people in enumerate(bands[:-1]):
        band = slice(5 * at, 5 * at + 5)
        years[band] *= people / years[band].sum()
    return np.append(years, bands[-1])
