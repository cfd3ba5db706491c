"""A council's register of 100,000 rows: given, read, taken in, settled, placed and taken back.

Each step runs in a process of its own, as the worker's or a request's, under the role that web and
worker have, row security included. The most memory of each is measured, the reader's apart from
whoever started it. Nothing is printed unless every row that was planted is found as it was planted
and none is lost. The run fails where a process holds more than its bound. There is no peer.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from bench import harness, page_database, register_import_rows
from bench.harness import CACHE, CaseFailed

ROWS: Final = 100_000
STEPS: Final = ("give", "read", "take in", "look", "settle", "place", "look again", "take back")
#: What no process may hold, whatever the file: the reader has 2 GB before it is ended.
MOST_MB: Final = 1_000.0
#: Steps that a request waits for, and how long it may; the others are background work.
REQUESTS: Final = {"give": 5.0, "look": 2.0, "settle": 10.0, "look again": 2.0}


def main(given: Sequence[str] | None = None) -> int:
    """Measure and print; 1 where a bound is broken."""
    asked = harness.arguments(__doc__ or "").parse_args(given)
    try:
        figures = measured(asked.scale)
    except CaseFailed as stopped:
        print(stopped, file=sys.stderr)
        return 1
    print(printed(figures))
    harness.write_json(asked.json, figures)
    return int(bool(broken(figures["steps"])))


def measured(scale: float) -> dict[str, Any]:
    """Seconds and memory of each step."""
    rows = max(1_000, round(ROWS * scale))
    file = CACHE / f"register-{rows}.csv"
    planted = register_import_rows.write(file, rows)
    with page_database.made():
        with page_database.as_owner():
            harness.run_module("bench.register_import_rows", ())
        steps = {step: _step(step, file) for step in STEPS}
    if (found := steps["look"]["answer"]) != planted:
        raise CaseFailed(f"planted: {planted}\nfound: {found}")
    return {
        "name": "register_import", "rows": rows, "megabytes": round(file.stat().st_size / 1e6, 1),
        "planted": planted, "steps": steps, "machine": harness.machine(),
    }  # fmt: skip


def _step(step: str, file: Path) -> dict[str, Any]:
    print(f"  {step}", file=sys.stderr, flush=True)
    said = harness.run_module("bench.register_import_work", (step, str(file)))
    done: dict[str, Any] = json.loads(said.splitlines()[-1])
    return done


def broken(steps: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """What holds more memory than it may, or lets a request wait too long."""
    heavy = [f"{name}: {of['peak_mb']:.0f} MB" for name, of in steps.items()
             if of["peak_mb"] > MOST_MB]  # fmt: skip
    slow = [f"{name}: {steps[name]['seconds']:.1f} s" for name, most in REQUESTS.items()
            if steps[name]["seconds"] > most]  # fmt: skip
    return heavy + slow


def printed(figures: Mapping[str, Any]) -> str:
    """The figures as a person reads them."""
    rows = [
        (name, "a request" if name in REQUESTS else "the worker", f"{of['seconds']:.1f}",
         f"{of['peak_mb']:.0f}")
        for name, of in figures["steps"].items()
    ]  # fmt: skip
    heading = f"{figures['rows']:,} rows, {figures['megabytes']} MB; none is lost\n"
    table = harness.table(heading, ("step", "done by", "seconds", "peak MB"), rows)
    told = [f"Over its bound: {each}" for each in broken(figures["steps"])]
    machine = " · ".join(f"{name} {value}" for name, value in figures["machine"].items())
    return "\n".join([table, *told, "", machine])


if __name__ == "__main__":
    raise SystemExit(main())
