"""The full model run: homes, carers, support, hours and what goes unmet, year by year."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from carewright_engine.demand.hashing import salt
from carewright_engine.demand.individuals import carers, life_kernels
from carewright_engine.demand.individuals.life_chances import as_chances
from carewright_engine.demand.individuals.life_kernels import (
    AGE,
    EVENTS,
    NEED,
    ROWS,
    SEX,
    Chances,
    Tallies,
)
from carewright_engine.demand.individuals.life_model import LifeModel
from carewright_engine.demand.individuals.need_model import (
    LEVELS,
    SETTINGS,
    SEXES,
    Setting,
)
from carewright_engine.demand.individuals.pieces import (
    JOINING,
    Counts,
    Crew,
    Pieces,
    moved_in,
    newborn,
    require_runnable,
)

Table = NDArray[np.float64]

_Kernel = Callable[..., None]

_SALTS_OF_A_YEAR: Final = ("leaves", "household", "strain", "beginning")
_SALTS_FOR_LIFE: Final = ("place", "support", "prevention")


@dataclass(frozen=True, slots=True, eq=False)
class LifeCourse:
    """What became of everybody. Row 0 is the base year, row `y` is `y` years later."""

    people: Counts  # [year, sex, age, need, setting]
    alone: Counts  # [year, need, alone] of those at home
    carers: Counts  # [year, need, carer] of those at home; carer 0 is nobody
    minutes: Counts  # [year, age, need] minutes a week of support at home
    unmet: Counts  # [year, need, (rules not met, support not taken)] at home without support
    events: Counts  # [year, event], within the year that ends here, in the order of EVENTS
    born: Counts  # [year]
    moved_in: Counts  # [year]

    @property
    def hours(self) -> Table:
        """Hours a week of support at home, by year."""
        total: Table = self.minutes.sum(axis=(1, 2)) / 60
        return total

    @property
    def places(self) -> Counts:
        """People in care homes, by year."""
        total: Counts = self.people[..., Setting.CARE_HOME].sum(axis=(1, 2, 3))
        return total

    def counted(self, event: str) -> Counts:
        """How often something happened, by year."""
        return self.events[:, EVENTS.index(event)]


def follow_lives(
    model: LifeModel, people: Counts, *, years: int, seed: int, threads: int = 1
) -> LifeCourse:
    """Follow `people[sex, age, need]` for some years; the same bits on any number of threads."""
    require_runnable(model.need, people, years, threads)
    with ThreadPoolExecutor(threads) as pool:
        nation = _Nation(model, seed, Crew(pool, threads))
        nation.begin(people)
        for year in range(1, years + 1):
            nation.live(year)
    return nation.course()


class _Nation:
    """The people of one run between years."""

    def __init__(self, model: LifeModel, seed: int, crew: Crew) -> None:
        self.model = model
        self.seed = seed
        self.crew = crew
        self.people = np.zeros((ROWS, 0), np.uint8)
        self.used = 0
        self.pieces = Pieces()
        self.years: list[Tallies] = []
        self.joined: list[tuple[int, int]] = []

    def begin(self, people: Counts) -> None:
        """Everybody of the base year."""
        chances = as_chances(self.model, year=0)
        tally = self._join(people, 0, 0, chances)
        self._keep(tally, 0, 0)

    def live(self, year: int) -> None:
        """One year: those who are here live it, then others join."""
        before = self.years[-1].people.sum(axis=-1)
        chances = as_chances(self.model, year)
        born = newborn(self.model.need, before, self.seed, year)
        arrived = moved_in(self.model.need, self.seed, year)
        everybody = slice(0, len(self.pieces.limits))
        tally = self._tally(life_kernels.live, everybody, year, chances)
        tally += self._join(born, 2 * year * JOINING, year, chances)
        tally += self._join(arrived, (2 * year + 1) * JOINING, year, chances)
        self._keep(tally, int(born.sum()), int(arrived.sum()))

    def course(self) -> LifeCourse:
        """All that was counted."""
        kinds = (np.array(kind) for kind in zip(*self.years, strict=True))
        return LifeCourse(*kinds, *np.array(self.joined, np.int64).T)

    def _keep(self, tally: Counts, born: int, arrived: int) -> None:
        self.years.append(_shaped(tally, self.model.need.ages))
        self.joined.append((born, arrived))

    def _join(self, counts: Counts, first: int, year: int, chances: Chances) -> Counts:
        """People who come in, by sex, age and need, numbered from `first`."""
        end = self.used + int(counts.sum())
        self._make_room(end)
        for row, axis in ((SEX, 0), (AGE, 1), (NEED, 2)):
            values = np.indices(counts.shape, np.uint8)[axis]
            self.people[row, self.used : end] = np.repeat(values.reshape(-1), counts.reshape(-1))
        pieces = self.pieces.add(self.used, end, first)
        self.used = end
        return self._tally(life_kernels.join, pieces, year, chances)

    def _make_room(self, end: int) -> None:
        room = self.people.shape[1]
        if end > room:
            grown = np.zeros((ROWS, max(end, room * 5 // 4)), np.uint8)
            grown[:, : self.used] = self.people[:, : self.used]
            self.people = grown

    def _tally(self, kernel: _Kernel, pieces: slice, year: int, chances: Chances) -> Counts:
        arrays, salts = self.pieces.arrays(), _salts(self.seed, year)
        ages = self.model.need.ages

        def job(piece: int, last: int) -> Counts:
            tally = np.zeros(sum(_sizes(ages)), np.int64)
            kernel(self.people, *arrays, piece, last, salts, chances, _shaped(tally, ages))
            return tally

        return self.crew.summed(job, pieces)


def _salts(seed: int, year: int) -> NDArray[np.uint64]:
    """What sets decisions apart: some thrown for anew each year, some once for life."""
    yearly = [salt(seed, year, name) for name in _SALTS_OF_A_YEAR]
    return np.array([*yearly, *(salt(seed, 0, name) for name in _SALTS_FOR_LIFE)], np.uint64)


def _shapes(ages: int) -> Tallies:
    shapes = (
        (len(SEXES), ages, LEVELS, SETTINGS),
        (LEVELS, 2),
        (LEVELS, carers.STATES),
        (ages, LEVELS),
        (LEVELS, 2),
        (len(EVENTS),),
    )
    return Tallies(*shapes)  # type: ignore[arg-type]


def _sizes(ages: int) -> list[int]:
    return [int(np.prod(shape)) for shape in _shapes(ages)]


def _shaped(tally: Counts, ages: int) -> Tallies:
    """Views of one row of numbers, as tables."""
    parts = np.split(tally, np.cumsum(_sizes(ages))[:-1])
    return Tallies(*(part.reshape(shape) for part, shape in zip(parts, _shapes(ages), strict=True)))
