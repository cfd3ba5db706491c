"""Importing an activity file of a million rows and 40 columns: checked, and checked and loaded.

Validation is measured alone, beside pydantic (row by row) and pandera (over Polars), all of
which must find exactly the errors that were planted. Then the file is read, checked and loaded
into the PostgreSQL that DATABASE_URL names, beside the raw COPY of its bytes.
"""

from __future__ import annotations

import importlib.metadata
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from bench import activity_file, harness, peers
from bench.harness import Answer, AnswersDiffer, Case, Run

OURS: Final = "ours"
PEERS: Final = {"pydantic": "pydantic", "pandera": "pandera.polars"}  # name -> what it imports
LOADS: Final = ("load", "copy", "load_unlogged", "copy_unlogged")
NAMES: Final = {
    "ours": "Carewright",
    "pydantic": "pydantic, row by row",
    "pandera": "pandera over Polars",
    "parse": "bound: parsing alone (Polars)",
    "load": "Carewright, ordinary table",
    "copy": "bound: raw COPY, ordinary table",
    "load_unlogged": "Carewright, unlogged table",
    "copy_unlogged": "bound: raw COPY, unlogged table",
}


def main(given: Sequence[str] | None = None) -> int:
    """Measure, compare answers, print."""
    return harness.measure_and_print(__doc__ or "", measured, printed, given)


def measured(scale: float, runs: int, *, with_peers: bool) -> dict[str, Any]:
    """All figures; nothing is returned unless every answer is the planted truth."""
    file = _made(scale)
    present, skipped = _peers(with_peers)
    found = _in_turn([OURS, *present, "parse"], scale, runs)
    parsed = found.pop("parse")
    require_planted(harness.require_equal_answers(found), file)
    load, no_load = _load(file, scale, runs)
    return {
        "name": "import",
        "scale": scale,
        "rows": parsed[0].answer["rows"],
        "planted": sum(activity_file.planted(file).values()),
        "answers_equal": True,
        **_beside_peers(found),
        "bound": {"parse": harness.medians(parsed).as_json()},
        "load": load,
        "skipped": [*skipped, *no_load],
        "machine": harness.machine(),
        "versions": _versions(),
    }


def require_planted(answer: Answer, file: Path) -> None:
    """The errors found are those that were planted, rule by rule."""
    planted = activity_file.planted(file)
    if answer["broken"] != planted:
        raise AnswersDiffer(f"planted: {planted}\nfound: {answer['broken']}")


def _made(scale: float) -> Path:
    """The file, made in a process of its own so that its memory is no part of any figure."""
    file = activity_file.activity_file(scale)
    if not file.exists():
        print(f"making {file.name}", file=sys.stderr)
        harness.run_module("bench.activity_file", ("--scale", str(scale)))
    return file


def _peers(wanted: bool) -> tuple[list[str], list[str]]:
    """The peers that can be measured, and a sentence for each that cannot."""
    if not wanted:
        return [], ["pydantic and pandera skipped: ask for them with --peers"]
    failed = peers.install()
    reasons = {name: peers.missing(module, name) for name, module in PEERS.items()}
    skipped = [reason for reason in (failed, *reasons.values()) if reason]
    return [name for name, reason in reasons.items() if not reason], skipped


def _in_turn(names: Sequence[str], scale: float, runs: int) -> dict[str, list[Run]]:
    cases = [
        Case(
            name=name,
            module="bench.import_cases",
            arguments=(name, "--scale", str(scale)),
            search_path=peers.search_path() if name in PEERS else (),
        )
        for name in names
    ]
    return harness.in_turn(cases, runs)


