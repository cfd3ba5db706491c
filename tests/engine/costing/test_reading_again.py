"""Which lines a second reader works out: every price typed by hand, the greatest, and chance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from carewright_engine.costing.uplift import Changing, Drawn, by_chance, drawn, would_find
from carewright_engine.values.money import Pence


def lines(count: int, *, by_hand: frozenset[int] = frozenset()) -> list[Changing]:
    """So many lines that rise by a tenth; the last has the greatest effect."""
    return [
        Changing(str(n), Pence(1000), Pence(1100), Pence(100 * n), n in by_hand)
        for n in range(count)
    ]


@pytest.mark.parametrize(
    ("round_of", "read"), [(0, 0), (1, 1), (4, 4), (20, 5), (26, 6), (212, 15), (40_000, 200)]
)
def test_chance_draws_the_square_root_and_never_fewer_than_five(round_of: int, read: int) -> None:
    assert by_chance(round_of) == read


@given(some.sets(some.integers(0, 399), max_size=50), some.text(max_size=5))
def test_every_price_that_a_hand_typed_is_read_whatever_chance_draws(
    hands: set[int], seed: str
) -> None:
    why = drawn(lines(400, by_hand=frozenset(hands)), seed=seed)
    assert {str(n) for n in hands} == {key for key, each in why.items() if each is Drawn.AGREED}
    assert sum(each is Drawn.BY_CHANCE for each in why.values()) == by_chance(400)


def test_the_line_that_rises_most_and_the_one_that_costs_most_are_read() -> None:
    steep = Changing("steep", Pence(100), Pence(900), Pence(1), by_hand=False)
    from_nothing = Changing("new", Pence(0), Pence(1), Pence(0), by_hand=False)
    assert drawn([*lines(400), steep], seed="any")["steep"] is Drawn.RISES_MOST
    assert drawn([*lines(400), steep, from_nothing], seed="any")["new"] is Drawn.RISES_MOST
    assert drawn([*lines(400), steep], seed="any")["399"] is Drawn.COSTS_MOST


def test_one_seed_draws_the_same_lines_again_and_another_draws_others() -> None:
    again = [drawn(lines(400), seed=seed) for seed in ("one", "one", "two")]
    assert list(again[0]) == list(again[1])
    assert set(again[0]) != set(again[2])


def test_what_a_draw_finds_is_what_the_binomial_says() -> None:
    share = would_find(15)
    assert share == pytest.approx(0.181, abs=0.0005)
    assert (1 - share) ** 15 == pytest.approx(0.05)
    assert would_find(200) < 0.015
