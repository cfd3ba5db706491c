"""The back-test: no later fact enters the forecast, and the page tells every figure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.need.backtest.care_at_home import (
    BANDS,
    BackTest,
    Published,
    back_test,
    read_files,
)
from carewright_engine.demand.need.backtest.scores import score
from carewright_engine.demand.need.backtest.words import page, put_into
from carewright_engine.demand.need.history import Drift, drift_of
from carewright_engine.tables.councils import COUNCILS
from carewright_engine.tables.reading import UnreadableFile
from tests.engine.cli.commands import carewright
from tests.engine.demand.need.worlds import QUICK, activity, row

MARCH = date(2021, 4, 1)


def published() -> Published:
    """Figures of three years and of the three after, made up for every council."""
    rows = []
    for year in range(2018, 2024):
        for at, code in enumerate(COUNCILS):
            for band, people in zip(BANDS, (60, 70, 160, 200), strict=True):
                value = float(5 * round(people * (1 + at + 0.05 * ((year + at) % 3)) / 5))
                when = (date(year, 4, 1), date(year + 1, 4, 1))
                rows.append(row(code, *when, age_band=band, value=value))
                quarter = (date(year, 4, 1), date(year, 7, 1))
                rows.append(
                    row(code, *quarter, age_band=band, value=value - 20, period_kind="quarter")
                )
    for year in range(2011, 2024):
        week = {"period_kind": "census_week", "age_band": "all", "area_kind": "country"}
        when = (date(year + 1, 3, 25), date(year + 1, 4, 1))
        rows.append(row("S92000003", *when, value=60_000.0 + year % 2, **week))
    councils = np.full((len(COUNCILS), 2, 91), 100.0) * (1 + np.arange(32))[:, None, None]
    nation = councils.sum(axis=0)
    return Published(activity(*rows), councils, dict.fromkeys(range(2011, 2031), nation))


def with_later_figures_changed(given: Published) -> Published:
    late = pl.col("ends_before") > MARCH
    changed = pl.when(late).then(pl.col("value") * 3 + 5).otherwise(pl.col("value"))
    return replace(given, activity=given.activity.with_columns(value=changed))


def same_bits(one: BackTest, other: BackTest) -> bool:
    pairs: list[tuple[Array, Array]] = []
    for a, b in zip(one.forecasts, other.forecasts, strict=True):
        pairs += [(a.middle, b.middle), *((a.low[at], b.low[at]) for at in a.low)]
        pairs += [(a.high[at], b.high[at]) for at in a.high]
    return all((a == b).all() for a, b in pairs)


def test_facts_later_than_march_2021_change_no_bit_of_any_forecast() -> None:
    given = published()
    one = back_test(given, settings=QUICK)
    other = back_test(with_later_figures_changed(given), settings=QUICK)
    assert not (one.actual == other.actual).all()
    assert same_bits(one, other)


def test_the_page_tells_every_method_at_every_level_and_the_errors() -> None:
    tables = page(back_test(published(), settings=QUICK))
    for title in ("within the 50% interval", "width of the 80%", "score at 95%", "weighted"):
        assert title in tables
    assert tables.count("| last value |") == tables.count("| Carewright |") == 12
    assert "2021/22" in tables


def test_the_tables_go_between_their_marks_and_leave_the_rest(tmp_path: Path) -> None:
    file = tmp_path / "use.md"
    marks = "<!-- x: written by carewright backtest -->", "<!-- end of x -->"
    file.write_text(f"Before\n{marks[0]}\nold\n{marks[1]}\nafter\n")
    put_into(file, "x", "new\n")
    assert file.read_text() == f"Before\n{marks[0]}\n\nnew\n\n{marks[1]}\nafter\n"


def test_a_page_without_marks_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "use.md"
    file.write_text("nothing")
    with pytest.raises(ValueError, match="has no lines"):
        put_into(file, "x", "new")


def test_a_folder_without_the_files_is_told_which(tmp_path: Path) -> None:
    said = carewright("backtest", "care-at-home", "--data", tmp_path)
    assert said.exit_code == 1
    assert "scotland_care_at_home_phs.csv.gz" in said.err
    with pytest.raises(UnreadableFile):
        read_files(tmp_path)


def test_drift_is_what_counts_gained_beyond_what_ages_would_have_brought() -> None:
    people = {year: np.array([1000.0 * 1.02 ** (year - 2011)]) for year in range(2011, 2016)}
    counts = {year: 50 * 1.005 ** (year - 2011) for year in range(2011, 2016)}
    found = drift_of(counts, people, np.array([0.05]))
    assert found == Drift(pytest.approx(np.log(1.005 / 1.02)), pytest.approx(0, abs=1e-9), 4)


def test_three_years_are_too_few_to_tell_a_drift() -> None:
    with pytest.raises(ValueError, match="at least 3"):
        drift_of({1: 1.0, 2: 2, 3: 3}, {y: np.ones(1) for y in (1, 2, 3)}, np.ones(1))


@pytest.mark.realdata
@pytest.mark.slow
def test_the_published_years_are_foretold_with_narrower_intervals_that_hold(
    real_data: Path,
) -> None:
    test = back_test(read_files(real_data))
    ours, *peers = (score(each, test.actual) for each in test.forecasts)
    assert ours.figures == 384
    for level in (80, 95):
        assert abs(100 * ours.levels[level].covered - level) < 5
        for peer in peers:
            assert ours.levels[level].width < peer.levels[level].width
            assert ours.levels[level].score < peer.levels[level].score
    last = [score(test.forecasts[1], test.actual, slice(at, at + 1)).error for at in range(3)]
    assert [f"{100 * error:.1f}" for error in last] == ["7.9", "13.0", "15.4"]
