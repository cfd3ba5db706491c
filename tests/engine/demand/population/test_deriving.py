"""Where nothing is published, what tells areas apart is read from two dated populations."""

from __future__ import annotations

import numpy as np
import pytest

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.population.deriving import Nation, derive_components, ratio_of_deaths
from carewright_engine.demand.population.life_table import cohort_chances
from carewright_engine.demand.population.middle import middle
from carewright_engine.demand.population.people import AGES, Population
from carewright_engine.demand.population.shares import by_single_years, yearly_change_of_share
from tests.engine.demand.population.places import components

FIRST, BASE, YEARS = 2012, 2020, 5
ALL_YEARS = BASE + YEARS - FIRST
NAMES = ("S12000001", "S12000002")


def _dying() -> Array:
    period = np.minimum(0.0001 * np.exp(np.arange(131) * 0.085), 1.0)
    return np.broadcast_to(cohort_chances(period), (ALL_YEARS, 2, 92)).copy()


def _bearing() -> Array:
    pattern = np.zeros(AGES)
    pattern[20:40] = 0.09
    return pattern


def _nation(ratio: float = 1.0) -> Nation:
    """A nation in which nobody moves and `ratio` times as many die as the chances say."""
    start = Population(("whole",), 2020, np.full((1, 2, AGES), 30_000.0))
    changes = components(ALL_YEARS, dying=_dying()[0] * ratio, births=_bearing())
    people = middle(start, changes, years=ALL_YEARS).people[:, 0]
    return Nation(FIRST, people, _dying(), _bearing())


def _split(people: Array, share: Array) -> Array:
    return np.stack([people * share, people * (1 - share)])


def test_how_many_more_die_than_elsewhere_is_read_from_those_who_do_not_move() -> None:
    ratio = ratio_of_deaths(_nation(1.15), BASE)
    assert ratio == pytest.approx(np.full((2, 92), 1.15), rel=0.002)


def test_areas_that_keep_their_shares_follow_the_nation_without_a_fit() -> None:
    nation = _nation(1.1)
    share = np.full((2, AGES), 0.3)
    base = Population(NAMES, BASE, _split(nation.at(BASE), share))
    earlier = Population(NAMES, FIRST, _split(nation.at(FIRST), share))
    derived = derive_components(base, nation, years=YEARS, earlier=earlier)
    there = middle(base, derived, years=YEARS)
    ahead = nation.people[BASE - FIRST :]
    assert there.people.sum(axis=1) == pytest.approx(ahead, rel=0.004)
    assert there.people[:, 0] == pytest.approx(ahead * 0.3, rel=0.004)


def test_a_gain_at_one_age_is_found_at_that_age() -> None:
    span, gain = 8, 0.3
    ages = np.arange(AGES)
    before = np.full((2, 2, AGES), 1e7)
    after = before.copy()
    passed = (ages >= 45) & (ages < 45 + span)
    after[0, :, passed] *= np.exp(gain)
    found = yearly_change_of_share(after, before, span, np.ones((2, AGES)))
    relative = found[0] - found[1]
    assert (relative[:, 43:48].sum(axis=1) > 0.5 * gain).all()
    assert (np.abs(relative[:, 60:]) < 0.01).all()


def test_a_small_area_leans_on_the_nation() -> None:
    def found(people: float) -> float:
        before = np.full((2, 2, AGES), 1e5)
        before[0] = people
        after = before.copy()
        after[0, :, 40:] *= 1.2
        rates = yearly_change_of_share(after, before, 8, np.ones((2, AGES)))
        return float(np.abs(rates[0, :, 40:]).max())

    assert found(5.0) < found(50_000.0) / 2


def test_bands_are_spread_as_the_areas_share_of_each_age_has_it() -> None:
    base = np.full((1, 2, AGES), 10.0)
    base[0, :, 20] = 40.0
    spread = by_single_years(np.full((1, 2, 2), 910.0), ((0, 29), (30, 90)), base, base[0] / 2)
    assert spread[0, 0, :30].sum() == pytest.approx(910.0)
    assert spread[0, 0, 20] == pytest.approx(4 * spread[0, 0, 19])


def test_someone_aged_x_last_birthday_lives_on_by_the_years_lived_at_both_ages() -> None:
    chances = cohort_chances(np.full(131, 0.02))
    assert chances[5:91] == pytest.approx(np.full(86, 0.02))
    assert chances[0] == pytest.approx(0.02 * 0.9)
