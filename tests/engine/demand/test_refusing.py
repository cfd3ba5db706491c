"""Parameters that cannot be are refused with their name and range."""

import math

import pytest

from carewright_engine.demand.refusing import BadParameter, a_share, within


@pytest.mark.parametrize("said", [-0.1, 1.01, math.nan, math.inf])
def test_a_rate_outside_nought_to_one_is_refused_by_name(said: float) -> None:
    with pytest.raises(BadParameter, match=r"^mortality is .*; it must be from 0 to 1\.$"):
        a_share("mortality", said)


def test_a_number_without_an_upper_bound_may_be_large_but_not_negative() -> None:
    assert within("people", 5_466_000, 0) == 5_466_000
    with pytest.raises(BadParameter, match="must be 0 or more") as refused:
        within("people", -1, 0)
    assert (refused.value.field, refused.value.said) == ("people", -1)
