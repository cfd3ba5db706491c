"""The effect of a lever: the same people with the same dice, with it and without it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from statistics import NormalDist
from typing import Final, TypeVar, cast

import numpy as np

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.draws import stream
from carewright_engine.demand.individuals.eligibility import USUAL, Nation, Rules, rules_from
from carewright_engine.demand.individuals.following import moves_in
from carewright_engine.demand.individuals.life import LifeCourse, follow_lives
from carewright_engine.demand.individuals.need_model import Setting
from carewright_engine.demand.individuals.packed import whole_people
from carewright_engine.demand.individuals.practice_figures import PRACTICE_FIGURES
from carewright_engine.demand.individuals.practice_model import Settled, set_to_use
from carewright_engine.demand.individuals.use import Use, bands_of
from carewright_engine.demand.news import News, unheard
from carewright_engine.demand.scenarios.followed.pulls import Pull, levers_by_year

Found = TypeVar("Found")

#: People followed in a run, whatever the size of the place: effects are ratios, and a small
#: island's own chance is in the rates already.
FOLLOWED: Final = 100_000
#: Runs, each with its own draw of what is assumed: one for so many futures, within limits.
FUTURES_A_RUN: Final = 50
FEWEST_RUNS, MOST_RUNS = 8, 40


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """One run by kind of support: people and hours a week (or places) [year, band]."""

    people: Mapping[str, Array]
    amounts: Mapping[str, Array]


@dataclass(frozen=True, slots=True, eq=False)
class Effect:
    """What a kind of support is multiplied by: people, and hours for each [run, year, band]."""

    people: Array
    each: Array


@dataclass(frozen=True, slots=True, eq=False)
class Followed:
    """The people of one area, ready to be followed through the years of a projection.

    `projected` is [year, sex, age], its first the year before the first projected; `borrowed`
    says for which kinds use is Scotland's for want of the area's own. `news` is told of each run,
    and may raise to stop the rest.
    """

    projected: Array
    years: tuple[int, ...]
    use: Use
    nation: Nation
    seed: int
    borrowed: tuple[str, ...] = ()
    runs: int = MOST_RUNS
    size: int = FOLLOWED
    news: News = unheard
    _kept: dict[object, object] = field(default_factory=dict)

    def effects(
        self, before: tuple[Pull, ...], pull: Pull, *, certain: bool = False
    ) -> Mapping[str, Effect]:
        """By kind, what pulling one lever more does; `certain` holds all that is assumed.

        A lever that changes nothing gives ones, exactly. Raises BadParameter where the rules in
        force now cannot account for the use there is.
        """
        after = (*before, pull)
        rules = self._rules_now(after)
        runs: Sequence[int | None] = (None,) if certain else range(self.runs)

        def pair(run: int | None) -> tuple[Seen, Seen]:
            return self.seen(before, rules, run), self.seen(after, rules, run)

        pairs = self._each(pair, runs)
        return {kind: _effect(kind, pairs) for kind in pairs[0][0].people}

    def _each(self, pair: Callable[[int | None], Found], runs: Sequence[int | None]) -> list[Found]:
        """Every run on as many threads as there are cores; none is begun after a stop."""
        found = []
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            try:
                for done, each in enumerate(pool.map(pair, runs), 1):
                    self.news(f"Following people one by one: {done} of {len(runs)} runs")
                    found.append(each)
            finally:
                pool.shutdown(cancel_futures=True)
        return found

    def settled(self, rules: Rules, run: int | None = None) -> Settled:
        """The model set to today's use under these rules, with a run's draw of what is assumed."""
        return self._once(("settled", rules, run), lambda: self._settled(rules, run))

    def seen(self, pulls: tuple[Pull, ...], rules: Rules, run: int | None = None) -> Seen:
        """What one run says with these levers pulled; without a run all is held at its middle."""
        return self._once(("seen", pulls, rules, run), lambda: self._run(pulls, rules, run))

    @property
    def population(self) -> Array:
        """[sex, age] of the year before the first projected, as many as are followed."""
        now: Array = self.projected[0] * self._scale
        return now

    @property
    def _scale(self) -> float:
        return float(self.size / self.projected[0].sum())

    def _rules_now(self, pulls: tuple[Pull, ...]) -> Rules:
        said = (pull.now() for pull in pulls)
        usual = rules_from(self.nation, USUAL[self.nation])
        return next((rules for rules in said if rules is not None), usual)

    def _run(self, pulls: tuple[Pull, ...], rules: Rules, run: int | None) -> Seen:
        settled = self.settled(rules, run)
        steps = [self._step(f"lever {place}", run) for place in range(len(pulls))]
        model = replace(settled.model, by_year=levers_by_year(pulls, self.years, steps))
        people = whole_people(self.population, settled.shares)
        seed = self.seed if run is None else self.seed + 1 + run
        return seen_in(follow_lives(model, people, years=len(self.years), seed=seed))

    def _settled(self, rules: Rules, run: int | None) -> Settled:
        steps = {name: self._step(name, run) for name in PRACTICE_FIGURES.uncertain()}
        moves = moves_in(self.projected * self._scale)
        figures = PRACTICE_FIGURES.at(steps)
        return set_to_use(self.population, moves, use=self.use, rules=rules, figures=figures)

    def _step(self, name: str, run: int | None) -> float:
        """How many standard deviations off an assumption is in one run; the middle in none."""
        if run is None:
            return 0.0
        steps = self._once(("steps", name), lambda: spread_out(self.runs, self.seed, name))
        return float(steps[run])

    def _once(self, key: object, make: Callable[[], Found]) -> Found:
        """What was worked out before, else now; two threads at once work out the same."""
        if key not in self._kept:
            self._kept[key] = make()
        return cast(Found, self._kept[key])


def runs_for(draws: int) -> int:
    """How many runs so many futures share."""
    return min(MOST_RUNS, max(FEWEST_RUNS, draws // FUTURES_A_RUN))


def spread_out(runs: int, seed: int, name: str) -> Array:
    """A standard normal for each run, one in each of as many equally likely stretches.

    Latin hypercube sampling (McKay, Beckman and Conover 1979): few runs, and yet both tails.
    """
    dice = stream(seed, "followed", name)
    chances = (dice.permutation(runs) + dice.random(runs)) / runs
    return np.array([NormalDist().inv_cdf(chance) for chance in chances])


_AT: Final = (Setting.CARE_AT_HOME, Setting.CARE_HOME)


def seen_in(course: LifeCourse) -> Seen:
    """What a run says of each kind of support, by year and age band; the base year is left out."""
    bands = bands_of(course.people.shape[2])
    settings = course.people[1:].sum(axis=(1, 3))  # year, age, setting
    minutes = course.minutes[1:].sum(axis=2)
    at_home, in_homes, supplied = (
        np.stack([by_age[:, band].sum(axis=1) for band in bands], axis=-1).astype(float)
        for by_age in (
            settings[..., Setting.CARE_AT_HOME],
            settings[..., Setting.CARE_HOME],
            minutes,
        )
    )
    return Seen(
        people={"care_at_home": at_home, "care_home": in_homes},
        amounts={"care_at_home": supplied, "care_home": in_homes},
    )


def _effect(kind: str, pairs: Sequence[tuple[Seen, Seen]]) -> Effect:
    people = np.stack([_ratio(after.people[kind], before.people[kind]) for before, after in pairs])
    amounts = np.stack(
        [_ratio(after.amounts[kind], before.amounts[kind]) for before, after in pairs]
    )
    return Effect(people, _ratio(amounts, people))


def _ratio(after: Array, before: Array) -> Array:
    """After over before; 1 where there was nobody before."""
    ratio: Array = np.divide(after, before, out=np.ones_like(after), where=before > 0)
    return ratio
