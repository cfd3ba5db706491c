"""Small models of need for tests, and strategies that make any."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from carewright_engine.demand.individuals.need_model import LEVELS, NeedModel

Table = NDArray[np.float64]


def ageing_model(ages: int = 91, **changed: object) -> NeedModel:
    """Need and death that rise with age, as they do; about a British town's births."""
    age = np.arange(ages) * (90 / (ages - 1))
    death = np.clip(3e-5 * np.exp(0.1 * age) + 2e-4, 0, 0.6)
    by_need = np.array([0.8, 1.0, 1.5, 2.2, 3.5])
    worse = np.zeros((2, ages, LEVELS))
    worse[:, :, :-1] = np.clip(0.002 * np.exp(0.045 * age), 0, 0.35)[:, None]
    better = np.zeros((2, ages, LEVELS))
    better[:, :, 1:] = np.clip(0.15 * np.exp(-0.03 * age), 0.01, 0.2)[:, None]
    arrivals = np.zeros((2, ages, LEVELS))
    arrivals[:, ages // 5 : ages // 2, 0] = 2.0
    given: dict[str, object] = {
        "death": np.clip(np.multiply.outer(np.stack([0.8 * death, death]), by_need), 0, 0.9),
        "leaving": np.full((2, ages, LEVELS), 0.003),
        "better": better,
        "worse": worse,
        "fertility": np.where((age >= 15) & (age < 45), 0.05, 0.0),
        "arrivals": arrivals,
        "settings": settings(age),
    }
    return NeedModel(**{**given, **changed})  # type: ignore[arg-type]


def settings(age: Table) -> Table:
    """Shares at home, with care at home, and in a care home, by age and need."""
    home = np.multiply.outer(np.clip((age - 60) / 50, 0, 1), [0, 0.02, 0.08, 0.3, 0.6])
    helped = (1 - home) * np.array([0, 0.1, 0.45, 0.8, 0.95])
    return np.stack([1 - home - helped, helped, home], axis=-1)


def people(ages: int, each: int) -> NDArray[np.int64]:
    """So many people of each sex, age and need."""
    return np.full((2, ages, LEVELS), each, np.int64)


@st.composite
def any_model(draw: st.DrawFn) -> NeedModel:
    """Chances of any size, nought and one among them."""
    ages = draw(st.integers(2, 6))
    dice = np.random.default_rng(draw(st.integers(0, 2**32)))
    sharp = draw(st.booleans())

    def chances() -> Table:
        throws = dice.random((2, ages, LEVELS))
        return np.rint(throws) if sharp else throws

    going, moving = chances(), chances()
    better, worse = chances(), chances()
    better[:, :, 0], worse[:, :, -1] = 0, 0
    return NeedModel(
        death=going * 0.5,
        leaving=moving * 0.5,
        better=better * (1 - worse),
        worse=worse,
        fertility=dice.random(ages),
        arrivals=dice.random((2, ages, LEVELS)) * 3,
        settings=settings(np.linspace(0, 100, ages)),
        girls=draw(st.sampled_from([0.0, 0.4878, 1.0])),
    )
