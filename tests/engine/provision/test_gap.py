"""Provision for the people there are, beside areas like it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carewright_engine.provision.comparators import comparators_of
from carewright_engine.provision.funnel import INNER, OUTER, funnel
from carewright_engine.provision.questions import Parameters
from tests.engine.provision.frames import (
    ANGUS,
    FIFE,
    NAMES,
    ORKNEY,
    care_at_home,
    fife,
    home,
    inputs_of,
    member,
    people,
)

COUNCILS = ("S12000033", "S12000034", ANGUS, ORKNEY, FIFE, "S12000042")


def six_councils(places: dict[str, int]) -> list[dict[str, object]]:
    """A home in each of six councils, of 40 places unless said otherwise."""
    return [
        home(council_code=code, council_name=NAMES.get(code, code), places=places.get(code, 40))
        for code in COUNCILS
    ]


def thousand_each() -> list[object]:
    """A thousand people aged 80, and nine thousand aged 40, in each of them."""
    return [row for code in COUNCILS for row in people(code, {40: 9000, 80: 1000}, kind="council")]


def test_places_are_divided_by_people_of_the_age() -> None:
    answer = fife(inputs_of(six_councils({}), population=thousand_each()))
    assert answer.figure("gap.rate.75_and_over").value == 40
    assert answer.figure("gap.nation_rate.75_and_over").value == 40
    assert answer.figure("gap.position").value == "within the limits"


def test_an_area_with_fewer_than_the_nation_is_told_how_many() -> None:
    answer = fife(inputs_of(six_councils({FIFE: 10}), population=thousand_each()))
    assert answer.figure("gap.expected").value == 35
    assert answer.figure("gap.expected_difference").value == 25
    assert "below Scotland" in answer.section("gap").heading


def test_homes_for_adults_with_a_learning_disability_are_not_divided_by_older_people() -> None:
    rows = [
        row
        | {"kind": "Care Home Service: Learning Disabilities", "care_group": "learning_disability"}
        for row in six_councils({})
    ]
    answer = fife(inputs_of(rows, population=thousand_each()), care_group="learning_disability")
    ids = {figure.id for figure in answer.section("gap").figures}
    assert "gap.rate.18_to_64" in ids
    assert not any("65" in each or "75" in each or "85" in each for each in ids)


def test_childrens_homes_are_never_divided_by_people_aged_65() -> None:
    rows = [
        row | {"kind": "Care Home Service: Children & Young People", "care_group": "children"}
        for row in six_councils({})
    ]
    population = thousand_each() + [
        row for code in COUNCILS for row in people(code, {10: 2000}, kind="council")
    ]
    answer = fife(
        inputs_of(rows, population=population),
        "children_homes",
        "children",
        parameters=Parameters(children_too=True),
    )
    assert [f.id for f in answer.section("gap").figures if f.id.startswith("gap.rate")] == [
        "gap.rate.0_to_17"
    ]


def test_home_care_is_counted_in_staff_and_has_no_funnel() -> None:
    rows = [care_at_home(council_code=code, council_name=code, staff_wte=20.0) for code in COUNCILS]
    answer = fife(inputs_of(rows, population=thousand_each()), "care_at_home", None)
    assert answer.figure("gap.rate.65_and_over").value == 20
    assert not any(table.name == "funnel_limits" for table in answer.section("gap").tables)


def test_a_list_of_few_councils_is_not_the_nation() -> None:
    answer = fife(inputs_of([home()], population=thousand_each()))
    assert answer.figure("gap.rate.75_and_over").value == 40
    assert not any(f.id.startswith("gap.nation") for f in answer.section("gap").figures)
    assert any("too few areas" in gap.why for gap in answer.not_assessed)


def test_people_come_from_data_zones_before_the_councils_own_row() -> None:
    population = [
        *people("S01000001", {80: 100}),
        *people("S01000002", {80: 300}),
        *people(FIFE, {80: 999}, kind="council"),
    ]
    membership = [member("S01000001"), member("S01000002")]
    answer = fife(inputs_of([home()], population=population, membership=membership))
    assert answer.figure("gap.rate.75_and_over").value == 100


def test_the_councils_own_row_is_used_when_a_data_zone_is_missing() -> None:
    population = [*people("S01000001", {80: 100}), *people(FIFE, {80: 400}, kind="council")]
    membership = [member("S01000001"), member("S01000002")]
    answer = fife(inputs_of([home()], population=population, membership=membership))
    assert answer.figure("gap.rate.75_and_over").value == 100


def test_women_and_men_add_up_and_are_not_added_to_all() -> None:
    apart = people(FIFE, {80: 150}, "council", sex="female") + people(
        FIFE, {80: 250}, "council", sex="male"
    )
    answer = fife(inputs_of([home()], population=apart))
    assert answer.figure("gap.rate.75_and_over").value == 100
    both = apart + people(FIFE, {80: 400}, "council")
    assert fife(inputs_of([home()], population=both)).figure("gap.rate.75_and_over").value == 100


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 500), st.integers(1000, 50_000)), min_size=5, max_size=12
    ).filter(lambda pairs: any(y for y, _ in pairs))
)
def test_limits_hold_the_nation_and_widen_for_small_areas(pairs: list[tuple[int, int]]) -> None:
    counts, numbers = np.array(pairs, dtype=float).T
    found = funnel(counts, numbers, 0.1)
    assert found.dispersion >= 1
    for size in (1000.0, 50_000.0):
        lower, upper = found.limits(size, INNER)
        assert 0 <= lower <= found.rate <= upper
    small, large = found.limits(1000.0, OUTER), found.limits(50_000.0, OUTER)
    assert small[1] - small[0] >= large[1] - large[0] - 1e-12


def test_dispersion_is_the_mean_of_squared_scores() -> None:
    counts, numbers = np.array([10.0, 30.0, 20.0]), np.array([1000.0, 1000.0, 1000.0])
    # Scores are -10, +10 and 0 over the root of 20; their squares have the mean 10/3.
    assert funnel(counts, numbers, 0.0).dispersion == pytest.approx(10 / 3)


def test_winsorising_pulls_the_extremes_in() -> None:
    counts, numbers = np.array([1.0, 20, 20, 20, 20, 90]), np.full(6, 1000.0)
    assert funnel(counts, numbers, 0.2).dispersion < funnel(counts, numbers, 0.0).dispersion


def test_comparators_are_the_most_alike() -> None:
    old = {FIFE: 300, ANGUS: 290, ORKNEY: 900}
    rows = six_councils({})
    population = [
        row
        for code in COUNCILS
        for row in people(code, {40: 1000, 80: old.get(code, 600)}, kind="council")
    ]
    answer = fife(inputs_of(rows, population=population), parameters=Parameters(comparator_count=1))
    assert "Angus" in answer.figure("gap.comparators_rate").words
    assert "share of people aged 75" in answer.figure("gap.comparators_rate").words


def test_the_analyst_may_name_the_comparators() -> None:
    answer = fife(
        inputs_of(six_councils({ORKNEY: 77}), population=thousand_each()),
        parameters=Parameters(comparators=("Orkney Islands",)),
    )
    assert answer.figure("gap.comparators_rate").value == 77


def test_without_any_measure_nothing_is_called_alike() -> None:
    import polars as pl

    from carewright_engine.provision.areas import AreaRef

    area = AreaRef("council", FIFE, "Fife", (FIFE,))
    empty = pl.DataFrame(
        schema={
            "council_code": pl.String,
            "people": pl.Float64,
            "older": pl.Float64,
            "density": pl.Float64,
            "deprived": pl.Float64,
        }
    )
    other = AreaRef("council", ANGUS, "Angus", (ANGUS,))
    assert comparators_of(area, (area, other), empty, 5) == ((), ())
