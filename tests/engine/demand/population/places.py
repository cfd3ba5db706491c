"""Made-up places: any people, any components that may be."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.population.components import COHORTS, Components
from carewright_engine.demand.population.people import AGES, Population

BASE_YEAR = 2020


def components(
    years: int = 3,
    *,
    dying: float | Array = 0.0,
    births: float | Array = 0.0,
    arrivals: float | Array = 0.0,
    leaving: float | Array = 0.0,
    departures: float | Array = 0.0,
    boys: float = 105 / 205,
) -> Components:
    """Components alike for every area, year, sex and age unless told otherwise."""

    def spread(given: float | Array, *shape: int) -> Array:
        return np.array(np.broadcast_to(given, (years, 1, *shape)), dtype=float)

    return Components(
        first_year=BASE_YEAR + 1,
        dying=spread(dying, 2, COHORTS),
        births=spread(births, AGES),
        arrivals=spread(arrivals, 2, AGES),
        leaving=spread(leaving, 2, COHORTS),
        departures=spread(departures, 2, AGES),
        boys=boys,
    )


def population(people: float | Array = 100.0, areas: int = 2) -> Population:
    """So many people of every age and sex in each of some areas."""
    names = tuple(f"S120000{number:02}" for number in range(areas))
    return Population(names, BASE_YEAR, np.array(np.broadcast_to(people, (areas, 2, AGES))) * 1.0)


@st.composite
def any_place(draw: st.DrawFn) -> tuple[Population, Components]:
    """Areas with any people and any births, deaths and moves, drawn from one seed."""
    seed = draw(st.integers(0, 2**32 - 1))
    areas, years = draw(st.integers(1, 3)), draw(st.integers(1, 4))
    most = draw(st.sampled_from([0.0, 0.3, 1.0]))
    numbers = np.random.default_rng(seed)
    size = draw(st.sampled_from([0.0, 7.0, 50_000.0]))
    there = population(numbers.random((areas, 2, AGES)) * size, areas)
    return there, Components(
        first_year=BASE_YEAR + 1,
        dying=numbers.random((years, areas, 2, COHORTS)) * most,
        births=numbers.random((years, areas, AGES)) * most / 10,
        arrivals=numbers.random((years, areas, 2, AGES)) * size / 50,
        leaving=numbers.random((years, areas, 2, COHORTS)) * draw(st.sampled_from([0.0, 1.0])),
        departures=numbers.random((years, areas, 2, AGES)) * size / 50,
        boys=draw(st.sampled_from([0.0, 105 / 205, 1.0])),
    )
