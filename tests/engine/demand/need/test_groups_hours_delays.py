"""Care groups by name, hours for each person, carers, and what goes with delayed discharge."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pytest

from carewright_engine.demand.draws import stream
from carewright_engine.demand.need.care_groups import CARE_GROUPS, Missing, held
from carewright_engine.demand.need.carers import AGES, HOURS, Carers, carers_of
from carewright_engine.demand.need.delays import association
from carewright_engine.demand.need.hours import HOURS_BANDS, hours_each
from carewright_engine.demand.refusing import BadParameter
from carewright_engine.tables.kinds import read_published
from tests.engine.demand.need.worlds import activity, row

WEEK = (date(2021, 3, 25), date(2021, 4, 1))
YEAR = (date(2020, 4, 1), date(2021, 4, 1))


def test_every_group_is_told_and_one_without_a_source_names_the_file_that_would_tell() -> None:
    found = {each.group.key: each for each in held(activity(row("S1", *YEAR, age_band="0-17")))}
    assert set(found) == {group.key for group in CARE_GROUPS}
    assert found["children"].missing is None
    missing = found["hospital_admissions"].missing
    assert missing is not None
    assert "emergency admissions by council" in str(missing)


def test_a_figure_that_was_not_submitted_holds_no_group() -> None:
    rows = activity(row("S1", *YEAR, value=None), row("S1", *YEAR, kind="other"))
    assert all(each.missing is not None for each in held(rows))


def census_week() -> list[dict[str, Any]]:
    week: dict[str, Any] = {"period_kind": "census_week", "age_band": "85+"}
    rows = [
        row(code, *WEEK, detail=hours, value=float(people), **week)
        for code, counts in (("S1", (100, 200, 400, 300)), ("S2", (2, 2, 2, 2)))
        for hours, people in zip(HOURS_BANDS, counts, strict=True)
    ]
    nation = {**week, "area_kind": "country"}
    rows.append(row("S9", *WEEK, measure="hours", value=10_080.0, **nation))
    return [*rows, row("S9", *WEEK, value=1008.0, **nation)]


def test_the_open_hours_band_is_such_that_hours_and_people_of_the_nation_agree() -> None:
    found = hours_each(activity(*census_week()), bands=("85+",), on_or_before=WEEK[1])
    people = found.people.sum(axis=0)[0]
    assert people @ found.means[0] == pytest.approx(10_080)


def test_hours_of_a_small_area_are_less_sure_and_nearer_to_all_areas() -> None:
    found = hours_each(activity(*census_week()), bands=("85+",), on_or_before=WEEK[1])
    drawn = found.draw(2000, seed=1)[:, :, 0]
    assert drawn[:, 1].std() > 2 * drawn[:, 0].std()
    own = found.people[1, 0] @ found.means[0] / found.people[1, 0].sum()
    assert abs(drawn[:, 1].mean() - 10) < abs(own - 10) / 2 + 0.2


def test_hours_that_no_file_holds_are_refused_by_the_file_wanted() -> None:
    with pytest.raises(BadParameter, match="by hours received"):
        hours_each(activity(row("S1", *YEAR)), bands=("85+",), on_or_before=WEEK[1])


def test_carers_without_a_census_are_not_invented() -> None:
    found = carers_of(activity(row("S12000005", *YEAR)), "S")
    assert isinstance(found, Missing)
    assert "Scotland's Census 2022" in found.file


def test_carers_shares_are_of_everyone_of_the_age_and_drawn_about_them() -> None:
    census: dict[str, Any] = {"kind": "unpaid_care", "period_kind": "census_day"}
    rows = [
        row("N09000001", *YEAR, age_band=age, detail=detail, value=value, **census)
        for age in AGES
        for detail, value in (("", 10_000.0), *((hours, 300.0) for hours in HOURS))
    ]
    found = carers_of(activity(*rows), "N")
    assert isinstance(found, Carers)
    assert found.shares() == pytest.approx(np.full((1, 4, 4), 0.03))
    assert found.drawn(500, seed=1).mean(axis=0) == pytest.approx(found.shares(), abs=0.001)


def quarters(slope: float) -> pl.DataFrame:
    """Councils unlike each other, in seasons, whose delays move with care at home by a slope."""
    dice = stream(1, "delays")
    rows = []
    for council in range(20):
        for quarter in range(8):
            year, month = 2018 + quarter // 4, 1 + 3 * (quarter % 4)
            moved = 0.2 * dice.standard_normal()
            hours = 1000.0 * np.exp(council / 5 + 0.1 * quarter + moved)
            days = 900.0 * np.exp(council / 3 - 0.2 * quarter + slope * moved)
            code = f"S120000{council:02d}"
            starts = date(year, month, 1)
            ends = date(year + month // 12, month % 12 + 3 if month < 10 else 1, 1)
            rows.append(row(
                code, starts, ends, period_kind="quarter", measure="hours", age_band="all",
                value=hours,
            ))  # fmt: skip
            rows += [
                row(
                    code, date(year, month + at, 1), ends, kind="delayed_discharge",
                    measure="bed_days", age_band="18+", period_kind="month", value=days / 3,
                )
                for at in range(3)
            ]  # fmt: skip
    return activity(*rows)


@pytest.mark.parametrize("slope", [-0.5, 0.0])
def test_what_moves_together_within_councils_is_found_whatever_councils_are_like(
    slope: float,
) -> None:
    found = association(quarters(slope))
    assert found.change == pytest.approx(1.1**slope - 1, abs=1e-9)
    assert (found.councils, found.quarters) == (20, 8)


def test_the_sentence_says_that_nothing_was_shown_to_bring_about_the_other() -> None:
    said = str(association(quarters(-0.5)))
    assert "4.7% fewer" in said
    assert "not what brought about what" in said


def test_a_handful_of_councils_gives_no_association() -> None:
    few = quarters(-0.5).filter(pl.col("area_code") < "S12000005")
    with pytest.raises(BadParameter, match="at least 10"):
        association(few)


@pytest.mark.realdata
def test_the_published_files_give_hours_carers_and_an_association(real_data: Path) -> None:
    files = (
        "asc_stats/scotland_care_at_home_phs.csv.gz",
        "asc_stats/scotland_delayed_discharge_council_month.csv.gz",
        "asc_stats/ni_unpaid_care_2021.csv",
        "phs/phs_homecare_hours_received_2019-21.csv",
    )
    rows = pl.concat(read_published(real_data / file).tables["activity"] for file in files)
    each = hours_each(rows, bands=("85+",), on_or_before=date(2021, 4, 1))
    # 179,795 hours for 19,715 people in the census week.
    whole = each.people.sum(axis=(0, 1)) @ each.means[0] / each.people.sum()
    assert whole == pytest.approx(179_795 / 19_715)
    assert association(rows).councils == 32
    carers = carers_of(rows, "N")
    assert isinstance(carers, Carers)
    assert len(carers.areas) == 11
