"""What is published of use becomes intervals; what is not known stays unknown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from carewright_engine.demand.need.doubtful import carried_forward
from carewright_engine.demand.need.intervals import Figures
from carewright_engine.demand.need.observations import Observations, observe
from carewright_engine.demand.refusing import BadParameter
from tests.engine.demand.need.worlds import activity, row, world

YEAR = (date(2018, 4, 1), date(2019, 4, 1))
SPRING = (date(2018, 4, 1), date(2018, 7, 1))


def seen(*rows: dict[str, object]) -> Observations:
    return observe(
        activity(*rows), kind="care_at_home", bands=("85+",), first_year=2018, last_year=2018
    )


def test_a_figure_rounded_to_five_means_one_of_five_whole_numbers() -> None:
    years = seen(row("A", *YEAR), row("A", *SPRING, period_kind="quarter")).years
    assert years.candidates()[:, 0, 0, 0].tolist() == [98, 99, 100, 101, 102]


def test_a_figure_of_nought_is_none_to_two_people_and_has_a_logarithm() -> None:
    candidates = seen(row("A", *YEAR, value=0.0)).parts.candidates()[:, 0, 0, 0]
    assert candidates.tolist() == [0.5, 0.5, 1, 1.5, 2]


def test_a_figure_held_back_is_one_to_seven_people() -> None:
    parts = seen(row("A", *YEAR, value=None, flag="suppressed")).parts
    assert (parts.low[0, 0, 0], parts.high[0, 0, 0]) == (1, 7)


def test_what_was_not_submitted_is_unknown_and_not_nought() -> None:
    parts = seen(row("A", *YEAR, value=None, flag="not_submitted"), row("B", *YEAR)).parts
    assert parts.known[0, :, 0].tolist() == [False, True]


def test_a_source_by_the_year_alone_has_one_period_a_year_and_nothing_beside_it() -> None:
    found = seen(row("A", *YEAR))
    assert found.steps == 1
    assert found.parts.known.all()
    assert not found.years.known.any()


def test_quarters_stand_beside_the_year_and_other_weeks_are_left_out() -> None:
    found = seen(
        row("A", *YEAR),
        row("A", date(2018, 10, 1), date(2019, 1, 1), period_kind="quarter", value=60.0),
        row("A", date(2019, 3, 25), date(2019, 4, 1), period_kind="census_week", value=50.0),
        row("A", date(2019, 4, 1), date(2020, 4, 1), value=999.0),
    )
    assert np.isnan(found.parts.middle[[0, 1, 3], 0, 0]).all()
    assert found.parts.middle[2, 0, 0] == 60
    assert found.years.middle[:, 0, 0].tolist() == [100]


def test_women_and_men_given_apart_are_added_and_their_roundings_too() -> None:
    parts = seen(row("A", *YEAR, sex="female"), row("A", *YEAR, sex="male", value=50.0)).parts
    assert (parts.low[0, 0, 0], parts.high[0, 0, 0]) == (146, 154)


def test_a_kind_that_no_file_holds_is_refused_by_name() -> None:
    with pytest.raises(BadParameter, match="kind is telecare"):
        observe(
            activity(row("A", *YEAR)),
            kind="telecare", bands=("85+",), first_year=2018, last_year=2018,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("day", "last"),
    [(date(2019, 3, 31), 2018), (date(2020, 3, 30), 2018), (date(2030, 1, 1), 2020)],
)
def test_only_whole_years_that_have_ended_are_kept(day: date, last: int) -> None:
    assert world().seen.through(day).last_year == last


def test_a_day_before_the_first_year_has_ended_is_refused() -> None:
    with pytest.raises(BadParameter, match="31 March 2019 or later"):
        world().seen.through(date(2019, 3, 30))


def test_a_year_that_repeats_another_in_every_band_tells_nothing_new() -> None:
    figures = np.array([[[450.0, 830], [20, 25]], [[450, 835], [20, 25]], [[450, 830], [20, 25]]])
    assert carried_forward(figures)[:, 0, 0].tolist() == [False, False, True]


def test_a_small_area_may_well_have_the_same_few_people_twice() -> None:
    figures = np.array([[[20.0, 25]], [[20, 25]]])
    assert not carried_forward(figures).any()


def test_a_quarter_with_more_people_than_its_year_has_its_ages_wrong_and_so_has_that_year() -> None:
    made = world().seen
    low, high = made.parts.low.copy(), made.parts.high.copy()
    low[5, 3, 1], high[5, 3, 1] = made.years.high[1, 3, 1] + 5, made.years.high[1, 3, 1] + 9
    known = replace(made, parts=Figures(low, high)).believable().parts.known
    assert not known[4:8, 3].any()
    assert known[:4, 3].all()
