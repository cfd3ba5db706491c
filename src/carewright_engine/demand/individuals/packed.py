"""The five-state model run: a nation's need, person by person, year by year."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from carewright_engine.demand.hashing import salt
from carewright_engine.demand.individuals.need_model import (
    LEVELS,
    SETTINGS,
    SEXES,
    NeedModel,
    as_threshold,
)
from carewright_engine.demand.individuals.packed_kernels import LANES, live_a_year, settle
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
    nation = _Nation(model, people, seed, throw_settings)
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


@dataclass(frozen=True, slots=True, eq=False)
class _Thresholds:
    """The model as whole numbers by state, the two states of those who are gone included."""

    gone: NDArray[np.uint32]
    died: NDArray[np.uint32]
    steady: NDArray[np.uint32]
    worse: NDArray[np.uint32]
    aged: NDArray[np.int32]

    @classmethod
    def of(cls, model: NeedModel) -> _Thresholds:
        """Those who are gone step two down and two up each year, whatever they throw."""
        return cls(
            gone=_by_state(as_threshold(model.death + model.leaving)),
            died=_by_state(as_threshold(model.death)),
            steady=_by_state(as_threshold(model.better)),
            worse=_by_state(as_threshold(1 - model.worse)),
            aged=_aged(model),
        )


def _by_state(table: NDArray[np.uint32]) -> NDArray[np.uint32]:
    return np.concatenate([table.reshape(-1), np.zeros(2, np.uint32)])


def _aged(model: NeedModel) -> NDArray[np.int32]:
    """The state of a year later and one level milder."""
    sex, age, need = np.indices((len(SEXES), model.ages, LEVELS))
    older = np.minimum(age + 1, model.ages - 1)
    milder = (sex * model.ages + older) * LEVELS + need - 1
    gone = [model.states - 2, model.states - 1]
    return np.concatenate([milder.reshape(-1), gone]).astype(np.int32)


@dataclass(slots=True, eq=False)
class _Roll:
    """Everybody's state, in pieces of consecutive people and numbers."""

    states: NDArray[np.uint16] = field(default_factory=lambda: np.empty(0, np.uint16))
    used: int = 0
    pieces: Pieces = field(default_factory=Pieces)

    def join(self, counts: Counts, first: int) -> None:
        """People who come in, by state, numbered from `first`."""
        joining = np.repeat(np.arange(counts.size, dtype=np.uint16), counts.reshape(-1))
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

    def __init__(self, model: NeedModel, people: Counts, seed: int, throw_settings: bool) -> None:
        self.model = model
        self.seed = seed
        self.throw_settings = throw_settings
        self.thresholds = _Thresholds.of(model)
        self.roll = _Roll()
        self.roll.join(people, first=0)
        self.gone = np.zeros(2, np.int64)
        self.people = [people.astype(np.int64)]
        self.flows = [np.zeros(4, np.int64)]
        self.settings = [self._expected_settings(people)]

    def live(self, year: int, crew: Crew) -> None:
        """One year: those who are here live it, then others join."""
        before = self.people[-1]
        counts = self._moved_on(year, crew)
        gone = counts[-2:] - self.gone
        self.gone = counts[-2:]
        born = newborn(self.model, before, self.seed, year)
        arrived = moved_in(self.model, self.seed, year)
        self.roll.join(born, first=(2 * year) * JOINING)
        self.roll.join(arrived, first=(2 * year + 1) * JOINING)
        self.people.append(counts[:-2].reshape(before.shape) + born + arrived)
        self.flows.append(np.array([*gone, born.sum(), arrived.sum()]))
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

    def _moved_on(self, year: int, crew: Crew) -> Counts:
        of, salted = self.thresholds, salt(self.seed, year, "need")
        arrays = self.roll.pieces.arrays()

        def job(piece: int, last: int) -> NDArray[np.int32]:
            counts = np.zeros((LANES, self.model.states + 2), np.int32)
            live_a_year(
                self.roll.states,
                *arrays,
                piece,
                last,
                salted,
                of.gone,
                of.died,
                of.steady,
                of.worse,
                of.aged,
                counts,
            )
            return counts

        by_lane = crew.summed(job, slice(0, arrays[0].size))
        counts: Counts = by_lane.sum(axis=0)
        return counts

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
        shares = self.model.settings.cumsum(axis=-1)
        both = np.broadcast_to(shares, (len(SEXES), *shares.shape))
        low, high = (_by_state(as_threshold(both[..., place])) for place in (0, 1))

        def job(piece: int, last: int) -> NDArray[np.int32]:
            counts = np.zeros((self.model.states + 2, SETTINGS), np.int32)
            settle(self.roll.states, *arrays, piece, last, salted, low, high, counts)
            return counts

        counts = crew.summed(job, slice(0, arrays[0].size))[:-2]
        by_need: Counts = counts.reshape(-1, LEVELS, SETTINGS).sum(axis=0)
        return by_need.astype(float)