def _beside_peers(found: Mapping[str, Sequence[Run]]) -> dict[str, Any]:
    """Ours, the peers, and how many times the rows a second of each ours has."""
    figures = {name: harness.medians(runs) for name, runs in found.items()}
    ours = figures[OURS]
    others = {name: of for name, of in figures.items() if name != OURS}
    ratios = {name: round(of.seconds / ours.seconds, 1) for name, of in others.items()}
    cpu_ratios = {name: round(of.cpu_seconds / ours.cpu_seconds, 1) for name, of in others.items()}
    return {
        "ours": ours.as_json(),
        "peers": {name: of.as_json() for name, of in others.items()},
        "ratio_to_peers": ratios,
        "cpu_ratio_to_peers": cpu_ratios,
        "ratio_to_best_peer": min(ratios.values(), default=None),
    }


def _load(file: Path, scale: float, runs: int) -> tuple[dict[str, Any], list[str]]:
    """Read, checked and loaded beside the raw COPY; or a sentence why not."""
    if not os.environ.get("DATABASE_URL"):
        return {}, ["loading skipped: DATABASE_URL names no PostgreSQL"]
    from bench import import_load

    try:
        found = _in_turn(LOADS, scale, runs)
    finally:
        import_load.drop_schema()
    ours = {name: runs for name, runs in found.items() if name.startswith("load")}
    require_planted(harness.require_equal_answers(ours), file)
    harness.require_equal_answers({name: of for name, of in found.items() if name not in ours})
    figures = {name: harness.medians(of) for name, of in found.items()}
    return {
        **{name: of.as_json() for name, of in figures.items()},
        "share_of_bound": round(figures["copy"].seconds / figures["load"].seconds, 2),
        "share_of_bound_unlogged": round(
            figures["copy_unlogged"].seconds / figures["load_unlogged"].seconds, 2
        ),
    }, []


def _versions() -> dict[str, str]:
    pinned = {name: version for name, version in peers.pinned().items() if name in PEERS}
    ours = {name: importlib.metadata.version(name) for name in ("polars", "numpy", "psycopg")}
    return {**ours, **pinned}


def printed(figures: Mapping[str, Any]) -> str:
    """The figures as a person reads them."""
    rows = figures["rows"]
    checked = {OURS: figures["ours"], **figures["peers"], **figures["bound"]}
    loaded = {name: figures["load"][name] for name in LOADS if name in figures["load"]}
    lines = [
        f"Import: {rows:,} rows of 40 columns, 33 rules; all {figures['planted']:,} planted "
        f"errors found, by everyone alike.",
        "",
        _table("Read and checked", checked, rows),
        *(
            f"{ratio:.1f} times the rows a second of {name} "
            f"({figures['cpu_ratio_to_peers'][name]:.1f} times for each second of CPU)"
            for name, ratio in figures["ratio_to_peers"].items()
        ),
    ]
    if loaded:
        load = figures["load"]
        lines += [
            "",
            _table("Read, checked and loaded into PostgreSQL", loaded, rows),
            f"{load['share_of_bound']:.0%} of the raw COPY's speed into an ordinary table, "
            f"{load['share_of_bound_unlogged']:.0%} into an unlogged one.",
        ]
    machine = " · ".join(f"{name} {value}" for name, value in figures["machine"].items())
    versions = " · ".join(f"{name} {value}" for name, value in figures["versions"].items())
    return "\n".join([*lines, *figures["skipped"], "", machine, versions])


def _table(heading: str, figures: Mapping[str, Mapping[str, float]], rows: int) -> str:
    header = ("", "seconds", "best", "rows/s", "CPU s", "server CPU s", "peak MB")
    lines = [
        (
            NAMES[name],
            f"{of['seconds']:.2f}",
            f"{of['best_seconds']:.2f}",
            f"{rows / of['seconds']:,.0f}",
            f"{of['cpu_seconds']:.2f}",
            f"{of['server_cpu_seconds']:.2f}" if "server_cpu_seconds" in of else "",
            f"{of['peak_mb']:.0f}",
        )
        for name, of in figures.items()
    ]
    return harness.table(heading, header, lines)


if __name__ == "__main__":
    sys.exit(main())
