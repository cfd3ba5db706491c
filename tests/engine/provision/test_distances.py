"""Distances agree with brute force, and catchments neither lose nor invent places."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carewright_engine.provision.distances import (
    DECAYS,
    EARTH_RADIUS_KM,
    catchment_access,
    decayed,
    distances_km,
    half_within_km,
    nearest_km,
    share_within,
    supply_per_person,
)

places = st.tuples(st.floats(54.0, 61.0), st.floats(-8.0, -0.5))
some_places = st.lists(places, min_size=1, max_size=6)


def by_the_law_of_cosines(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The same distance by another formula, point by point."""
    north, east = math.radians(one[0]), math.radians(one[1])
    to_north, to_east = math.radians(other[0]), math.radians(other[1])
    cosine = math.sin(north) * math.sin(to_north) + math.cos(north) * math.cos(to_north) * math.cos(
        east - to_east
    )
    return EARTH_RADIUS_KM * math.acos(max(-1.0, min(1.0, cosine)))


def apart(from_: list[tuple[float, float]], to: list[tuple[float, float]]) -> np.ndarray:  # type: ignore[type-arg]
    """Distances between two lists of places."""
    a, b = np.array(from_), np.array(to)
    return distances_km(a[:, 0], a[:, 1], b[:, 0], b[:, 1])


@settings(deadline=None)
@given(some_places, some_places)
def test_distances_agree_with_brute_force(from_: list, to: list) -> None:  # type: ignore[type-arg]
    expected = [[by_the_law_of_cosines(a, b) for b in to] for a in from_]
    # The law of cosines loses digits for neighbours, so it is trusted to 200 m only.
    np.testing.assert_allclose(apart(from_, to), expected, atol=0.2)


def test_edinburgh_to_glasgow_is_67_km() -> None:
    found = apart([(55.9533, -3.1883)], [(55.8642, -4.2518)])
    assert found[0, 0] == pytest.approx(67.0, abs=0.5)


def test_nearest_is_infinite_where_there_is_none() -> None:
    distances = np.array([[3.0, 1.0], [5.0, 9.0]])
    assert nearest_km(distances, np.array([True, True])).tolist() == [1.0, 5.0]
    assert nearest_km(distances, np.array([True, False])).tolist() == [3.0, 5.0]
    assert np.isinf(nearest_km(distances, np.array([False, False]))).all()


def test_shares_are_of_people_and_not_of_zones() -> None:
    distance, people = np.array([1.0, 6.0]), np.array([90.0, 10.0])
    assert share_within(distance, people, 5) == 0.9
    assert half_within_km(distance, people) == 1.0


@settings(deadline=None)
@given(
    st.lists(st.floats(1, 500), min_size=1, max_size=5),
    st.lists(st.floats(1, 500), min_size=1, max_size=5),
    st.sampled_from(DECAYS),
    st.randoms(use_true_random=False),
)
def test_catchments_conserve_supply(supply, demand, decay, chance) -> None:  # type: ignore[no-untyped-def]
    distance = np.array([[chance.uniform(0, 20) for _ in supply] for _ in demand])
    weights = decayed(distance, decay, bandwidth_km=6, catchment_km=12)
    supply, demand = np.array(supply), np.array(demand)
    around = weights.T @ demand
    access = catchment_access(supply_per_person(supply, around), weights)
    shared_out = supply[around > 0].sum()
    assert (access * demand).sum() == pytest.approx(shared_out)


@pytest.mark.parametrize("decay", DECAYS)
def test_nothing_counts_beyond_the_catchment(decay: str) -> None:
    weights = decayed(np.array([0.0, 10.0, 10.1]), decay, bandwidth_km=20, catchment_km=10)
    assert weights[0] == 1.0
    assert weights[1] > 0.0
    assert weights[2] == 0.0


def test_an_unknown_decay_is_refused() -> None:
    with pytest.raises(ValueError, match="gaussian or linear or even"):
        decayed(np.array([1.0]), "magic", 5, 10)
