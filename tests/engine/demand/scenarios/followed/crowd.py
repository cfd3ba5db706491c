"""A small town that can be followed one by one, and outlooks with it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from carewright_engine.demand.individuals.use import Use
from carewright_engine.demand.scenarios.followed.effects import Followed
from carewright_engine.demand.scenarios.known import Known
from tests.engine.demand.scenarios.worlds import YEARS, known

USE = Use(
    at_home=np.array([0.004, 0.018, 0.062, 0.18]),
    in_homes=np.array([0.001, 0.007, 0.031, 0.127]),
    hours=np.array([23.5, 11.0, 9.0, 9.1]),
)


def projected(years: int = len(YEARS) + 1) -> np.ndarray:
    """People by year, sex and age: they die as they grow old, and the young come and go."""
    age = np.arange(91)
    dying = np.clip(np.stack([2.5e-5, 3e-5])[:, None] * np.exp(0.1 * age) + 2e-4, 0, 0.6)
    moving = np.where((age >= 18) & (age < 30), 0.01, np.where(age < 60, -0.003, 0.0))
    here = np.tile(np.interp(age, [0, 40, 80, 90], [500, 700, 420, 500.0]), (2, 1))
    course = [here]
    for _ in range(years - 1):
        stay = here * (1 - dying) * (1 + moving)
        here = np.zeros_like(stay)
        here[:, 1:] = stay[:, :-1]
        here[:, -1] += stay[:, -1]
        here[:, 0] = 500
        course.append(here)
    return np.array(course)


def followed(*, runs: int = 4, size: int = 20_000, **changed: object) -> Followed:
    """The town, with few runs of few people."""
    made = Followed(
        projected=projected(), years=YEARS, use=USE, nation="scotland", seed=7,
        runs=runs, size=size,
    )  # fmt: skip
    return replace(made, _kept={}, **changed)  # type: ignore[arg-type]


def known_and_followed(draws: int = 40) -> Known:
    """The small world of levers, its people followed too."""
    return replace(known(draws), followed=followed())
