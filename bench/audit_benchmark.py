"""Writing the record with 50 writers at once: sealed, as plain rows, and as one chain of hashes.

Ours is `platform.audit.record` in a transaction of its own for each event, while another process
seals all the time (an installation seals once a minute). "Plain rows" inserts the same events into
a table with the same columns and indexes, without leaf, salt or seal: the least that any record
costs. "One chain" is what is usually built to show tampering: each event holds the hash of the one
before, so each writer locks the end of the chain until it has committed. All three stand in the
same process form, on the same connections, over the same events; no time is printed unless each
wrote every event, and ours was sealed whole.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any, Final

from bench import harness, page_database
from bench.harness import AnswersDiffer, Case, CaseFailed, Run

WRITERS: Final = 50
EVENTS: Final = 5_000
NAMES: Final = {"ours": "Carewright, sealed", "plain": "plain rows", "chain": "one chain of hashes"}
#: Ours may cost at most so many times the plain rows.
MOST_TIMES_PLAIN: Final = 2.0


def main(given: Sequence[str] | None = None) -> int:
    """Measure, look over what was sealed, print; 1 if the claim does not hold."""
    asked = harness.arguments(__doc__ or "").parse_args(given)
    try:
        figures = measured(asked.scale, asked.runs)
    except (AnswersDiffer, CaseFailed) as stopped:
        print(stopped, file=sys.stderr)
        return 1
    print(printed(figures))
    harness.write_json(asked.json, figures)
    return 0 if holds(figures) else 1


def holds(figures: Mapping[str, Any]) -> bool:
    """Whether ours costs no more than is claimed, beside plain rows."""
    return bool(figures["times_plain"] >= 1 / MOST_TIMES_PLAIN)


def measured(scale: float, runs: int) -> dict[str, Any]:
    """All figures; nothing is returned unless every event was written, and ours sealed."""
    each = max(1, round(EVENTS * scale / WRITERS))
    arguments = ("--writers", str(WRITERS), "--each", str(each))
    cases = [Case(NAMES[name], "bench.audit_cases", (name, *arguments)) for name in NAMES]
    with page_database.made():
        as_owner("prepare")
        found = harness.in_turn(cases, runs)
        harness.require_equal_answers(found)
        sealed = json.loads(as_owner("verify").splitlines()[-1])
    _require_sealed(sealed, each * WRITERS * runs)
    return {
        "name": "audit",
        "writers": WRITERS,
        "events": each * WRITERS,
        "sealed": sealed,
        "each": {name: harness.medians(found[NAMES[name]]).as_json() for name in NAMES},
        **_ratios(found),
        "machine": harness.machine(),
    }


def as_owner(what: str) -> str:
    """Runs a part of the benchmark as the owner of the tables."""
    mark = page_database.OWNER_MARK
    os.environ[mark] = "1"
    try:
        return harness.run_module("bench.audit_cases", (what,))
    finally:
        del os.environ[mark]


def _require_sealed(sealed: Mapping[str, Any], events: int) -> None:
    if sealed != {"whole": True, "sealed": events, "unsealed": 0}:
        raise CaseFailed(f"Of {events} events this was sealed: {sealed}")


def _ratios(found: Mapping[str, Sequence[Run]]) -> dict[str, Any]:
    """Our events a second over theirs, turn by turn, as turns share the state of the machine."""
    ratios: dict[str, Any] = {}
    for name in ("plain", "chain"):
        turns = zip(found[NAMES["ours"]], found[NAMES[name]], strict=True)
        by_turn = sorted(theirs.seconds / ours.seconds for ours, theirs in turns)
        ratios[f"times_{name}"] = round(by_turn[len(by_turn) // 2], 2)
        ratios[f"times_{name}_by_turn"] = [round(ratio, 2) for ratio in by_turn]
    return ratios


def printed(figures: Mapping[str, Any]) -> str:
    """The figures as a person reads them."""
    header = ("", "events/s", "p50 ms", "p99 ms", "CPU s")
    lines = [
        (
            NAMES[name],
            f"{figures['events'] / of['seconds']:,.0f}",
            f"{of['p50_ms']:.0f}",
            f"{of['p99_ms']:.0f}",
            f"{of['cpu_seconds']:.1f}",
        )
        for name, of in figures["each"].items()
    ]
    heading = f"{figures['events']:,} events by {figures['writers']} writers at once"
    machine = " · ".join(f"{name} {value}" for name, value in figures["machine"].items())
    return "\n".join(
        [
            harness.table(heading, header, lines),
            f"Ours writes {figures['times_plain']:.2f} times as fast as plain rows (at least "
            f"{1 / MOST_TIMES_PLAIN:.2f} is asked) and {figures['times_chain']:.1f} times as fast "
            "as one chain.",
            f"Turn by turn: {figures['times_plain_by_turn']} and {figures['times_chain_by_turn']}.",
            f"All {figures['sealed']['sealed']:,} events were sealed while being written, and the "
            "record is whole.",
            "",
            machine,
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
