"""Quantiles over seeds name their level, and say how much common dice spare."""

from __future__ import annotations

import numpy as np
import pytest

from carewright_engine.demand.individuals.chance import interval, noise_spared, over_seeds
from carewright_engine.demand.individuals.life import follow_lives
from carewright_engine.demand.refusing import BadParameter
from tests.engine.demand.individuals.lives import life_model, people


def test_an_interval_names_its_level_and_lies_around_the_middle() -> None:
    found = interval(np.arange(101.0)[:, None], 0.8)
    assert found.level == 0.8
    assert [*found.low, *found.middle, *found.high] == pytest.approx([10, 50, 90])


def test_common_dice_spare_at_least_nine_tenths_of_the_noise() -> None:
    def hours(lever: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        model = life_model(hours_per_visit=lever)
        return over_seeds(
            lambda seed: follow_lives(model, people(), years=3, seed=seed).hours[-1], range(12)
        )

    assert noise_spared(hours(1.0), hours(0.95)) > 10
    assert noise_spared(hours(1.0), hours(1.0)) == float("inf")


@pytest.mark.parametrize(("runs", "level", "field"), [(3, 1.1, "level"), (1, 0.8, "runs")])
def test_a_level_beyond_one_and_a_single_run_are_refused(
    runs: int, level: float, field: str
) -> None:
    with pytest.raises(BadParameter) as refused:
        interval(np.ones(runs), level)
    assert refused.value.field == field
