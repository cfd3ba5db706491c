"""The published unit costs of English councils, beside what a plain reading of the file gives."""

from __future__ import annotations

import csv
import gzip
import statistics
from pathlib import Path

import pytest

from carewright_engine.costing.side_by_side import SideBySide, side_by_side
from carewright_engine.costing.what_is_in import Verdict
from carewright_engine.tables.kinds import read_published

pytestmark = pytest.mark.realdata

FILE = "asc_stats/england_pss_ascfr/pssex1_2013-14_unit_costs_council.csv.gz"
HOURLY = "Average gross hourly cost for home help/care provided by {}"
HEADER = 2  # the row of names, counted from 0


def plainly(path: Path, name: str) -> dict[str, int]:
    """Pence by council, from the one column of this name; 0 and marks are no cost."""
    with gzip.open(path, "rt", encoding="latin-1") as file:
        rows = list(csv.reader(file))
    [column] = [n for n, words in enumerate(rows[HEADER]) if " ".join(words.split()) == name]
    councils = {row[0]: row[column].replace(",", "") for row in rows if row[0][:3].isdecimal()}
    return {name: round(float(text) * 100) for name, text in councils.items() if _is_cost(text)}


def _is_cost(text: str) -> bool:
    return text.replace(".", "", 1).isdecimal() and float(text) > 0


@pytest.fixture(scope="module")
def home_care(real_data: Path) -> SideBySide:
    found = side_by_side(read_published(real_data / FILE).tables["unit_cost"])
    [hourly] = [each for each in found if (each.service, each.unit) == ("Home care", "hour")]
    return hourly


def test_medians_are_those_of_the_files_own_columns(home_care: SideBySide, real_data: Path) -> None:
    own = plainly(real_data / FILE, HOURLY.format("LA"))
    bought = plainly(real_data / FILE, HOURLY.format("others"))
    assert home_care.own.spread.returns == len(own)
    assert home_care.own.spread.median == statistics.median(own.values())
    assert home_care.bought.spread.median == statistics.median(bought.values())
    assert home_care.within.returns == len(own.keys() & bought.keys())
    assert home_care.dearer_own == sum(own[name] > bought[name] for name in own.keys() & bought)


def test_one_council_that_returned_over_a_thousand_pounds_an_hour_moves_the_mean_alone(
    home_care: SideBySide,
) -> None:
    own = home_care.own  # Gloucestershire, £1,210.60
    assert own.spread.median is not None
    assert own.spread.upper is not None
    assert own.mean > own.spread.median * 1.3
    assert own.spread.upper < 7_000


def test_what_the_file_does_not_state_qualifies_the_comparison(home_care: SideBySide) -> None:
    assert home_care.comparison.verdict is Verdict.QUALIFIED
    assert any(words.startswith("overheads") for words in home_care.comparison.cautions)
