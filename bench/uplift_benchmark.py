"""A round of uplifts over 5,000 contracts and 40,000 price lines: the preview, to the penny.

The peer is the slow reference that tests hold the engine to: one line at a time, in `decimal`.
No time is printed unless both find the same price and effect for every line, and the same totals
by provider and by index. Neither is tuned: what matters is that they agree, and the goal.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from bench import harness
from bench.harness import Case
from bench.uplift_cases import CASES, CONTRACTS, LINES_EACH

OURS, PEER = CASES
GOAL: Final = 5.0  # seconds, at the size that is quoted


def main(given: Sequence[str] | None = None) -> int:
    """Measure, compare answers, print."""
    return harness.measure_and_print(__doc__ or "", measured, printed, given)


def measured(scale: float, runs: int, *, with_peers: bool) -> dict[str, Any]:
    """All figures; the peer runs once at least, as it says whether the answer is right."""
    arguments = ("--scale", str(scale))
    cases = {name: Case(name, "bench.uplift_cases", (name, *arguments)) for name in CASES}
    found = harness.in_turn([cases[OURS], *([cases[PEER]] if with_peers else [])], runs)
    found.setdefault(PEER, [])
    found[PEER] = found[PEER] or [harness.run_once(cases[PEER])]
    answer = harness.require_equal_answers(found)
    figures = {name: harness.medians(of) for name, of in found.items()}
    contracts = max(10, round(CONTRACTS * scale))
    return {
        "name": "uplift",
        "contracts": contracts,
        "price_lines": contracts * LINES_EACH,
        "answer": dict(answer),
        "cases": {name: of.as_json() for name, of in figures.items()},
        "ratio_to_peer": round(figures[PEER].seconds / figures[OURS].seconds, 1),
        "machine": harness.machine(),
    }


def printed(figures: Mapping[str, Any]) -> str:
    """The figures as a person reads them."""
    rows = [
        (
            name,
            f"{of['seconds']:.2f}",
            f"{of['best_seconds']:.2f}",
            f"{figures['price_lines'] / of['seconds']:,.0f}",
            f"{of['cpu_seconds']:.2f}",
            f"{of['peak_mb']:.0f}",
        )
        for name, of in figures["cases"].items()
    ]
    header = ("", "seconds", "best", "lines/s", "CPU s", "peak MB")
    answer = figures["answer"]
    heading = (
        f"Uplift preview: {figures['contracts']:,} contracts, {figures['price_lines']:,} price "
        f"lines, {answer['left_out']:,} left out. Goal: under {GOAL:.0f} seconds.\n"
    )
    same = (
        f"Both find the same price and effect for each of {answer['lines']:,} lines: "
        f"£{answer['pence_a_year'] / 100:,.2f} a year."
    )
    ratio = f"preview: {figures['ratio_to_peer']} times as fast as the reference in decimals"
    machine = " · ".join(f"{name} {value}" for name, value in figures["machine"].items())
    return "\n".join([harness.table(heading, header, rows), ratio, same, "", machine])


if __name__ == "__main__":
    raise SystemExit(main())
