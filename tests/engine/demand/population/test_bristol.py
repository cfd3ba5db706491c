"""The published projection of Bristol comes out of its published inputs, to a thousandth.

Inputs are read by the engine's readers; the published results by these few lines, which share
nothing with them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
import polars as pl
import pytest

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.population.accounts import Accounts
from carewright_engine.demand.population.components import Components
from carewright_engine.demand.population.conventions import Conventions
from carewright_engine.demand.population.history import (
    History,
    births_a_woman,
    chances_of_dying,
    history_in,
)
from carewright_engine.demand.population.middle import middle
from carewright_engine.demand.population.people import Population
from carewright_engine.demand.population.year_before import (
    Assumed,
    birth_rates,
    components_of_year_before,
    death_rates,
)
from carewright_engine.tables.kinds import read_published

pytestmark = pytest.mark.realdata

BRISTOL: Final = "E06000023"
FIRST, LAST = 2015, 2040
CLOSE: Final = 0.001
DATASETS: Final = "population/witan_bristol_cohort_component/datasets"
GIVEN: Final = "test_datasets/model_inputs"
EXPECTED: Final = "test_datasets/r_outputs_for_testing"
CHANGES: Final = (
    "fert/bristol_hist_births_mye",
    "fert/bristol_ons_proj_births_age_mother",
    "mort/bristol_hist_deaths_mye",
    "mig/bristol_hist_domestic_inmigrants",
    "mig/bristol_hist_domestic_outmigrants",
    "mig/bristol_hist_international_inmigrants",
    "mig/bristol_hist_international_outmigrants",
)


@pytest.fixture(scope="module")
def datasets(real_data: Path) -> Path:
    return real_data / DATASETS


@pytest.fixture(scope="module")
def history(datasets: Path) -> History:
    given = datasets / GIVEN
    people = read_published(given / "core/bristol_hist_popn_est.csv").tables["population"]
    changes = pl.concat(
        read_published(given / f"{name}.csv").tables["population_change"] for name in CHANGES
    )
    return history_in(people, changes, BRISTOL)


@pytest.fixture(scope="module")
def components(history: History, datasets: Path) -> Components:
    return components_of_year_before(history, _assumed(datasets, LAST))


@pytest.fixture(scope="module")
def projected(history: History, components: Components) -> Accounts:
    base = Population((BRISTOL,), 2014, history.people_in(2014)[np.newaxis])
    years = LAST - FIRST + 1
    return middle(base, components, years=years, conventions=Conventions.RATES_OF_YEAR_BEFORE)


def _assumed(datasets: Path, last: int) -> Assumed:
    dying = datasets / GIVEN / "mort/death_improvement.csv"
    bearing = datasets / "default_datasets/fertility/future_fertility_trend_assumption.csv"
    rates = pl.concat(read_published(path).tables["population_rate"] for path in (dying, bearing))
    return Assumed(
        dying=chances_of_dying(rates, (FIRST, last)),
        births=births_a_woman(rates, (FIRST, last), variant="principal_2012"),
        births_by_mother_in=2013,
        deaths_of=(2010, 2014),
        moves_of=(2003, 2014),
    )


def _published(datasets: Path, name: str, column: str) -> Iterator[tuple[int, int, int, float]]:
    """Year (0 where the file has none), sex, age and figure of each row."""
    text = (datasets / EXPECTED / f"{name}.csv").read_bytes().decode().replace("\r", "\n")
    for row in csv.DictReader(line for line in text.split("\n") if line):
        yield int(row.get("Year") or 0), "FM".index(row["Sex"]), int(row["Age"]), float(row[column])


def _largest_difference(
    datasets: Path, name: str, column: str, ours: dict[int, Array]
) -> tuple[float, int]:
    """How far off the worst figure is, and how many were compared."""
    rows = list(_published(datasets, name, column))
    return max(abs(ours[year][sex, age] - figure) for year, sex, age, figure in rows), len(rows)


def test_every_figure_of_2015_and_of_2040_is_within_a_thousandth(
    datasets: Path, history: History, components: Components, projected: Accounts
) -> None:
    net = components.arrivals[0, 0] - components.departures[0, 0]
    women = history.people_in(2014)[0]
    by_mother = np.stack([components.births[0, 0] * women, np.zeros(91)])
    historic = {year: death_rates(history, year) for year in range(2002, 2015)}
    to_come = {2015 + n: components.dying[n, 0] for n in range(3)}
    bearing = {2015 + n: np.stack([components.births[n, 0], np.zeros(91)]) for n in range(4)}
    last_known = np.stack([birth_rates(history, 2013), np.zeros(91)])
    born = np.zeros((2, 91))
    born[:, 0] = projected.born[0, 0]
    trend = "fert/bristol_initial_proj_asfr_finalyrapplynationaltrend_2015_2018"
    compared = {
        "mig/bristol_migration_module_r_output_2015": ("Net.Mig", {2015: net}),
        "fert/bristol_fertility_module_r_output_2015": ("Births", {2015: born}),
        "fert/bristol_proj_births_age_sex_mother_2015": ("Births", {2015: by_mother}),
        "fert/bristol_historic_asfr": ("Fert.Rate", {2014: last_known}),
        trend: ("Fert.Rate", bearing),
        "mort/bristol_mortality_module_r_output_2015": ("Deaths", {2015: projected.died[0, 0]}),
        "mort/bristol_historic_asmr": ("Death.Rate", historic),
        "mort/bristol_projected_asmr_avg_applynationaltrend_r_output_2015_2017": (
            "Death.Rate",
            to_come,
        ),
        "core/bristol_popn_at_risk_2015": ("Popn-at-risk", {2015: history.people_in(2014)}),
        "core/bristol_end_population_2015": ("Popn", {2015: projected.in_year(2015)[0]}),
        "core/bristol_end_population_2040": ("Popn", {2040: projected.in_year(2040)[0]}),
    }
    found = {
        name: _largest_difference(datasets, name, column, ours)
        for name, (column, ours) in compared.items()
    }
    for name, (worst, figures) in found.items():
        print(f"{name:75} {figures:5} figures, largest difference {worst:.1e}")
    assert max(worst for worst, _ in found.values()) < CLOSE
    assert sum(figures for _, figures in found.values()) > 4_000


@pytest.mark.parametrize(
    ("name", "column", "flow"),
    [
        ("domestic_inmigrants", "DomIn", "domestic_in"),
        ("domestic_outmigrants", "DomOut", "domestic_out"),
        ("international_inmigrants", "IntIn", "international_in"),
        ("international_outmigrants", "IntOut", "international_out"),
    ],
)
def test_each_mean_flow_of_people_is_the_published_one(
    datasets: Path, history: History, name: str, column: str, flow: str
) -> None:
    published = f"mig/bristol_proj_{name}_valuesavgfixed"
    ours = {0: history.mean_change(flow, (2003, 2014))}
    worst, figures = _largest_difference(datasets, published, column, ours)
    assert worst < CLOSE
    assert figures == 182


def test_the_published_trend_of_arrivals_is_a_line_through_2003_to_2014_read_at_2015(
    datasets: Path, history: History
) -> None:
    years = np.arange(2003, 2015)
    known = np.array([history.change_in("domestic_in", year).ravel() for year in years])
    ours = np.polynomial.polynomial.polyfit(years - 2015.0, known, 1)[0].reshape(2, 91)
    trend = "mig/bristol_trends_domestic_inmigrants"
    assert _largest_difference(datasets, trend, "Domestic In", {0: ours})[0] < CLOSE


def test_the_totals_of_2015_are_the_published_ones(projected: Accounts) -> None:
    moved = projected.came[0].sum() - projected.left[0].sum()
    totals = [442_474, projected.born[0].sum(), projected.died[0].sum(), moved]
    assert totals == pytest.approx([442_474, 6_538.63, 3_100.46, 2_452.42], abs=0.005)
    assert projected.in_year(2015).sum() == pytest.approx(448_364.58, abs=0.005)


def test_rows_given_twice_count_once(history: History, datasets: Path) -> None:
    path = datasets / GIVEN / "mig/bristol_hist_domestic_inmigrants.csv"
    reading = read_published(path)
    assert reading.rows_read == 2 * reading.rows_kept == 4_732


def test_the_accounts_of_all_26_years_balance_to_the_last_bit(projected: Accounts) -> None:
    assert not projected.imbalance().any()


def test_the_engines_own_conventions_give_another_answer(
    history: History, components: Components, projected: Accounts
) -> None:
    base = Population((BRISTOL,), 2014, history.people_in(2014)[np.newaxis])
    own = middle(base, replace(components), years=LAST - FIRST + 1)
    assert not own.imbalance().any()
    assert abs(own.people[-1].sum() - projected.people[-1].sum()) > 1
