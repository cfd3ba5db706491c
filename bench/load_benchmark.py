"""Fifty users at once on a hundred thousand people, five thousand providers, a million rows.

A throw-away database is filled with the large practice data. The web processes run as `./run`
starts them: gunicorn, two processes of four threads, row-level security on, beside PostgreSQL and
the users themselves on the same machine. Each user signs in as a practice person of some role,
goes where that role may go, asks lists, opens records with a stated purpose, and reads for one to
three seconds between two clicks. Reported are the times as users see them, and the queries.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from bench import harness, load_users, page_database
from bench.harness import CaseFailed
from bench.load_users import Answered
from bench.page_server import serving

SETTINGS: Final = "bench.load_settings"
SLOWEST: Final = 400.0
SLOWEST_SEARCH: Final = 300.0  # of one person alone
MOST_QUERIES: Final = 40


def main(given: Sequence[str] | None = None) -> int:
    """Fill, load, print; 1 if a claim does not hold."""
    asked = _arguments().parse_args(given)
    try:
        figures = measured(asked.scale, asked.users, asked.warming, asked.seconds)
    except CaseFailed as stopped:
        print(stopped, file=sys.stderr)
        return 1
    print(printed(figures))
    harness.write_json(asked.json, figures)
    return 0 if figures["holds"] else 1


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", type=float, default=1.0, help="1 is the size that is quoted")
    parser.add_argument("--users", type=int, default=50, help="users at once (default 50)")
    parser.add_argument("--warming", type=float, default=20.0, help="seconds that do not count")
    parser.add_argument("--seconds", type=float, default=60.0, help="seconds that count")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    return parser


def measured(scale: float, users: int, warming: float, seconds: float) -> dict[str, Any]:
    """All figures of one run."""
    with page_database.made():
        held = _filled(scale)
        before = os.getloadavg()[0]
        with serving("threads", settings=SETTINGS) as web:
            searched = load_users.searching(web.port)
            answered, thrown_out = load_users.at_work(
                web.port, users, warming=warming, seconds=seconds
            )
        after = os.getloadavg()[0]
    return {
        "name": "load", "users": users, "seconds": seconds, "held": held,
        "thrown_out": thrown_out, **summary(answered, thrown_out, searched),
        "load_before": round(before, 2), "load_after": round(after, 2),
        "machine": harness.machine(),
    }  # fmt: skip


def _filled(scale: float) -> dict[str, Any]:
    """Fills as the owner of the tables; the web processes are not their owner."""
    with page_database.as_owner():
        told = harness.run_module("bench.load_rows", ("--scale", str(scale)))
    held: dict[str, Any] = json.loads(told.splitlines()[-1])
    return held


def summary(
    answered: Sequence[Answered], thrown_out: Sequence[str], searched: Sequence[Answered]
) -> dict[str, Any]:
    """Times, queries and errors, of all and of each page; a run without answers holds nothing."""
    by_page: dict[str, list[Answered]] = defaultdict(list)
    for each in answered:
        by_page[each.page].append(each)
    everything, search = _figures(answered), _figures(searched)
    pages = {page: _figures(each) for page, each in sorted(by_page.items())}
    holds = (
        bool(answered)
        and not thrown_out
        and everything["p95_ms"] < SLOWEST
        and everything["most_queries"] <= MOST_QUERIES
        and not everything["errors"]
        and bool(searched)
        and search["p95_ms"] < SLOWEST_SEARCH
        and not search["errors"]
    )
    return {"all": everything, "pages": pages, "search": search, "holds": holds}


def _figures(answered: Sequence[Answered]) -> dict[str, float]:
    times = sorted(each.milliseconds for each in answered)
    return {
        "requests": len(times),
        "median_ms": _at(times, 0.5),
        "p95_ms": _at(times, 0.95),
        "longest_ms": _at(times, 1.0),
        "most_queries": max((each.queries for each in answered), default=0),
        "errors": sum(each.status >= 400 for each in answered),
    }


def _at(times: Sequence[float], share: float) -> float:
    """The time within which that share of the requests was answered."""
    if not times:
        return 0.0
    return round(times[min(len(times) - 1, int(share * len(times)))], 1)


def printed(figures: Mapping[str, Any]) -> str:
    """The figures as a person reads them."""
    held = figures["held"]
    lines = [
        f"{figures['users']} users for {figures['seconds']:.0f} seconds on {held['people']:,} "
        f"people, {held['providers']:,} providers, {held['activity']:,} rows of activity "
        f"(filled in {held['seconds']:.0f} seconds).",
        "",
        harness.table("", HEADER, [_line(*each) for each in figures["pages"].items()]),
        harness.table("", HEADER, [_line("all pages", figures["all"])]),
        *(f"Thrown out: {each}" for each in figures["thrown_out"]),
        f"95th percentile {figures['all']['p95_ms']:.0f} ms (claim: under {SLOWEST:.0f}), at most "
        f"{figures['all']['most_queries']} queries (claim: {MOST_QUERIES}), "
        f"{figures['all']['errors']} errors. Load average {figures['load_before']} before, "
        f"{figures['load_after']} after.",
        f"One person searching alone: 95th percentile {figures['search']['p95_ms']:.0f} ms (claim: "
        f"under {SLOWEST_SEARCH:.0f}) of {figures['search']['requests']} searches, "
        f"{figures['search']['errors']} errors.",
        " · ".join(f"{name} {value}" for name, value in figures["machine"].items()),
    ]
    return "\n".join(lines)


HEADER: Final = ("page", "requests", "median ms", "p95 ms", "longest ms", "queries", "errors")


def _line(page: str, of: Mapping[str, float]) -> tuple[str, ...]:
    return (
        page, f"{of['requests']:,}", f"{of['median_ms']:.0f}", f"{of['p95_ms']:.0f}",
        f"{of['longest_ms']:.0f}", str(of["most_queries"]), str(of["errors"]),
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
