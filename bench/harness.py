"""How a benchmark is run: fresh processes in turn, answers compared first, medians printed.

A benchmark module names its cases. Each run of a case is a new process that prints one line of
JSON; the cases take turns, so that a busy minute of the machine falls on all of them.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Protocol

ROOT: Final = Path(__file__).resolve().parent.parent
CACHE: Final = ROOT / "bench" / ".cache"

Answer = Mapping[str, Any]


class AnswersDiffer(Exception):
    """Two cases gave different answers to the same problem, so no time may be printed."""


class CaseFailed(Exception):
    """A case could not solve the problem at all."""


@dataclass(frozen=True, slots=True)
class Case:
    """One way to solve the problem: the module and arguments that solve it once."""

    name: str
    module: str
    arguments: tuple[str, ...]
    search_path: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """What one process reported."""

    answer: Answer
    seconds: float
    cpu_seconds: float
    peak_mb: float
    also: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Figures:
    """The medians of a case over its runs, and its best run: the least disturbed one."""

    seconds: float
    best_seconds: float
    cpu_seconds: float
    peak_mb: float
    runs: int
    also: Mapping[str, float]

    def as_json(self) -> dict[str, float]:
        """Flat, as the figures are stored."""
        return {
            "seconds": self.seconds,
            "best_seconds": self.best_seconds,
            "cpu_seconds": self.cpu_seconds,
            "peak_mb": self.peak_mb,
            "runs": self.runs,
            **self.also,
        }


def arguments(description: str) -> argparse.ArgumentParser:
    """The options that every benchmark has."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--scale", type=float, default=1.0, help="1 is the size that is quoted")
    parser.add_argument("--runs", type=int, default=5, help="runs of each case (default 5)")
    parser.add_argument("--peers", action="store_true", help="install and measure the peers")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    return parser


class Measured(Protocol):
    """A benchmark's own measuring: all figures, or AnswersDiffer or CaseFailed."""

    def __call__(self, scale: float, runs: int, *, with_peers: bool) -> dict[str, Any]: ...


def measure_and_print(
    description: str,
    measured: Measured,
    printed: Callable[[Mapping[str, Any]], str],
    given: Sequence[str] | None = None,
) -> int:
    """One benchmark from its arguments to its figures; 1 where no figure may be printed."""
    asked = arguments(description).parse_args(given)
    try:
        figures = measured(asked.scale, asked.runs, with_peers=asked.peers)
    except (AnswersDiffer, CaseFailed) as stopped:
        print(stopped, file=sys.stderr)
        return 1
    print(printed(figures))
    write_json(asked.json, figures)
    return 0


def report_run(work: Callable[[], Answer], also: Callable[[], Mapping[str, float]] = dict) -> None:
    """Solve the problem once, in this process, and print what it took as one line."""
    cpu_before, started = _cpu_seconds(), time.perf_counter()
    answer = work()
    seconds = time.perf_counter() - started
    spent = {"seconds": seconds, "cpu_seconds": _cpu_seconds() - cpu_before}
    print(json.dumps({"answer": answer, **spent, "peak_mb": peak_mb(), "also": also()}))


def peak_mb() -> float:
    """The most memory that this process has held.

    Not `ru_maxrss`: that keeps the size of the process that started this one.
    """
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def in_turn(cases: Sequence[Case], runs: int) -> dict[str, list[Run]]:
    """Every case once, then every case again, each time in a fresh process."""
    found: dict[str, list[Run]] = {case.name: [] for case in cases}
    for number in range(runs):
        for case in cases:
            print(f"  run {number + 1} of {runs}: {case.name}", file=sys.stderr, flush=True)
            found[case.name].append(run_once(case))
    return found


def run_once(case: Case) -> Run:
    """One run of one case; a case that fails stops the benchmark with its own words."""
    printed = run_module(case.module, case.arguments, case.search_path)
    return Run(**json.loads(printed.strip().splitlines()[-1]))


def run_module(module: str, given: Sequence[str], search_path: Sequence[Path] = ()) -> str:
    """Run a module in a fresh process, and what it printed."""
    path = os.pathsep.join(str(folder) for folder in (*search_path, ROOT / "src", ROOT))
    finished = subprocess.run(
        [sys.executable, "-m", module, *given],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": path},
        check=False,
    )
    if finished.returncode:
        raise CaseFailed(f"{module} {' '.join(given)} failed:\n{finished.stderr.strip()}")
    return finished.stdout


def require_equal_answers(found: Mapping[str, Sequence[Run]]) -> Answer:
    """The one answer that all runs of all cases gave."""
    answers = [(name, run.answer) for name, runs in found.items() for run in runs]
    first_name, first = answers[0]
    for name, answer in answers[1:]:
        if answer != first:
            raise AnswersDiffer(
                f"{name} and {first_name} differ; no time is printed.\n"
                f"{first_name}: {first}\n{name}: {answer}"
            )
    return first


def medians(runs: Sequence[Run]) -> Figures:
    """The middle of each figure over the runs of a case."""

    def middle(values: Sequence[float]) -> float:
        return round(statistics.median(values), 3)

    return Figures(
        seconds=middle([run.seconds for run in runs]),
        best_seconds=round(min(run.seconds for run in runs), 3),
        cpu_seconds=middle([run.cpu_seconds for run in runs]),
        peak_mb=middle([run.peak_mb for run in runs]),
        runs=len(runs),
        also={name: middle([run.also[name] for run in runs]) for name in runs[0].also},
    )


def machine() -> dict[str, Any]:
    """The machine as it is today: other work on it slows every figure down."""
    block = bytes(64 << 20)
    started = time.perf_counter()
    for _ in range(8):
        bytearray(block)
    copied = 8 * len(block) / (time.perf_counter() - started)
    return {
        "python": platform.python_version(),
        "system": platform.platform(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2),
        "memory_copy_gb_per_second": round(copied / 1e9, 1),
    }


def table(heading: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Figures in columns: names to the left, numbers to the right."""
    lines = [header, *rows]
    widths = [max(len(line[place]) for line in lines) for place in range(len(header))]
    printed = [
        "  ".join(
            cell.ljust(width) if place == 0 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    ]
    return "\n".join([heading, printed[0], "-" * len(printed[0]), *printed[1:], ""])


def write_json(file: Path | None, figures: Mapping[str, Any]) -> None:
    """Keep the figures where they were asked for."""
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(figures, indent=2) + "\n")


def _cpu_seconds() -> float:
    spent = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in spent)
