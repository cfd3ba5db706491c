"""Each way of following people, once in this process: `python -m bench.demand_people_cases`."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from bench import demand_model
from bench.harness import Answer, report_run
from carewright_engine.demand.individuals.life import follow_lives
from carewright_engine.demand.individuals.life_model import Levers, LifeModel, Prevention
from carewright_engine.demand.individuals.packed import follow, whole_people
from carewright_engine.demand.individuals.practice_model import need_shares, practice_model


def ours(people: int, *, threads: int, thrown: bool = False) -> None:
    """The packed five-state model, compiled beforehand as a start of Carewright leaves it."""
    model, base = demand_model.model(people), demand_model.base(people)
    follow(model, base // 1000, years=1, seed=1, throw_settings=thrown)  # reads compiled code

    def work() -> Answer:
        course = follow(
            model, base, years=demand_model.YEARS, seed=1, threads=threads, throw_settings=thrown
        )
        return {
            "person_years": course.person_years,
            "settings": course.settings[-1].tolist(),
            "digest": blake2b(course.people.tobytes()).hexdigest(),
        }

    report_run(work)


def full_model(people: int, **levers: Any) -> tuple[LifeModel, NDArray[np.int64]]:
    """The full model of a population, and its base year."""
    small, population = demand_model.model(people), demand_model.population(people)
    model = practice_model(
        population,
        death=small.death[..., 1],
        leaving=small.leaving[..., 0],
        fertility=small.fertility,
        arrivals=small.arrivals.sum(axis=-1),
        levers=Levers(**levers),
    )
    return model, whole_people(population, need_shares(population))


def full(people: int) -> None:
    """The full model on two threads: homes, carers, charges, prevention and hours."""
    telecare = Prevention(1, reach=0.3, effect=0.1, decay=0.1, evidence="none: a benchmark")
    model, base = full_model(people, charge=10.0, prevention=telecare)
    follow_lives(model, base // 1000, years=1, seed=1)  # reads compiled code

    def work() -> Answer:
        course = follow_lives(model, base, years=demand_model.YEARS, seed=1, threads=2)
        return {"person_years": int(course.people[:-1].sum()), "hours": course.hours[-1]}

    report_run(work)


def neworder(people: int) -> None:
    """A neworder model over a pandas frame."""
    importlib.import_module("neworder")  # before the clock starts
    from bench.demand_people_peers import neworder_model

    report_run(neworder_model(people))


def vivarium(people: int) -> None:
    """A vivarium component over its population table; nobody is born, nobody moves."""
    importlib.import_module("vivarium")
    from bench.demand_people_peers import vivarium_model

    report_run(vivarium_model(people))


CASES: Final[Mapping[str, Callable[[int], None]]] = {
    "one_thread": lambda people: ours(people, threads=1),
    "two_threads": lambda people: ours(people, threads=2),
    "thrown_one_thread": lambda people: ours(people, threads=1, thrown=True),
    "thrown_two_threads": lambda people: ours(people, threads=2, thrown=True),
    "nation": lambda people: ours(people, threads=2),
    "full": full,
    "neworder": neworder,
    "vivarium": vivarium,
}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case", choices=sorted(CASES))
    parser.add_argument("--people", type=int, required=True)
    asked = parser.parse_args()
    CASES[asked.case](asked.people)
