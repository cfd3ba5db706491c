"""What cannot be is refused with the field and the range."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import numpy as np
import polars as pl
import pytest

from carewright_engine.demand.population.conventions import Conventions
from carewright_engine.demand.population.middle import middle
from carewright_engine.demand.population.people import checked_bands, population_in
from carewright_engine.demand.refusing import BadParameter
from carewright_engine.tables.schemas import POPULATION
from tests.engine.demand.population.places import components, population


def _year_before(**given: float) -> object:
    by = Conventions.RATES_OF_YEAR_BEFORE
    return middle(population(), components(**given), years=1, conventions=by)


@pytest.mark.parametrize(
    ("ask", "field", "range_of_it"),
    [
        (lambda: components(dying=1.2), "dying", "from 0 to 1"),
        (lambda: components(births=-0.1), "births", "from 0 to 1"),
        (lambda: components(leaving=float("nan")), "leaving", "from 0 to 1"),
        (lambda: components(arrivals=-1.0), "arrivals", "0 or more"),
        (lambda: components(boys=2.0), "boys", "from 0 to 1"),
        (lambda: population(-5.0), "people", "0 or more"),
        (lambda: population().of(["S99"]), "area", "S12000000"),
        (lambda: middle(population(), components(3), years=4), "years", "from 1 to 3"),
        (lambda: middle(population(), components(3), years=0), "years", "from 1 to 3"),
        (lambda: checked_bands([(65, 91)]), "bands", "from 0 to 90"),
        (lambda: checked_bands([(18, 64), (60, 74)]), "bands", "in no other band"),
        (lambda: _year_before(leaving=0.1), "leaving", "numbers of people"),
        (
            lambda: middle(population(), components(), years=1, nation=np.full((1, 2, 91), -1.0)),
            "nation",
            "0 or more",
        ),
        (lambda: population_in(POPULATION.empty(), 2020), "population", "base year"),
    ],
)
def test_a_bad_parameter_is_refused_by_name_and_range(
    ask: Callable[[], object], field: str, range_of_it: str
) -> None:
    with pytest.raises(BadParameter) as refused:
        ask()
    assert refused.value.field == field
    assert range_of_it in str(refused.value)


def test_a_year_before_the_base_is_refused() -> None:
    later = population()
    with pytest.raises(BadParameter, match="the year after the base, 2026"):
        middle(type(later)(later.areas, 2025, later.people), components(), years=1)


def test_a_population_with_a_hole_names_the_area() -> None:
    row = {"area_code": "S12000005", "area_kind": "council", "on": date(2020, 6, 30)}
    rows = POPULATION.conform(pl.DataFrame([{**row, "sex": "female", "age": 3, "people": 8.0}]))
    with pytest.raises(BadParameter, match="not whole for S12000005"):
        population_in(rows, 2020)
