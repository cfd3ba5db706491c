"""Each way of drawing futures of 32 made-up councils, once: `python -m bench.cohort_cases`."""

from __future__ import annotations

import argparse
from hashlib import blake2b
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bench.cohort_peer import numpy_futures
from bench.harness import CACHE, Answer, report_run
from carewright_engine.demand.population.accounts import Accounts
from carewright_engine.demand.population.components import COHORTS, Components
from carewright_engine.demand.population.middle import for_each_area, middle
from carewright_engine.demand.population.people import AGES, USUAL_BANDS, Population
from carewright_engine.demand.population.projecting import fill_draws, fitting
from carewright_engine.demand.population.uncertainty import (
    SIZES,
    Shocks,
    draw_shocks,
    group_by_age,
    movers_by_age,
)

AREAS, YEARS, DRAWS, SEED = 32, 25, 1_000, 20_260
CASES: Final = ("one thread", "two threads", "NumPy")


def file_of(case: str) -> Path:
    """Where a case leaves what it found, for the comparison."""
    return CACHE / f"cohort-{case.replace(' ', '-')}.npy"


def problem(draws: int) -> tuple[Accounts, Components, Shocks]:
    """Councils of 20,000 to 600,000 people with any components, the same for every case."""
    numbers = np.random.default_rng(SEED)
    size = np.geomspace(20_000, 600_000, AREAS)[:, np.newaxis, np.newaxis]
    people = size / 182 * numbers.uniform(0.5, 1.5, (AREAS, 2, AGES))
    base = Population(tuple(f"S120000{n:02}" for n in range(AREAS)), 2020, people)
    dying = np.minimum(0.00003 * np.exp(np.arange(COHORTS) * 0.1), 1.0)
    bearing = np.where((np.arange(AGES) > 17) & (np.arange(AGES) < 45), 0.055, 0.0)
    shape = (YEARS, AREAS, 2)
    components = Components(
        first_year=2021,
        dying=dying * numbers.uniform(0.8, 1.2, (*shape, COHORTS)).clip(0, 1),
        births=bearing * numbers.uniform(0.9, 1.1, (YEARS, AREAS, AGES)),
        arrivals=people * numbers.uniform(0.0, 0.05, (*shape, AGES)),
        leaving=numbers.uniform(0.0, 0.05, (*shape, COHORTS)),
        departures=np.zeros((*shape, AGES)),
    )
    nation = np.repeat(people.sum(axis=0)[np.newaxis], YEARS, axis=0)
    accounts = middle(base, components, years=YEARS, nation=nation)
    shocks = draw_shocks(
        base.areas, people.sum(axis=(1, 2)), years=YEARS, draws=draws, seed=SEED, sizes=SIZES
    )
    return accounts, components, shocks


def ours(case: str, draws: int, threads: int) -> None:
    """The compiled kernel, found compiled on disk."""
    accounts, components, shocks = problem(draws)
    found = np.empty((draws, YEARS + 1, AREAS, len(USUAL_BANDS)))
    fill_draws(found[:1], accounts, components, _first(shocks), USUAL_BANDS)  # loads the kernel

    def work() -> Answer:
        fill_draws(found, accounts, components, shocks, USUAL_BANDS, threads)
        return {"figures": found.size}

    report_run(work)
    _keep(case, found)


def peer(case: str, draws: int) -> None:
    """NumPy over all draws at once."""
    accounts, components, shocks = problem(draws)
    spread, factors = for_each_area(components, AREAS), fitting(accounts)
    found = np.empty(0)

    def work() -> Answer:
        nonlocal found
        found = numpy_futures(
            accounts.people[0],
            spread.dying,
            spread.births,
            spread.arrivals,
            spread.leaving,
            spread.departures,
            components.boys,
            factors,
            np.exp(shocks.mortality),
            np.exp(shocks.fertility),
            shocks.growth,
            shocks.base,
            group_by_age(),
            movers_by_age(),
            USUAL_BANDS,
        )
        return {"figures": found.size}

    report_run(work)
    _keep(case, found)


def digest(found: NDArray[np.float64]) -> str:
    """The bits of an answer, in short."""
    return blake2b(found.tobytes(), digest_size=8).hexdigest()


def _first(shocks: Shocks) -> Shocks:
    parts = (shocks.mortality, shocks.fertility, shocks.growth, shocks.base)
    return Shocks(*(part[:1] for part in parts))


def _keep(case: str, found: NDArray[np.float64]) -> None:
    file_of(case).parent.mkdir(parents=True, exist_ok=True)
    np.save(file_of(case), found)


def main() -> None:
    """One case, once."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case", choices=CASES)
    parser.add_argument("--scale", type=float, default=1.0)
    asked = parser.parse_args()
    draws = max(10, round(DRAWS * asked.scale))
    if asked.case == "NumPy":
        peer(asked.case, draws)
    else:
        ours(asked.case, draws, 1 if asked.case == "one thread" else 2)


if __name__ == "__main__":
    main()
