"""A whole round of uplifts over 5,000 agreements and 40,000 price lines, at the database.

Previewed, read a second time, approved, applied and taken back by officers of a practice council,
under the role that web and worker have, row security included. No time is printed unless the
prices that stand afterwards are those of the slow reference in decimals, line by line. The run
fails where the preview takes 5 seconds or more, or applying it 10. There is no peer.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any, Final

from bench import harness, page_database
from bench.harness import CaseFailed

AGREEMENTS: Final = 5_000
LINES_EACH: Final = 8
GOALS: Final = {"preview": 5.0, "apply": 10.0}  # seconds, at the size that is quoted
#: Of the clock, which a busy machine stretches, and of the processors, which it does not.
WHOSE: Final = {"wall": "seconds", "web": "CPU of the web process", "database": "CPU of PostgreSQL"}


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
    return int(any(figures["seconds"][name]["wall"] >= most for name, most in GOALS.items()))


def measured(scale: float) -> dict[str, Any]:
    """Seconds of each step."""
    agreements = max(2, round(AGREEMENTS * scale))
    size = ("--agreements", str(agreements))
    print(f"filling a database with {agreements:,} agreements", file=sys.stderr)
    with page_database.made():
        with page_database.as_owner():
            harness.run_module("bench.uplift_round_rows", size)
        said = harness.run_module("bench.uplift_round_work", ())
    work: dict[str, Any] = json.loads(said.splitlines()[-1])
    if work["wrong"]:
        raise CaseFailed(f"{work['wrong']} prices are not those of the reference")
    return {"name": "uplift_round", "agreements": agreements, **work, "machine": harness.machine()}


def printed(figures: Mapping[str, Any]) -> str:
    """The figures as a person reads them."""
    rows = [
        (
            name,
            *(f"{took[whose]:.2f}" for whose in WHOSE),
            f"under {GOALS[name]:.0f}" if name in GOALS else "",
        )
        for name, took in figures["seconds"].items()
    ]
    heading = f"{figures['agreements']:,} agreements, {figures['lines']:,} price lines\n"
    same = f"Every one of {figures['lines']:,} new prices is that of the reference."
    machine = " · ".join(f"{name} {value}" for name, value in figures["machine"].items())
    table = harness.table(heading, ("step", *WHOSE.values(), "goal"), rows)
    return "\n".join([table, same, "", machine])


if __name__ == "__main__":
    raise SystemExit(main())
