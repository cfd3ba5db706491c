"""A file of 25 MB is sealed for a lot, and opened again: seconds and memory.

From disk to disk. Opening includes the digest of the sealed file, by which it is held against
the manifest, and of what came out, by which it is held against what went in. No peer: no other
program writes this format. The goal is 2 seconds for each, in memory that the size does not move.
"""

from __future__ import annotations

import importlib.metadata
from collections.abc import Mapping, Sequence
from typing import Any, Final

from bench import harness
from bench.harness import Case

CASES: Final = ("seal", "open")
GOAL_SECONDS: Final = 2.0


def main(given: Sequence[str] | None = None) -> int:
    """Measure, compare answers, print."""
    return harness.measure_and_print(__doc__ or "", measured, printed, given)


def measured(scale: float, runs: int, *, with_peers: bool) -> dict[str, Any]:
    """All figures; nothing is returned unless what opened is what was sealed."""
    del with_peers  # there is none
    cases = [Case(name, "bench.seal_cases", (name, "--scale", str(scale))) for name in CASES]
    found = harness.in_turn(cases, runs)
    sizes = harness.require_equal_answers(found)
    figures = {name: harness.medians(of).as_json() for name, of in found.items()}
    return {
        "name": "seal",
        **sizes,
        "cases": figures,
        "under_goal": all(of["seconds"] < GOAL_SECONDS for of in figures.values()),
        "machine": harness.machine(),
        "versions": {name: importlib.metadata.version(name) for name in ("pynacl", "pydantic")},
    }


def printed(figures: Mapping[str, Any]) -> str:
    """The figures as a person reads them."""
    plain = figures["plain_bytes"]
    rows = [
        (
            name,
            f"{of['seconds']:.3f}",
            f"{of['best_seconds']:.3f}",
            f"{plain / of['seconds'] / 1e6:,.0f}",
            f"{of['peak_mb']:.0f}",
        )
        for name, of in figures["cases"].items()
    ]
    heading = (
        f"A file of {plain / 1e6:,.0f} MB, sealed in {figures['sealed_bytes'] / 1e6:,.1f} MB.\n"
    )
    met = "met" if figures["under_goal"] else "NOT met"
    machine = " · ".join(f"{name} {value}" for name, value in figures["machine"].items())
    versions = " · ".join(f"{name} {value}" for name, value in figures["versions"].items())
    table = harness.table(heading, ("", "seconds", "best", "MB/s", "peak MB"), rows)
    goal = f"Goal, under {GOAL_SECONDS:.0f} seconds each: {met}."
    return "\n".join([table, goal, "", machine, versions])


if __name__ == "__main__":
    raise SystemExit(main())
