"""A person's own dice: fair, and unlike from person to person, year to year and throw to throw."""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from carewright_engine.demand.hashing import dice, high, low, salt
from tests.engine.demand.individuals import plain_dice

PEOPLE = 400_000


@njit
def both(first: np.uint64, people: int, salted: np.uint64) -> NDArray[np.uint32]:
    found = np.empty((2, people), np.uint32)
    for person in range(people):
        bits = dice(first + np.uint64(person), salted)
        found[0, person], found[1, person] = low(bits), high(bits)
    return found


def thrown(year: int, seed: int = 1, first: int = 0) -> NDArray[np.float64]:
    return both(np.uint64(first), PEOPLE, salt(seed, year, "need")) / 2**31


def test_the_throws_are_those_of_plain_whole_numbers() -> None:
    salted = plain_dice.salt(5, 3, "need")
    found = both(np.uint64(2**41), 50, salt(5, 3, "need"))
    assert [tuple(pair) for pair in found.T.tolist()] == [
        plain_dice.throws(2**41 + person, salted) for person in range(50)
    ]


def test_throws_are_spread_evenly() -> None:
    for throws in thrown(year=1):
        counts = np.bincount((throws * 1000).astype(int), minlength=1000)
        chi_squared = ((counts - PEOPLE / 1000) ** 2 / (PEOPLE / 1000)).sum()
        assert 800 < chi_squared < 1200  # 999 degrees of freedom: 45 is one standard deviation


def test_low_throws_do_not_come_in_runs() -> None:
    rare = thrown(year=1)[0] < 0.01
    gaps = np.diff(np.flatnonzero(rare))
    assert abs(gaps.mean() - 100) < 7
    assert abs((gaps == 1).mean() - 0.01) < 0.006


def test_people_years_seeds_and_throws_do_not_follow_one_another() -> None:
    first, second = thrown(year=1)
    pairs = [
        (first, second),
        (first, thrown(year=2)[0]),
        (second, thrown(year=2)[1]),
        (first, thrown(year=1, seed=2)[0]),
        (first[:-1], first[1:]),
        (first, thrown(year=1, first=2**40)[0]),
    ]
    for one, other in pairs:
        assert abs(np.corrcoef(one, other)[0, 1]) < 5 / np.sqrt(PEOPLE)
