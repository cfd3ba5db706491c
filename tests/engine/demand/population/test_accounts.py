"""Nobody appears or vanishes: every year's accounts balance, whatever happens to people."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carewright_engine.demand.population.components import Components
from carewright_engine.demand.population.middle import middle
from carewright_engine.demand.population.people import AGES, GRAIN, Population
from tests.engine.demand.population.places import any_place, components, population

Place = tuple[Population, Components]


@settings(max_examples=60, deadline=None)
@given(any_place())
def test_people_are_those_of_the_year_before_and_what_happened_to_the_last_bit(
    place: Place,
) -> None:
    base, changes = place
    accounts = middle(base, changes, years=changes.years)
    assert not accounts.imbalance().any()
    totals = accounts.people.sum(axis=(1, 2, 3))
    flows = (
        accounts.born.sum(axis=(1, 2))
        - accounts.died.sum(axis=(1, 2, 3))
        + accounts.came.sum(axis=(1, 2, 3))
        - accounts.left.sum(axis=(1, 2, 3))
    )
    assert np.array_equal(totals[1:], totals[:-1] + flows)


@settings(max_examples=60, deadline=None)
@given(any_place())
def test_nobody_is_fewer_than_none_and_no_more_die_or_leave_than_were_there(place: Place) -> None:
    base, changes = place
    accounts = middle(base, changes, years=changes.years)
    for numbers in (accounts.people, accounts.born, accounts.died, accounts.came, accounts.left):
        assert (numbers >= 0).all()


@settings(max_examples=40, deadline=None)
@given(any_place(), st.integers(0, 2**32 - 1))
def test_areas_sum_to_the_nation_to_the_last_bit_in_any_order(place: Place, seed: int) -> None:
    base, changes = place
    numbers = np.random.default_rng(seed)
    nation = numbers.random((changes.years, 2, AGES)) * 60_000
    accounts = middle(base, changes, years=changes.years, nation=nation)
    assert not accounts.imbalance().any()
    sums = accounts.people[1:].sum(axis=1)
    assert np.abs(sums - nation).max() <= GRAIN / 2
    backwards = accounts.people[1:, ::-1].sum(axis=1)
    assert np.array_equal(sums, backwards)
    again = middle(base, changes, years=changes.years, nation=sums)
    assert np.array_equal(again.people[1:].sum(axis=1), sums)


def test_without_births_deaths_and_moves_everyone_grows_a_year_older() -> None:
    ages = np.broadcast_to(np.arange(AGES, dtype=float), (2, 2, AGES))
    after = middle(population(ages), components(1), years=1).people[1]
    assert (after[..., 0] == 0).all()
    assert (after[..., 1:90] == ages[..., :89]).all()
    assert (after[..., 90] == 89 + 90).all()


def test_whoever_dies_does_not_also_leave() -> None:
    accounts = middle(population(), components(1, dying=0.5, leaving=0.5), years=1)
    assert (accounts.people[1, :, :, 1:90] == 25).all()
    assert (accounts.died[0, :, :, 1:90] == 37.5).all()
    assert (accounts.left[0, :, :, 1:90] == 37.5).all()


def test_arrivals_are_there_for_half_a_year_on_average() -> None:
    accounts = middle(population(0.0), components(1, dying=0.1, arrivals=40.0), years=1)
    assert accounts.died[0, 0, 0, :] == pytest.approx([2.0] * AGES)


def test_births_are_a_rate_times_the_mean_of_the_women_at_both_ends_of_the_year() -> None:
    bearing = np.zeros(AGES)
    bearing[30] = 0.1
    women = np.zeros((1, 2, AGES))
    women[0, 0, 29], women[0, 0, 30] = 300, 100
    there = middle(population(women, areas=1), components(1, births=bearing), years=1)
    assert there.born[0, 0].sum() == pytest.approx(0.1 * (100 + 300) / 2)
    assert there.born[0, 0, 1] / there.born[0, 0].sum() == pytest.approx(105 / 205)
    assert there.people[1, 0, :, 0].sum() == there.born[0, 0].sum()


def test_an_age_that_no_area_has_is_shared_alike_when_the_nation_has_it() -> None:
    nation = np.full((1, 2, AGES), 10.0)
    accounts = middle(population(0.0, areas=2), components(1), years=1, nation=nation)
    assert (accounts.people[1] == 5).all()
    assert (accounts.fitted[0] == 5).all()
