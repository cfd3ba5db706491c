"""Draws: honest about what may go otherwise, and the same bits for the same question."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest

from carewright_engine.demand.population import SIZES, Conventions, PopulationDraws, Sizes, project
from carewright_engine.demand.population.components import Components
from carewright_engine.demand.population.people import AGES, Population
from carewright_engine.demand.refusing import BadParameter
from tests.engine.demand.population.places import components, population

CERTAIN = Sizes(**{size.name: 0.0 for size in fields(Sizes)})


def _ordinary() -> Components:
    bearing = np.zeros(AGES)
    bearing[20:40] = 0.08
    dying = np.minimum(0.0001 * np.exp(np.arange(92) * 0.09), 1.0)
    return components(8, dying=dying, births=bearing, arrivals=2.0, leaving=0.015, departures=0.5)


def _projected(base: Population | None = None, **given: object) -> PopulationDraws:
    asked = {"years": 8, "draws": 60, "seed": 5, **given}
    return project(base or population(500.0, areas=3), _ordinary(), **asked)  # type: ignore[arg-type]


def test_with_nothing_in_doubt_every_draw_is_the_middle() -> None:
    nation = np.full((8, 2, AGES), 1_600.0)
    for fitted in (None, nation):
        certain = _projected(sizes=CERTAIN, nation=fitted)
        assert certain.people == pytest.approx(
            np.broadcast_to(certain.middle_in_bands(), certain.people.shape), rel=1e-7
        )


def test_any_number_of_threads_gives_the_same_bits() -> None:
    one = _projected(threads=1, draws=130)
    assert np.array_equal(one.people, _projected(threads=2, draws=130).people)
    assert np.array_equal(one.people, _projected(threads=3, draws=130).people)


def test_another_seed_gives_other_draws_and_the_same_middle() -> None:
    one, other = _projected(), _projected(seed=6)
    assert not np.array_equal(one.people, other.people)
    assert np.array_equal(one.middle, other.middle)


def test_an_area_has_the_same_futures_alone_as_among_others() -> None:
    together = _projected()
    alone = _projected(population(500.0, areas=3).of(["S12000001"]))
    assert np.array_equal(together.people[:, :, 1], alone.people[:, :, 0])


def test_more_draws_and_fewer_years_leave_a_draw_as_it_was() -> None:
    few = _projected(draws=20, years=5)
    assert np.array_equal(few.people, _projected().people[:20, :6])


def test_a_smaller_area_is_less_certain_and_so_are_later_years() -> None:
    sizes = np.array([20.0, 5_000.0])[:, np.newaxis, np.newaxis]
    shown = _projected(population(sizes, areas=2), draws=800, sizes=replace(SIZES, base_area=0.0))
    spread = np.log(shown.people[..., 1]).std(axis=0)
    assert spread[-1, 0] > 1.5 * spread[-1, 1]
    assert (np.diff(spread, axis=0) > 0).all()


def test_each_doubt_widens_the_ages_that_it_is_about() -> None:
    def spread(**only: float) -> np.ndarray:
        return np.log(_projected(sizes=replace(CERTAIN, **only)).people[:, -1, 0]).std(axis=0)

    children, adults, _, _, oldest = spread(fertility_each_year=0.05)
    assert children > 0.02
    assert max(adults, oldest) < 1e-9
    children, adults, _, _, oldest = spread(mortality_each_year=0.03)
    assert oldest > 5 * adults > 0


def test_quantiles_name_their_level_and_lie_in_order() -> None:
    low, middle, high = _projected().quantiles([0.1, 0.5, 0.9])
    assert (low < middle).all()
    assert (middle < high).all()
    with pytest.raises(BadParameter, match="level"):
        _projected().quantiles([1.2])
    with pytest.raises(BadParameter, match="draws is 0"):
        _projected(draws=0).quantiles([0.5])


def test_draws_are_refused_where_they_are_not_known_or_too_many() -> None:
    with pytest.raises(BadParameter, match="rates_of_year_before"):
        _projected(conventions=Conventions.RATES_OF_YEAR_BEFORE)
    with pytest.raises(BadParameter, match="draws is -1"):
        _projected(draws=-1)
    with pytest.raises(BadParameter, match="mortality_trend"):
        Sizes(mortality_trend=3.0)
