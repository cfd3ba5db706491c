"""Open contracting releases: compiled into records, and checked, beside the community's own tools.

Compiling is measured against ocdsmerge, the reference implementation, on the same releases: no
time is printed unless every compiled release is equal. The whole way of a file (read, hold to the
schema, check, compile, write) is measured against libcoveocds, which reads and checks with all its
checks and compiles nothing: no time is printed unless both find the same number of breaches of the
schema. libcoveocds is under the AGPL: it runs in a process of its own, and only with `--peers`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from bench import harness, peers
from bench.harness import Case
from bench.ocds_cases import OURS_COMPILE, OURS_WHOLE, PEER_COMPILE, PEER_WHOLE

COMPILED: Final = 5_000  # processes of four releases
WHOLE: Final = 500
GOALS: Final = {"compile": 4.0, "whole": 35.0}  # times the peer's releases a second


def main(given: Sequence[str] | None = None) -> int:
    """Measure, compare answers, print."""
    return harness.measure_and_print(__doc__ or "", measured, printed, given)


def measured(scale: float, runs: int, *, with_peers: bool) -> dict[str, Any]:
    """All figures; the reference implementation always runs, the reviewer's library if asked."""
    compiling, whole = max(10, round(COMPILED * scale)), max(10, round(WHOLE * scale))
    found = harness.in_turn([_case(name, compiling) for name in (OURS_COMPILE, PEER_COMPILE)], runs)
    answer = harness.require_equal_answers(found)
    why_not = "The reviewer's library is measured with --peers."
    cases = [_case(OURS_WHOLE, whole)]
    if with_peers:
        why_not = peers.install() or peers.missing("libcoveocds", "libcoveocds")
        cases += [] if why_not else [_case(PEER_WHOLE, whole)]
    checked = harness.in_turn(cases, runs)
    breaches = harness.require_equal_answers(checked)
    sizes = {OURS_COMPILE: compiling, PEER_COMPILE: compiling, OURS_WHOLE: whole, PEER_WHOLE: whole}
    figures = {
        name: harness.medians(of).as_json() | {"releases": 4 * sizes[name]}
        for name, of in (found | checked).items()
    }
    return {
        "name": "ocds",
        "answer": {**answer, "breaches": breaches["breaches"]},
        "cases": figures,
        "skipped": why_not,
        "ratios": _ratios(figures),
        "machine": harness.machine(),
    }


def _case(name: str, processes: int) -> Case:
    path = peers.search_path() if name == PEER_WHOLE else ()
    return Case(name, "bench.ocds_cases", (name, "--processes", str(processes)), path)


def _ratios(figures: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """How many times the peer's releases a second, where the peer was measured."""
    pairs = {"compile": (OURS_COMPILE, PEER_COMPILE), "whole": (OURS_WHOLE, PEER_WHOLE)}
    return {
        name: round(_rate(figures[ours]) / _rate(figures[peer]), 1)
        for name, (ours, peer) in pairs.items()
        if peer in figures
    }


def _rate(of: Mapping[str, float]) -> float:
    return of["releases"] / of["seconds"]


def printed(figures: Mapping[str, Any]) -> str:
    """The figures as a person reads them."""
    rows = [
        (
            name,
            f"{of['releases']:,}",
            f"{of['seconds']:.2f}",
            f"{_rate(of):,.0f}",
            f"{of['cpu_seconds']:.2f}",
            f"{of['peak_mb']:.0f}",
        )
        for name, of in figures["cases"].items()
    ]
    header = ("", "releases", "seconds", "releases/s", "CPU s", "peak MB")
    answer = figures["answer"]
    heading = "Open contracting releases: four to a process, from planning to contract.\n"
    same = (
        f"Every compiled release is equal ({answer['digest']}); "
        f"{answer['breaches']} breaches of the schema are found."
    )
    ratios = [
        f"{name}: {ratio} times the peer's releases a second (goal: {GOALS[name]:.0f})"
        for name, ratio in figures["ratios"].items()
    ]
    machine = " · ".join(f"{name} {value}" for name, value in figures["machine"].items())
    skipped = [figures["skipped"]] if figures["skipped"] else []
    table = harness.table(heading, header, rows)
    return "\n".join([table, *ratios, *skipped, same, "", machine])


if __name__ == "__main__":
    raise SystemExit(main())
