"""People in pieces: consecutive people with consecutive numbers, counted side by side."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from carewright_engine.demand.draws import stream
from carewright_engine.demand.individuals.need_model import LEVELS, SEXES, NeedModel
from carewright_engine.demand.refusing import (
    BadParameter,
    require_not_negative,
    require_shape,
)

Counts = NDArray[np.int64]

#: So many people are handed out together; an even number, as two share a throw of dice.
PIECE: Final = 1 << 16
#: More jobs than threads, so that a thread that is held up is not waited for long.
JOBS_A_THREAD: Final = 6
#: People who join are numbered from here on, by year and way of joining: 2^40 numbers each.
JOINING: Final = 1 << 40


@dataclass(slots=True)
class Pieces:
    """Where each piece starts and stops among the people, and the number of its first person."""

    limits: list[tuple[int, int, int]] = field(default_factory=list)

    def add(self, start: int, end: int, first: int) -> slice:
        """People who join together, numbered from `first`; which pieces they became."""
        before = len(self.limits)
        for piece in range(start, end, PIECE):
            self.limits.append((piece, min(piece + PIECE, end), first + piece - start))
        return slice(before, len(self.limits))

    def arrays(self) -> tuple[Counts, Counts, NDArray[np.uint64]]:
        """Starts, stops and first numbers, as kernels take them."""
        starts, stops, firsts = np.array(self.limits, np.int64).reshape(-1, 3).T.copy()
        return starts, stops, firsts.astype(np.uint64)


@dataclass(frozen=True, slots=True)
class Crew:
    """The threads that share the work."""

    pool: Executor
    threads: int

    def summed(self, job: Callable[[int, int], NDArray[np.signedinteger]], pieces: slice) -> Counts:
        """The job over ranges of pieces, added up; whole numbers add up alike in any order."""
        first, last = pieces.start, pieces.stop
        if self.threads == 1:  # a handing over to a thread and back takes longer than a small job
            return job(first, last).astype(np.int64)
        ranges = self.threads * JOBS_A_THREAD
        edges = np.linspace(first, last, max(1, min(last - first, ranges)) + 1).astype(int)
        parts = self.pool.map(job, edges[:-1].tolist(), edges[1:].tolist())
        total = next(parts).astype(np.int64)
        for part in parts:
            total += part
        return total


def require_runnable(model: NeedModel, people: Counts, years: int, threads: int) -> None:
    """Refuse people of another shape, negative people, no years and no threads."""
    require_shape("people", people, (len(SEXES), model.ages, LEVELS))
    require_not_negative("people", people)
    if years < 1:
        raise BadParameter("years", years, "1 or more")
    if threads < 1:
        raise BadParameter("threads", threads, "1 or more")


def newborn(model: NeedModel, before: Counts, seed: int, year: int) -> Counts:
    """Children of the women who began the year, all without need, by sex, age and need."""
    women = before[SEXES.index("female")].sum(axis=-1)
    dice = stream(seed, "born", year)
    children = int(dice.poisson(float(women @ model.fertility)))
    girls = int(dice.binomial(children, model.girls))
    born = np.zeros_like(before)
    born[:, 0, 0] = girls, children - girls
    return born


def moved_in(model: NeedModel, seed: int, year: int) -> Counts:
    """Those who move in within a year, by sex, age and need."""
    return stream(seed, "moved in", year).poisson(model.arrivals).astype(np.int64)
