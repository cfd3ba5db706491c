"""The five-state model run: a nation's need, person by person, year by year."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from carewright_engine.demand.draws import stream
from carewright_engine.demand.hashing import salt
from carewright_engine.demand.individuals.need_model import (
    LEVELS,
    SETTINGS,
    SEXES,
    NeedModel,
    as_threshold,
)
from carewright_engine.demand.individuals.packed_kernels import LANES, live_a_year, settle
from carewright_engine.demand.refusals import BadParameter, require_not_negative, require_shape

Counts = NDArray[np.int64]

#: A piece of people stays in a core's own cache between being moved on and being counted.
PIECE: Final = 1 << 16
#: More jobs than threads, so that a thread that is held up is not waited for long.
JOBS_A_THREAD: Final = 6
#: People who join are numbered from here on, by year and way of joining: 2^40 numbers each.
JOINING: Final = 1 << 40


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
    _require_runnable(model, people, years, threads)
    nation = _Nation(model, people, seed, throw_settings)
    with ThreadPoolExecutor(threads) as pool:
        for year in range(1, years + 1):
            nation.live(year, pool, threads)
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


def _require_runnable(model: NeedModel, people: Counts, years: int, threads: int) -> None:
    require_shape("people", people, (len(SEXES), model.ages, LEVELS))
    require_not_negative("people", people)
    if years < 1:
        raise BadParameter("years", years, "1 or more")
    if threads < 1:
        raise BadParameter("threads", threads, "1 or more")


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
    pieces: list[tuple[int, int, int]] = field(default_factory=list)

    def join(self, counts: Counts, first: int) -> None:
        """People who come in, by state, numbered from `first`."""
        joining = np.repeat(np.arange(counts.size, dtype=np.uint16), counts.reshape(-1))
        end = self.used + joining.size
        if end > self.states.size:
            grown = np.empty(max(end, self.states.size * 5 // 4), np.uint16)
            grown[: self.used] = self.states[: self.used]
            self.states = grown
        self.states[self.used : end] = joining
        for start in range(self.used, end, PIECE):
            self.pieces.append((start, min(start + PIECE, end), first + start - self.used))
        self.used = end

    def arrays(self) -> tuple[Counts, Counts, NDArray[np.uint64]]:
        """Starts, stops and first numbers of the pieces, as kernels take them."""
        starts, stops, firsts = np.array(self.pieces, np.int64).reshape(-1, 3).T.copy()
        return starts, stops, firsts.astype(np.uint64)


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

    def live(self, year: int, pool: Executor, threads: int) -> None:
        """One year: those who are here live it, then others join."""
        before = self.people[-1]
        counts = self._moved_on(year, pool, threads)
        gone = counts[-2:] - self.gone
        self.gone = counts[-2:]
        born, arrived = self._born(before, year), self._arrived(year)
        self.roll.join(born, first=(2 * year) * JOINING)
        self.roll.join(arrived, first=(2 * year + 1) * JOINING)
        self.people.append(counts[:-2].reshape(before.shape) + born + arrived)
        self.flows.append(np.array([*gone, born.sum(), arrived.sum()]))
        self.settings.append(self._settings(year, pool, threads))

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

    def _moved_on(self, year: int, pool: Executor, threads: int) -> Counts:
        of, salted = self.thresholds, salt(self.seed, year, "need")
        arrays = self.roll.arrays()

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

        by_lane = _summed(job, len(self.roll.pieces), pool, threads)
        counts: Counts = by_lane.sum(axis=0)
        return counts

    def _born(self, before: Counts, year: int) -> Counts:
        """Children of the women who began the year, all without need."""
        women = before[SEXES.index("female")].sum(axis=-1)
        expected = float(women @ self.model.fertility)
        dice = stream(self.seed, "born", year)
        children = int(dice.poisson(expected))
        girls = int(dice.binomial(children, self.model.girls))
        born = np.zeros_like(before)
        born[:, 0, 0] = girls, children - girls
        return born

    def _arrived(self, year: int) -> Counts:
        return stream(self.seed, "moved in", year).poisson(self.model.arrivals).astype(np.int64)

    def _settings(self, year: int, pool: Executor, threads: int) -> NDArray[np.float64]:
        if not self.throw_settings:
            return self._expected_settings(self.people[-1])
        return self._thrown_settings(year, pool, threads)

    def _expected_settings(self, people: Counts) -> NDArray[np.float64]:
        expected: NDArray[np.float64] = np.einsum("san,ang->ng", people, self.model.settings)
        return expected

    def _thrown_settings(self, year: int, pool: Executor, threads: int) -> NDArray[np.float64]:
        salted = salt(self.seed, year, "setting")
        arrays = self.roll.arrays()
        shares = self.model.settings.cumsum(axis=-1)
        both = np.broadcast_to(shares, (len(SEXES), *shares.shape))
        low, high = (_by_state(as_threshold(both[..., place])) for place in (0, 1))

        def job(piece: int, last: int) -> NDArray[np.int32]:
            counts = np.zeros((self.model.states + 2, SETTINGS), np.int32)
            settle(self.roll.states, *arrays, piece, last, salted, low, high, counts)
            return counts

        counts = _summed(job, len(self.roll.pieces), pool, threads)[:-2]
        by_need: Counts = counts.reshape(-1, LEVELS, SETTINGS).sum(axis=0)
        return by_need.astype(float)


def _summed(
    job: Callable[[int, int], NDArray[np.integer]], pieces: int, pool: Executor, threads: int
) -> Counts:
    """The job over all pieces, in ranges side by side; whole numbers add up in any order."""
    ranges = 1 if threads == 1 else max(1, min(pieces, threads * JOBS_A_THREAD))
    edges = np.linspace(0, pieces, ranges + 1).astype(int)
    first, *others = pool.map(job, edges[:-1].tolist(), edges[1:].tolist())
    total = first.astype(np.int64)
    for part in others:
        total += part
    return total
