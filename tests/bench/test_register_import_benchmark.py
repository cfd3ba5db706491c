"""The register that is measured holds what it says; what is over its bound is told."""

from __future__ import annotations

from pathlib import Path

from bench.register_import_benchmark import STEPS, broken, printed

from bench import register_import_rows
from carewright_engine.tables.kinds import read_published


def test_every_fault_that_was_planted_is_found_by_the_reader(tmp_path: Path) -> None:
    file = tmp_path / "contracts.csv"
    planted = register_import_rows.write(file, 600)
    found = read_published(file, kind="contract_register")
    assert (found.rows_read, found.rows_refused) == (planted["read"], planted["refused"])
    assert found.rows_doubtful == planted["doubtful"] == 12


def test_what_holds_more_memory_or_time_than_it_may_is_named() -> None:
    steps = {name: {"seconds": 1.0, "peak_mb": 200.0} for name in STEPS}
    assert broken(steps) == []
    steps["read"] = {"seconds": 100.0, "peak_mb": 1_500.0}
    steps["settle"] = {"seconds": 11.0, "peak_mb": 200.0}
    assert broken(steps) == ["read: 1500 MB", "settle: 11.0 s"]
    told = printed({"rows": 100_000, "megabytes": 34.0, "steps": steps, "machine": {"cores": 2}})
    assert "100,000 rows, 34.0 MB; none is lost" in told
    assert "Over its bound: settle: 11.0 s" in told
