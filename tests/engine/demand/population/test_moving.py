"""More or fewer people who come to a nation: what that makes of each area."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from carewright_engine.demand.population.middle import middle
from carewright_engine.demand.population.moving import (
    VARIANTS,
    for_twice_the_moves,
    net_migration,
)
from tests.engine.demand.population.places import components, population

ADULTS = ((18, 64), (65, 74), (75, 84), (85, 90))


def test_doubled_moves_are_those_of_a_projection_with_twice_as_many_who_come() -> None:
    young = np.where(np.arange(91) < 70, 2.0, 0.0)
    once = components(12, dying=0.01, births=0.03, arrivals=young)
    twice = replace(once, arrivals=once.arrivals * 2)
    base = population(100.0, 1)
    accounts = middle(base, once, years=12)
    more = middle(base, twice, years=12).people.sum(axis=(1, 2))
    before = accounts.people.sum(axis=(1, 2))
    for place, (young, old) in enumerate(ADULTS):
        ages = slice(young, old + 1)
        wanted = more[:, ages].sum(axis=1) / before[:, ages].sum(axis=1) - 1
        assert for_twice_the_moves(accounts, ADULTS)[:, 0, place] == pytest.approx(wanted, rel=0.02)


def test_those_who_come_are_shared_by_the_people_of_each_area_and_none_is_lost() -> None:
    base = population(np.array([50.0, 150.0]).reshape(2, 1, 1))
    accounts = middle(base, components(3, arrivals=3.0), years=3)
    more = for_twice_the_moves(accounts, ((0, 90),))[1, :, 0] * accounts.people[1].sum(axis=(1, 2))
    assert more.sum() == pytest.approx(net_migration(accounts)[0].sum())
    assert more[1] > 2 * more[0]


def test_moves_between_areas_alone_change_nobody_s_number() -> None:
    changes = components(4)
    arrivals, departures = (np.zeros((4, 2, 2, 91)) for _ in range(2))
    arrivals[:, 0] = departures[:, 1] = 1.0
    accounts = middle(
        population(), replace(changes, arrivals=arrivals, departures=departures), years=4
    )
    assert for_twice_the_moves(accounts, ADULTS) == pytest.approx(0)


def test_the_principal_variant_changes_nothing_and_the_others_lie_about_it() -> None:
    assert VARIANTS["principal"] == 1
    assert VARIANTS["low migration"] < 1 < VARIANTS["high migration"]
