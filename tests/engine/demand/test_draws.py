"""Random numbers that belong to what they are used for."""

import numpy as np

from carewright_engine.demand.draws import stream


def test_the_same_names_give_the_same_numbers_whatever_was_asked_before() -> None:
    assert np.array_equal(
        stream(7, "births", 2031).normal(size=5), stream(7, "births", 2031).normal(size=5)
    )


def test_another_use_year_or_seed_gives_other_numbers() -> None:
    first = stream(7, "births", 2031).normal(size=5)
    others = (stream(7, "births", 2032), stream(7, "deaths", 2031), stream(8, "births", 2031))
    assert not any(np.array_equal(first, other.normal(size=5)) for other in others)


def test_names_are_kept_apart() -> None:
    assert stream(7, "ab", "c").random() != stream(7, "a", "bc").random()
