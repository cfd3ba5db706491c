"""A care group is counted once, from the newest figures, and held-back figures are said to be."""

from __future__ import annotations

from datetime import date

from carewright_engine.demand.need.care_groups import CARE_GROUPS, Source
from carewright_engine.demand.need.counted_groups import count_of
from tests.engine.demand.need.worlds import activity, row

BEFORE = (date(2019, 4, 1), date(2020, 4, 1))
YEAR = (date(2020, 4, 1), date(2021, 4, 1))
QUARTER = (date(2021, 1, 1), date(2021, 4, 1))
GROUPS = {group.key: group for group in CARE_GROUPS}
OLDER = GROUPS["older_people"].sources[0]
CARERS = GROUPS["carers"].sources[0]


def test_bands_are_added_up_and_the_band_that_holds_them_is_left_out() -> None:
    bands = {"65-74": 10.0, "75-84": 20.0, "85+": 30.0, "65+": 60.0, "18-64": 500.0}
    rows = activity(*(row("S1", *YEAR, age_band=band, value=n) for band, n in bands.items()))
    found = count_of(OLDER, rows, ["S1"])
    assert found is not None
    assert (found.number, found.areas, found.at_least) == (60.0, 1, False)


def test_where_only_the_wide_band_is_given_it_is_taken() -> None:
    found = count_of(OLDER, activity(row("S1", *YEAR, age_band="65+", value=60.0)), ["S1"])
    assert found is not None
    assert found.number == 60.0


def test_the_newest_period_is_taken_and_of_two_that_end_alike_the_longer() -> None:
    rows = activity(
        row("S1", *BEFORE, age_band="85+", value=1.0),
        row("S1", *YEAR, age_band="85+", value=2.0),
        row("S1", *QUARTER, age_band="85+", value=4.0),
    )
    found = count_of(OLDER, rows, ["S1"])
    assert found is not None
    assert (found.starts_on, found.ends_before, found.number) == (*YEAR, 2.0)


def test_a_figure_that_was_held_back_makes_the_rest_a_lower_bound() -> None:
    rows = activity(
        row("S1", *YEAR, age_band="75-84", value=None), row("S1", *YEAR, age_band="85+", value=7.0)
    )
    found = count_of(OLDER, rows, ["S1"])
    assert found is not None
    assert (found.number, found.at_least) == (7.0, True)


def test_other_areas_are_not_counted_and_those_without_a_figure_are_told_apart() -> None:
    rows = activity(
        row("S1", *YEAR, age_band="85+", value=7.0), row("S3", *YEAR, age_band="85+", value=9.0)
    )
    found = count_of(OLDER, rows, ["S1", "S2"])
    assert found is not None
    assert (found.number, found.areas) == (7.0, 1)
    assert count_of(OLDER, rows, ["S2"]) is None


def test_those_who_give_no_care_are_no_carers_and_nobody_counts_at_two_ages() -> None:
    given = {"": 100.0, "0 hours": 80.0, "1-19 hours": 15.0, "50+ hours": 5.0}
    rows = activity(
        *(
            row("S1", *YEAR, kind="unpaid_care", age_band=age, detail=hours, value=n)
            for age in ("5+", "65+")
            for hours, n in given.items()
        )
    )
    found = count_of(CARERS, rows, ["S1"])
    assert found is not None
    assert found.number == 20.0


def test_a_rate_is_no_number_of_people() -> None:
    rows = activity(row("S1", *YEAR, age_band="85+", measure="rate_per_1000", value=179.3))
    assert count_of(OLDER, rows, ["S1"]) is None


def test_weeks_are_counted_where_a_publisher_counts_no_people() -> None:
    weeks = Source("residential", "weeks of residential care in England", "learning disab")
    said = {"kind": "residential", "measure": "weeks", "detail": "external; Learning disability"}
    rows = activity(row("E1", *YEAR, age_band="18-64", value=52.0, **said))
    found = count_of(weeks, rows, ["E1"])
    assert found is not None
    assert found.number == 52.0
