"""Futures of 32 councils over 25 years: the compiled cohort model beside the same in NumPy.

1,000 draws of people by sex and single year of age, added up to age bands. The peer is what one
writes in NumPy, every draw and council at once; it is part of NumPy, so nothing is installed for
it. No time is printed unless the answers agree to a ten-millionth, and one thread and two give
the same bits. Drawing the random numbers is outside the clock: it is the same for all.
"""

from __future__ import annotations

import importlib.metadata
from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np

from bench import harness
from bench.cohort_cases import AREAS, CASES, DRAWS, YEARS, digest, file_of
from bench.harness import AnswersDiffer, Case

ONE, TWO, PEER = CASES
CLOSE: Final = 1e-7
GOAL: Final = 10.0  # times as fast as NumPy, on one thread
CELLS_A_YEAR: Final = 182  # two sexes by 91 ages


def main(given: Sequence[str] | None = None) -> int:
    """Measure, compare answers, print."""
    return harness.measure_and_print(__doc__ or "", measured, printed, given)


def measured(scale: float, runs: int, *, with_peers: bool) -> dict[str, Any]:
    """All figures; nothing is returned unless every case found the same people."""
    names = CASES if with_peers else (ONE, TWO)
    cases = [Case(name, "bench.cohort_cases", (name, "--scale", str(scale))) for name in names]
    found = harness.in_turn(cases, runs)
    harness.require_equal_answers(found)
    off = _require_the_same_people(with_peers)
    figures = {name: harness.medians(of) for name, of in found.items()}
    draws = max(10, round(DRAWS * scale))
    return {
        "name": "cohort",
        "draws": draws,
        "areas": AREAS,
        "years": YEARS,
        "cell_years": draws * AREAS * YEARS * CELLS_A_YEAR,
        "largest_difference": off,
        "cases": {name: of.as_json() for name, of in figures.items()},
        "ratio_to_peer": _ratios(figures) if with_peers else {},
        "machine": harness.machine(),
        "versions": {name: importlib.metadata.version(name) for name in ("numpy", "numba")},
    }


def _require_the_same_people(with_peers: bool) -> float:
    """The largest relative difference to the peer; raises AnswersDiffer."""
    one, two = np.load(file_of(ONE)), np.load(file_of(TWO))
    if digest(one) != digest(two):
        raise AnswersDiffer("One thread and two give different bits; no time is printed.")
    if not with_peers:
        return 0.0
    off = float(np.abs(np.load(file_of(PEER)) / one - 1).max())
    if not off < CLOSE:
        raise AnswersDiffer(f"NumPy differs by {off:.1e}; no time is printed.")
    return off


def _ratios(figures: Mapping[str, harness.Figures]) -> dict[str, float]:
    peer = figures[PEER]
    return {name: round(peer.seconds / figures[name].seconds, 1) for name in (ONE, TWO)}


def printed(figures: Mapping[str, Any]) -> str:
    """The figures as a person reads them."""
    cells = figures["cell_years"]
    rows = [
        (
            name,
            f"{of['seconds']:.2f}",
            f"{of['best_seconds']:.2f}",
            f"{cells / of['seconds'] / 1e6:,.0f}",
            f"{of['cpu_seconds']:.2f}",
            f"{of['peak_mb']:.0f}",
        )
        for name, of in figures["cases"].items()
    ]
    header = ("", "seconds", "best", "million cells/s", "CPU s", "peak MB")
    heading = (
        f"Cohort model: {figures['draws']:,} draws of {figures['areas']} councils over "
        f"{figures['years']} years, {cells / 1e6:,.0f} million cells of sex and age.\n"
    )
    ratios = [
        f"{name}: {ratio:.1f} times as fast as NumPy (goal on one thread: {GOAL:.0f})"
        for name, ratio in figures["ratio_to_peer"].items()
    ]
    same = f"One thread and two: the same bits. Beside NumPy: {figures['largest_difference']:.0e}."
    skipped = [] if ratios else ["NumPy skipped: ask for it with --peers"]
    machine = " · ".join(f"{name} {value}" for name, value in figures["machine"].items())
    versions = " · ".join(f"{name} {value}" for name, value in figures["versions"].items())
    table = harness.table(heading, header, rows)
    return "\n".join([table, *ratios, *skipped, same, "", machine, versions])


if __name__ == "__main__":
    raise SystemExit(main())
