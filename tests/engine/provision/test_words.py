"""Numbers are said as a person would say them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carewright_engine.provision.words import about_one_in, counted, listed, share_of


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (61 / 71, "Six homes in seven are"),
        (1 / 3, "One home in three is"),
        (32 / 70, "Under half of homes are"),
        (0.5, "About half of homes are"),
        (0.56, "Over half of homes are"),
        (0.95, "95 homes in 100 are"),
        (0.0, "No home is"),
        (1.0, "All homes are"),
    ],
)
def test_a_share_in_words(part: float, words: str) -> None:
    assert share_of(part, "home", "homes") == words


@settings(deadline=None)
@given(st.floats(0.001, 0.999))
def test_words_are_never_more_than_two_in_a_hundred_off(part: float) -> None:
    numbers = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
    numbers |= {"six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
    count, whole = (numbers.get(word) or int(word) for word in about_one_in(part).split(" in "))
    assert abs(count / whole - part) <= 0.02 + 1e-9


def test_one_is_singular() -> None:
    assert counted(1, "home", "homes") == "1 home"
    assert counted(1200, "home", "homes") == "1,200 homes"


def test_a_list_ends_with_and() -> None:
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a"]) == "a"
