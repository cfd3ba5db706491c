"""Small full models for tests."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from carewright_engine.demand.individuals.life_model import Levers, LifeModel, Prevention
from carewright_engine.demand.individuals.packed import whole_people
from carewright_engine.demand.individuals.pieces import Counts
from carewright_engine.demand.individuals.practice_model import need_shares, practice_model

TELECARE = Prevention(
    first_year=2, reach=0.6, effect=0.3, decay=0.1, evidence="a trial made up for tests"
)
AGES = 91


def population(size: float) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """People by sex and age, older than a nation so that few of them are many of need."""
    by_age = np.interp(np.arange(AGES), [0, 40, 80, 90], [0.5, 0.7, 1.6, 2.0])
    return np.stack([by_age, by_age]) * size / (2 * by_age.sum())


def life_model(size: float = 4_000, **levers: object) -> LifeModel:
    """The practice model of a small place."""
    age = np.arange(AGES)
    death = np.minimum(0.4, 3e-5 * np.exp(0.1 * age) + 2e-4)
    model = practice_model(
        population(size),
        death=np.stack([0.85 * death, death]),
        leaving=np.full((2, AGES), 0.004),
        fertility=np.where((age >= 15) & (age < 45), 0.05, 0.0),
        arrivals=np.full((2, AGES), size * 2e-5),
    )
    return replace(model, levers=Levers(**levers))  # type: ignore[arg-type]


def people(size: float = 4_000) -> Counts:
    """Whole people of that place, by sex, age and need."""
    return whole_people(population(size), need_shares(population(size)))
