"""The small model that everybody runs: need in five levels, three settings, 25 years."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from carewright_engine.demand.individuals.need_model import LEVELS, SETTINGS, NeedModel
from carewright_engine.demand.individuals.packed import whole_people

Table = NDArray[np.float64]

AGES: Final = 91
YEARS: Final = 25
SCOTLAND: Final = 5_466_000  # mid-2020, National Records of Scotland
#: The peers' size: larger runs of some of them need more memory than a small server has.
PEOPLE: Final = 1_000_000


def population(people: int) -> Table:
    """About a British nation's ages, by sex and age."""
    by_age = np.interp(np.arange(AGES), [0, 20, 60, 90], [0.9, 1.2, 1.3, 0.15])
    return np.stack([by_age, by_age]) * people / (2 * by_age.sum())


def base(people: int) -> NDArray[np.int64]:
    """Everybody of the base year by sex, age and need."""
    age = np.arange(AGES)
    heavier = np.clip(0.02 * np.exp(0.035 * age), 0, 0.6)[:, None]
    shares = heavier * np.array([0.45, 0.3, 0.17, 0.08])
    by_age = np.concatenate([1 - heavier, shares], axis=1)
    return whole_people(population(people), np.stack([by_age, by_age]))


def model(people: int, *, closed: bool = False) -> NeedModel:
    """Chances that rise with age; `closed` has neither births nor moves."""
    age = np.arange(AGES)
    death = np.stack([2e-5 * np.exp(0.1 * age) + 1.5e-4, 3e-5 * np.exp(0.098 * age) + 2e-4])
    up = np.clip(0.002 * np.exp(0.045 * age), 0, 0.35)
    worse, better = np.zeros((2, AGES, LEVELS)), np.zeros((2, AGES, LEVELS))
    worse[:, :, :-1] = np.stack([1.15 * up, up])[..., None] * np.array([0.6, 1, 1, 1])
    better[:, :, 1:] = np.clip(0.15 * np.exp(-0.03 * age), 0.01, 0.2)[:, None]
    arrivals = np.zeros((2, AGES, LEVELS))
    arrivals[:, 18:45, 0] = 0.004 * people / 54
    open_ = 0.0 if closed else 1.0
    return NeedModel(
        death=np.clip(death[..., None] * np.array([0.8, 1, 1.5, 2.2, 3.5]), 0, 0.95),
        leaving=np.full((2, AGES, LEVELS), 0.003 * open_),
        better=better,
        worse=worse,
        fertility=np.where((age >= 15) & (age < 45), 0.045 * open_, 0.0),
        arrivals=arrivals * open_,
        settings=_settings(age),
    )


def _settings(age: NDArray[np.int64]) -> Table:
    home = np.multiply.outer(np.clip((age - 60) / 50, 0, 1), [0, 0.02, 0.08, 0.3, 0.6])
    helped = (1 - home) * np.array([0, 0.1, 0.45, 0.8, 0.95])
    shares = np.stack([1 - home - helped, helped, home], axis=-1)
    assert shares.shape == (AGES, LEVELS, SETTINGS)
    return shares


def expected_settings(of: NeedModel, people: NDArray[np.int64]) -> Table:
    """People by need and setting after 25 years, worked out without chance."""
    here = people.astype(float)
    for _ in range(YEARS):
        born = here[0].sum(axis=-1) @ of.fertility
        stay = here * (1 - of.death - of.leaving)
        after = stay * (1 - of.better - of.worse)
        after[..., :-1] += (stay * of.better)[..., 1:]
        after[..., 1:] += (stay * of.worse)[..., :-1]
        here = np.zeros_like(after)
        here[:, 1:] = after[:, :-1]
        here[:, -1] += after[:, -1]
        here[:, 0, 0] += born * np.array([of.girls, 1 - of.girls])
        here += of.arrivals
    expected: Table = np.einsum("san,ang->ng", here, of.settings)
    return expected


def errors_away(found: Any, expected: Table) -> float:
    """The largest distance in standard errors; a count of people varies as Poisson's at most."""
    cells = expected > 0
    away = np.abs(np.asarray(found, float) - expected)[cells] / np.sqrt(expected[cells])
    return float(away.max())
