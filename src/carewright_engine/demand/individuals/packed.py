"""The five-state model run: a nation's need, person by person, year by year."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from carewright_engine.demand.hashing import ONE, salt
from carewright_engine.demand.individuals.cohorts import Cohorts
from carewright_engine.demand.individuals.need_model import SEXES, NeedModel, as_threshold
from carewright_engine.demand.individuals.packed_kernels import live_a_year, settle
from carewright_engine.demand.individuals.pieces import (
    JOINING,
    Counts,
    Crew,
    Pieces,
    moved_in,
    newborn,
    require_runnable,
)
from carewright_engine.demand.refusing import require_not_negative


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """What became of everybody. Row 0 is the base year, row `y` is `y` years later."""

    people: Counts  # [year, sex, age, need]
    deaths: Counts  # [year], within the year that ends here
    moved_away: Counts  # [year]
    born: Counts  # [year]
    moved_in: Counts  # [year]
    settings: NDArray[np.float64]  # [year, need, setting]; expected, or counted if thrown

    @property
    def person_years(self) -> int:
        """People who began a year, over all years."""
        return int(self.people[:-1].sum())


def follow(
    model: NeedModel,
    people: Counts,
    *,
    years: int,
    seed: int,
    threads: int = 1,
    throw_settings: bool = False,
) -> Course:
    """Follow `people[sex, age, need]` for some years; the same bits on any number of threads.

    Where somebody lives is the expected share of their age and need, which has the same mean as
    a throw for each person and less noise; `throw_settings` throws for each.
    """
    require_runnable(model, people, years, threads)
    nation = _Nation(model, people, years, seed, throw_settings)
    with ThreadPoolExecutor(threads) as pool:
        crew = Crew(pool, threads)
        for year in range(1, years + 1):
            nation.live(year, crew)
    return nation.course()


def whole_people(population: NDArray[np.float64], shares: NDArray[np.float64]) -> Counts:
    """Whole people by sex, age and need from `population[sex, age]` and `shares[..., need]`.

    Each sex and age keeps its rounded total; levels are rounded by largest remainder.
    """
    require_not_negative("population", population)
    totals = np.rint(population).astype(np.int64)
    exact = totals[..., None] * shares
    floors = np.floor(exact).astype(np.int64)
    missing = totals - floors.sum(axis=-1)
    rank = np.argsort(np.argsort(floors - exact, axis=-1, kind="stable"), axis=-1)
    whole: Counts = floors + (rank < missing[..., None])
    return whole


def chances_of_a_year(model: NeedModel) -> NDArray[np.float64]:
    """[sex, age, need, event]: the chance of each event or of one before it: dying, moving away,
    and for those who stay getting better and getting worse. One throw tells which."""
    gone = model.death + model.leaving
    better = gone + (1 - gone) * model.better
    worse = gone + (1 - gone) * (model.better + model.worse)
    return np.stack([model.death, gone, better, worse], axis=-1)


@dataclass(slots=True, eq=False)
class _Roll:
    """Everybody's state, in pieces of consecutive people and numbers."""

    states: NDArray[np.uint16] = field(default_factory=lambda: np.empty(0, np.uint16))
    used: int = 0
    pieces: Pieces = field(default_factory=Pieces)

    def join(self, counts: Counts, states: NDArray[np.uint16], first: int) -> None:
        """So many people come in with each state, numbered from `first`."""
        joining = np.repeat(states.reshape(-1), counts.reshape(-1))
        end = self.used + joining.size
        if end > self.states.size:
            grown = np.empty(max(end, self.states.size * 5 // 4), np.uint16)
            grown[: self.used] = self.states[: self.used]
            self.states = grown
        self.states[self.used : end] = joining
        self.pieces.add(self.used, end, first)
        self.used = end


class _Nation:
    """The people of one run between years."""

    def __init__(
        self, model: NeedModel, people: Counts, years: int, seed: int, throw_settings: bool
    ) -> None:
        self.model = model
        self.seed = seed
        self.throw_settings = throw_settings
        self.cohorts = Cohorts(model.ages, years)
        self.thresholds = as_threshold(chances_of_a_year(model))
        self.roll = _Roll()
        self.here = np.zeros(self.cohorts.states + 2, np.int64)
        self.people: list[Counts] = []
        self.flows = [np.zeros(4, np.int64)]
        self._join(people.astype(np.int64), year=0, first=0)
        self.people.append(people.astype(np.int64))
        self.settings = [self._expected_settings(people)]

    def live(self, year: int, crew: Crew) -> None:
        """One year: those who are here live it, then others join."""
        before = self.people[-1]
        change = self._changed(year, crew)
        self.here += change
        born = newborn(self.model, before, self.seed, year)
        arrived = moved_in(self.model, self.seed, year)
        self._join(born, year, first=(2 * year) * JOINING)
        self._join(arrived, year, first=(2 * year + 1) * JOINING)
        self.people.append(self.cohorts.by_age(self.here[:-2], year))
        self.flows.append(np.array([*change[-2:], born.sum(), arrived.sum()]))
        self.settings.append(self._settings(year, crew))

    def course(self) -> Course:
        """All that was counted."""
        deaths, moved_away, born, moved_in = np.array(self.flows).T
        return Course(
            people=np.array(self.people),
            deaths=deaths,
            moved_away=moved_away,
            born=born,
            moved_in=moved_in,
            settings=np.array(self.settings),
        )

    def _join(self, counts: Counts, year: int, first: int) -> None:
        states = self.cohorts.states_of(year)
        self.roll.join(counts, states, first)
        np.add.at(self.here, states.reshape(-1), counts.reshape(-1))

    def _changed(self, year: int, crew: Crew) -> Counts:
        """How many more people are in each state, those who died and who moved away last."""
        salted = salt(self.seed, year, "need")
        arrays = self.roll.pieces.arrays()
        limits = self.cohorts.by_state(self.thresholds, year - 1, gone=0)
        which, happens = limits[:, :3].copy(), limits[:, 3].copy()

        def job(piece: int, last: int) -> Counts:
            change = np.zeros_like(self.here)
            live_a_year(self.roll.states, *arrays, piece, last, salted, happens, which, change)
            return change

        return crew.summed(job, slice(0, arrays[0].size))

    def _settings(self, year: int, crew: Crew) -> NDArray[np.float64]:
        if not self.throw_settings:
            return self._expected_settings(self.people[-1])
        return self._thrown_settings(year, crew)

    def _expected_settings(self, people: Counts) -> NDArray[np.float64]:
        expected: NDArray[np.float64] = np.einsum("san,ang->ng", people, self.model.settings)
        return expected

    def _thrown_settings(self, year: int, crew: Crew) -> NDArray[np.float64]:
        salted = salt(self.seed, year, "setting")
        arrays = self.roll.pieces.arrays()
        shares = self.model.settings.cumsum(axis=-1)[..., :2]
        both = as_threshold(np.broadcast_to(shares, (len(SEXES), *shares.shape)))
        low, high = self.cohorts.by_state(both, year, gone=ONE).T.copy()

        def job(piece: int, last: int) -> Counts:
            counts = np.zeros((self.here.size, 2), np.int64)
            settle(self.roll.states, *arrays, piece, last, salted, low, high, counts)
            return counts

        cared_for = crew.summed(job, slice(0, arrays[0].size))[:-2]
        at_home = self.here[:-2] - cared_for.sum(axis=-1)
        by_state = np.column_stack([at_home, cared_for])
        return self.cohorts.by_need(by_state).astype(float)
