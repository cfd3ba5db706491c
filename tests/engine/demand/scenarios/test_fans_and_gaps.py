"""Quantiles with their level, the gap ahead, and what moves a figure most."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from carewright_engine.demand.draws import stream
from carewright_engine.demand.scenarios.gap import Capacity, capacity_by_year, gap_ahead
from carewright_engine.demand.scenarios.moves_most import moves_most
from carewright_engine.demand.scenarios.outlook import Outlook
from carewright_engine.demand.scenarios.scenario import AS_NOW, scenario_from
from carewright_engine.demand.scenarios.summaries import INTERVALS, fan
from tests.engine.demand.scenarios.worlds import known, lever

YEARS = (2024, 2025, 2026)


def test_each_interval_holds_as_many_draws_as_its_name_says() -> None:
    drawn = stream(3, "drawn").normal(size=(10_000, 3))
    shown = fan(YEARS, drawn)
    for chances in INTERVALS:
        low, high = shown.interval(chances)
        inside = ((drawn >= low) & (drawn <= high)).mean(axis=0)
        assert inside == pytest.approx([chances / 100] * 3, abs=0.001)


def test_too_few_draws_give_no_interval() -> None:
    with pytest.raises(ValueError, match="39 draws are too few"):
        fan(YEARS, np.zeros((39, 3)))


def test_the_gap_opens_in_the_first_year_when_it_is_likelier_than_not() -> None:
    needed = np.tile(np.array([90.0, 100.0, 110.0]), (100, 1))
    needed[:60, 1] += 5
    gap = gap_ahead(YEARS, needed, np.array([100.0, 100.0, 100.0]), np.full((1, 3), 2000.0))
    assert gap.chance == (0.0, 0.6, 1.0)
    assert gap.opens == 2025
    assert gap.size(2026) == pytest.approx(10)
    assert gap.pounds_a_year.at(2026) == pytest.approx(10 * 20 * 365.25 / 7)


def test_capacity_planned_for_a_day_counts_from_the_year_it_holds_by_halfway() -> None:
    reports = [
        Capacity(date(2025, 9, 1), 120, planned=True),
        Capacity(date(2023, 4, 1), 100),
        Capacity(date(2026, 12, 1), 90, planned=True),
    ]
    found = capacity_by_year(reports, (2023, 2024, 2025, 2026, 2027))
    assert found is not None
    assert found.tolist() == [100, 100, 120, 120, 90]
    assert capacity_by_year([], YEARS) is None


def test_years_before_the_first_report_have_no_capacity() -> None:
    reports = [Capacity(date(2025, 10, 2), 100)]
    found = capacity_by_year(reports, (2024, 2025, 2026, 2027))
    assert found is not None
    assert found.tolist() == [100, 100]
    assert capacity_by_year(reports, (2024, 2025)) is None


def test_plans_alone_do_not_say_what_there_is() -> None:
    assert capacity_by_year([Capacity(date(2025, 9, 1), 120, planned=True)], YEARS) is None


def test_the_widest_assumption_stands_first_and_all_are_named() -> None:
    def last_hours(of: Outlook) -> np.ndarray:
        return of.kinds["care_at_home"].by_area()[:, -1, 0]

    telecare = lever("prevention", effect={"low": 0, "middle": 0.2, "high": 0.4}, reach=0.9)
    scenario = scenario_from({"name": "Telecare", "levers": [telecare]})
    moves = moves_most(known(), scenario, last_hours, seed=1)
    names = [move.assumption for move in moves]
    assert names[0] == "Try prevention"
    assert set(names) >= {"Population", "Who uses it at each age", "Hours for each person"}
    assert moves[-1].width == pytest.approx(0)  # the cost of an hour moves no hours
    assert len(moves_most(known(), AS_NOW, last_hours, seed=1)) == 4


def test_the_same_dice_make_the_difference_far_surer_than_dice_thrown_anew() -> None:
    scenario = scenario_from({"name": "5%", "levers": [lever("hours_for_each", change=-0.05)]})
    now, again = known(seed=1).outlook(), known(seed=50).outlook()
    then = scenario.applied(now, seed=1).kinds["care_at_home"].by_area()
    paired = (then - now.kinds["care_at_home"].by_area())[:, -1].var(axis=0)
    apart = (then - again.kinds["care_at_home"].by_area())[:, -1].var(axis=0)
    assert (apart / paired).min() > 10
