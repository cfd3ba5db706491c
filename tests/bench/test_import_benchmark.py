"""The import benchmark at a small size: everyone finds what was planted, or no time is printed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import polars as pl
import pytest
from bench.import_peers import pydantic_by_row
from psycopg import sql

from bench import activity_file, harness, import_benchmark, import_load, peers
from carewright_engine.tables.checks import check
from carewright_engine.tables.slices import SlicedFile
from carewright_engine.tables.streaming import MISFIT, Streamed, stream
from carewright_engine.tables.visit_schema import COLUMNS, RULES

ROWS = 20_000
PLANTS = {
    "event_start": ("date", "2024-02-30"),
    "event_end": ("date", "soon"),
    "review_date": ("date", "01/04/2024"),
    "date_of_birth": ("date", "31/02/1950"),
    "age": ("range", "17"),
    "cost": ("range", "-0.01"),
    "hours": ("range", "169"),
    "units": ("range", "0"),
    "person_id": ("form", "P123"),
    "council_code": ("form", "S12000036"),
    "currency": ("code", "EUR"),
}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("activity") / "activity.csv"
    activity_file.make(made, ROWS)
    return made


def streamed(file: Path) -> Streamed:
    with file.open("rb") as rows:
        return stream(SlicedFile(rows), RULES, lambda _: None)


def test_the_schema_has_forty_columns_and_thirty_three_rules() -> None:
    assert len(set(COLUMNS)) == 40
    assert len({rule.code for rule in RULES}) == 33


def test_every_planted_error_is_found_and_nothing_else(file: Path) -> None:
    found = dict(streamed(file).counts)
    assert found.pop(MISFIT) == 0
    assert found == activity_file.planted(file)
    assert sum(found.values()) > 200


@pytest.mark.slow
def test_the_instance_that_is_quoted_has_13195_errors_and_all_are_found(tmp_path: Path) -> None:
    made = tmp_path / "activity.csv"
    activity_file.make(made, activity_file.ROWS)
    found = dict(streamed(made).counts)
    del found[MISFIT]
    assert found == activity_file.planted(made)
    assert sum(found.values()) == 13_195


@pytest.mark.parametrize("rule", RULES[:20], ids=lambda rule: rule.code)
def test_each_code_list_refuses_a_code_from_no_list(file: Path, rule: object) -> None:
    column = getattr(rule, "column", "")
    assert broken_after(file, column, "ZZZ") == {f"{column}:code"}


@pytest.mark.parametrize("column", PLANTS)
def test_each_other_rule_finds_a_value_that_breaks_it(file: Path, column: str) -> None:
    kind, value = PLANTS[column]
    assert broken_after(file, column, value) == {f"{column}:{kind}"}


def test_a_reference_given_twice_and_an_end_before_its_start_are_found(file: Path) -> None:
    assert broken_after(file, "visit_ref", "R00000000", row=1) == {"visit_ref:unique"}
    assert broken_after(file, "event_end", "2001-01-01") == {"event_end:order"}


def broken_after(file: Path, column: str, value: str, *, row: int = 0) -> set[str]:
    """The rules that two rows without faults break once one value is changed."""
    frame = pl.read_csv(file, infer_schema=False, n_rows=200)
    frame = frame.filter(check(frame, RULES).clean).head(2)
    cells = frame[column].to_list()
    cells[row] = value
    if column == "visit_ref":
        cells[0] = value
    changed = check(frame.with_columns(pl.Series(column, cells)), RULES)
    return {code for code, count in changed.counts.items() if count}


def test_pydantic_finds_the_same(file: Path) -> None:
    found = streamed(file)
    theirs = pydantic_by_row(file)
    assert theirs["broken"] == activity_file.planted(file)
    assert theirs["refused"] == found.rows_refused


def test_a_load_leaves_the_rows_that_passed_whatever_the_order_of_columns(
    file: Path, tmp_path: Path
) -> None:
    if not os.environ.get("DATABASE_URL"):
        pytest.skip("set DATABASE_URL to a PostgreSQL to run this test")
    frame = pl.read_csv(file, infer_schema=False)
    turned = tmp_path / "turned.csv"
    frame.select(reversed(COLUMNS)).write_csv(turned)
    with import_load.target(logged=True, typed=True) as table:
        found = import_load.checked_into(table, turned)
        query = sql.SQL("SELECT count(*), sum(units), min(event_start)::text FROM {}")
        counted = table.connection.execute(query.format(table.name)).fetchone()
    import_load.drop_schema()
    kept = frame.filter(check(frame, RULES).clean)
    assert found.rows_kept == kept.height
    assert counted == (
        kept.height,
        kept["units"].cast(pl.Int64).sum(),
        kept["event_start"].min(),
    )


def test_what_was_not_measured_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    kept = tmp_path / "figures.json"
    given = ["--scale", "0.002", "--runs", "1", "--json", str(kept)]
    assert import_benchmark.main(given) == 0
    printed = capsys.readouterr().out
    assert "pydantic and pandera skipped" in printed
    assert "loading skipped" in printed
    figures = json.loads(kept.read_text())
    assert figures["answers_equal"] is True
    assert figures["ours"]["seconds"] > 0
    assert figures["ratio_to_best_peer"] is None


def test_no_time_is_printed_when_answers_differ(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = {rule.code: 1 for rule in RULES}
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setattr(activity_file, "planted", lambda _: wrong)
    assert import_benchmark.main(["--scale", "0.002", "--runs", "1"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "planted" in told.err


def test_two_answers_that_differ_are_named() -> None:
    def run(rows: int) -> harness.Run:
        return harness.Run({"rows": rows}, seconds=1.0, cpu_seconds=1.0, peak_mb=1.0)

    with pytest.raises(harness.AnswersDiffer, match="peer and ours differ"):
        harness.require_equal_answers({"ours": [run(1)], "peer": [run(2)]})


def test_a_peer_of_another_version_is_skipped_with_the_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(peers, "pinned", lambda: {"pydantic": "0.0.1"})
    assert "pydantic 0.0.1 skipped" in peers.missing("pydantic", "pydantic")
