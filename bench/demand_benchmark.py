"""Projection of need: people one by one beside neworder and vivarium, futures beside NumPy.

Each part measures, compares answers first, and prints its own table.
"""

from __future__ import annotations

import importlib.metadata
import sys
from collections.abc import Mapping, Sequence
from typing import Any, Final

from bench import cohort_benchmark, demand_people, harness, peers
from bench.harness import AnswersDiffer, CaseFailed

PARTS: Final = {"people": demand_people, "cohort": cohort_benchmark}
VERSIONS: Final = ("numpy", "numba")


def main(given: Sequence[str] | None = None) -> int:
    """Measure each part, print; 1 if answers differ or a claim does not hold."""
    asked = harness.arguments(__doc__ or "").parse_args(given)
    figures = {}
    try:
        for name, part in PARTS.items():
            figures[name] = part.measured(asked.scale, asked.runs, with_peers=asked.peers)
            print(part.printed(figures[name]))
    except (AnswersDiffer, CaseFailed) as stopped:
        print(stopped, file=sys.stderr)
        return 1
    machine = harness.machine()
    versions = {name: importlib.metadata.version(name) for name in VERSIONS}
    versions |= {
        name: version for name, version in peers.pinned().items() if name in demand_people.PEERS
    }
    for of in (machine, versions):
        print(" · ".join(f"{name} {value}" for name, value in of.items()))
    harness.write_json(asked.json, {**figures, "machine": machine, "versions": versions})
    broken = not_met(figures)
    print("\n".join(broken) or "Every claim is met.")
    return 1 if broken and asked.scale >= 1 else 0


def not_met(figures: Mapping[str, Any]) -> list[str]:
    """A sentence for each claim that does not hold, about the peers that were measured."""
    slow = [
        f"Not met: {name} {ratio} times NumPy, claimed {cohort_benchmark.GOAL:.0f}."
        for name, ratio in figures["cohort"]["ratio_to_peer"].items()
        if ratio < cohort_benchmark.GOAL
    ]
    return [*(f"Not met: {claim}." for claim in demand_people.failed(figures["people"])), *slow]


if __name__ == "__main__":
    sys.exit(main())
