"""The register of 100,000 agreements: every order and filter of the list, page after page.

The page /contract/ behind gunicorn on two workers, asked by one officer in turn, as the product
serves it: session, row-level security and template included. No time is printed where a page
makes more than 12 queries; the run fails where the 95th percentile of all is 300 ms or more.
There is no peer: the list is `carewright.ui.lists`, which `./run bench page` sets beside Django's.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Sequence
from http.client import HTTPConnection
from typing import Any, Final

from bench import harness, page_database, page_load, register_rows
from bench.harness import CaseFailed
from bench.page_server import serving

PAGE: Final = "/contract/"
SETTINGS: Final = "carewright.config.settings"
MOST_QUERIES: Final = 12
MOST_MS: Final = 300.0
REQUESTS: Final = 20  # of each question
QUESTIONS: Final = {
    "as it opens": "",
    "page 150": "page=150",
    "by reference": "sort=reference",
    "by provider": "sort=provider",
    "by value, largest first": "sort=-value",
    "by last day": "sort=ends",
    "live ones": "state=live",
    "block contracts by value": "kind=block&sort=-value",
    "words that few have": "q=respite+4711",
    "words that many have": "q=care",
    "ending by a day": "until=31+3+2027",
}


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
    return int(figures["p95_ms"] >= MOST_MS)


def measured(scale: float) -> dict[str, Any]:
    """All figures, in milliseconds of the clock for a whole request."""
    rows = round(register_rows.ROWS * scale)
    print(f"filling a database with {rows:,} agreements", file=sys.stderr)
    with page_database.made():
        with page_database.as_owner():
            said = harness.run_module("bench.register_rows", ("--rows", str(rows)))
        cookies = f"carewright_session={json.loads(said.splitlines()[-1])['session']}"
        queries = _queries(cookies)
        with serving("threads", settings=SETTINGS) as web:
            _, cookies = page_load.first_page(web.port, PAGE, cookies)
            each = {name: _asked(web.port, q, cookies) for name, q in QUESTIONS.items()}
    every = sorted(ms for times in each.values() for ms in times)
    return {
        "name": "register", "rows": rows, "requests": len(every), "queries": queries,
        "p95_ms": _percentile(every), "median_ms": round(statistics.median(every), 1),
        "each_p95_ms": {name: _percentile(sorted(times)) for name, times in each.items()},
        "machine": harness.machine(),
    }  # fmt: skip


def printed(figures: dict[str, Any]) -> str:
    """The figures as a table."""
    lines = [f"{'question':28}{'queries':>9}{'95th percentile':>18}"]
    for name, ms in figures["each_p95_ms"].items():
        lines.append(f"{name:28}{figures['queries'][name]:>9}{ms:>15.0f} ms")
    lines.append(
        f"\n{figures['rows']:,} agreements, {figures['requests']} requests: "
        f"median {figures['median_ms']:.0f} ms, 95th percentile {figures['p95_ms']:.0f} ms"
    )
    return "\n".join(lines)


def _queries(cookies: str) -> dict[str, int]:
    """Queries of a whole request, by question; more than may be made is no page worth a time."""
    printed_line = harness.run_module("bench.register_cases", ("--cookies", cookies))
    counted: dict[str, int] = json.loads(printed_line.splitlines()[-1])
    if max(counted.values()) > MOST_QUERIES:
        raise CaseFailed(f"The list makes {counted} queries; at most {MOST_QUERIES} are allowed")
    return counted


def _asked(port: int, question: str, cookies: str) -> list[float]:
    """Each answer in turn on one connection, in milliseconds, after one that warms."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    times = [_one(connection, question, cookies) for _ in range(REQUESTS + 1)]
    connection.close()
    return times[1:]


def _one(connection: HTTPConnection, question: str, cookies: str) -> float:
    started = time.perf_counter()
    connection.request("GET", f"{PAGE}?{question}", headers={"Cookie": cookies})
    answer = connection.getresponse()
    answer.read()
    if answer.status != 200:
        raise CaseFailed(f"{PAGE}?{question} answered {answer.status}")
    return (time.perf_counter() - started) * 1000


def _percentile(ordered: Sequence[float]) -> float:
    """The 95th: the least figure that at least 95 in 100 do not exceed."""
    return round(ordered[-(-95 * len(ordered) // 100) - 1], 1)


if __name__ == "__main__":
    sys.exit(main())
