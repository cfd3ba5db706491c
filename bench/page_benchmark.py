"""A list of 50 services out of 100,000: our page beside the same page in stock Django.

Ours is the real page /register/services/, drawn by `carewright.ui.lists` and Jinja2. The peer
(`bench/page_peer`) is what Django's documentation would have one write for it: a `ListView` with
its `Paginator`, a form for the filters, and Django's own templates with `{% url %}`,
`{% querystring %}`, `intcomma` and `date`. Both have the same columns, filters, links, paging,
downloads and frame, take their rows from the same queryset, and stand in the same process behind
the same middleware, session and row-level security. Each is asked over eight connections, by
gunicorn's sync workers and by its threaded ones, in turn; each is judged by its better of the
two. No time is printed unless both pages hold the same rows, links, headings and choices.

"View CPU" is what view and template take of a processor; the rest of a request (session, account,
offices, row-level security, gunicorn) costs both the same. Queries are of a whole request.
"""

from __future__ import annotations

import importlib.metadata
import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any, Final

from bench import harness, page_database, page_rows
from bench.harness import Case, CaseFailed, Figures, Run
from bench.page_server import WORKERS

OURS: Final = "ours"
PEER: Final = "django"
NAMES: Final = {OURS: "Carewright (Jinja2)", PEER: "Django templates"}
REQUESTS: Final = 240
MOST_QUERIES: Final = 12
ROWS_OF_A_PAGE: Final = 50


def main(given: Sequence[str] | None = None) -> int:
    """Measure, compare pages, print."""
    return harness.measure_and_print(__doc__ or "", measured, printed, given)


def measured(scale: float, runs: int, *, with_peers: bool) -> dict[str, Any]:
    """All figures; nothing is returned unless both pages say the same."""
    rows = round(page_rows.ROWS * scale)
    requests = max(100, round(REQUESTS * scale))
    pages = (OURS, PEER) if with_peers else (OURS,)
    print(f"filling a database with {rows:,} services", file=sys.stderr)
    with page_database.filled(rows) as cookies:
        queries = _queries(cookies)
        found = harness.in_turn(_cases(pages, rows, requests, cookies), runs)
    _require_a_whole_page(harness.require_equal_answers(found))
    return {
        "name": "page",
        "scale": scale,
        "rows": rows,
        "requests": requests,
        "answers_equal": True,
        "queries": queries,
        **_compared(found),
        "skipped": [] if with_peers else ["Django templates skipped: ask for them with --peers"],
        "machine": harness.machine(),
        "versions": _versions(),
    }


def _cases(pages: Sequence[str], rows: int, requests: int, cookies: str) -> list[Case]:
    asked = ("--question", page_rows.question(rows), "--requests", str(requests))
    return [
        Case(
            name=f"{page} {workers}",
            module="bench.page_cases",
            arguments=(page, workers, *asked, "--cookies", cookies),
        )
        for workers in WORKERS
        for page in pages
    ]


def _queries(cookies: str) -> dict[str, int]:
    """Queries of our page; more than it may make is no page worth a time."""
    printed_line = harness.run_module("bench.page_cases", ("queries", "--cookies", cookies))
    counted: dict[str, int] = json.loads(printed_line.splitlines()[-1])
    if max(counted.values()) > MOST_QUERIES:
        raise CaseFailed(f"Our page makes {counted} queries; at most {MOST_QUERIES} are allowed")
    return counted


def _require_a_whole_page(answer: Mapping[str, Any]) -> None:
    if len(answer["rows"]) != ROWS_OF_A_PAGE:
        raise CaseFailed(f"The pages hold {len(answer['rows'])} rows, not {ROWS_OF_A_PAGE}")


def _compared(found: Mapping[str, Sequence[Run]]) -> dict[str, Any]:
    """Each page at its better workers, and how ours stands to the other."""
    figures = {name: harness.medians(runs) for name, runs in found.items()}
    compared: dict[str, Any] = {
        "ours": _as_json(figures, better(figures, OURS)),
        "peers": {},
        "bound": {},
        "ratio_to_best_peer": None,
        "each": {name: of.as_json() for name, of in figures.items()},
    }
    if any(name.startswith(PEER) for name in figures):
        ours, peer = better(figures, OURS), better(figures, PEER)
        compared["peers"] = {PEER: _as_json(figures, peer)}
        compared |= _ratios(figures[ours], figures[peer])
        turns = zip(found[ours], found[peer], strict=True)
        compared["ratio_in_each_turn"] = [
            round(theirs.seconds / mine.seconds, 2) for mine, theirs in turns
        ]
    return compared


def better(figures: Mapping[str, Figures], page: str) -> str:
    """The workers under which the page is answered most often in a second."""
    of_page = [name for name in figures if name.startswith(page)]
    return min(of_page, key=lambda name: figures[name].seconds)


def _ratios(ours: Figures, peer: Figures) -> dict[str, float]:
    return {
        "ratio_to_best_peer": round(peer.seconds / ours.seconds, 2),
        "cpu_ratio": round(peer.cpu_seconds / ours.cpu_seconds, 2),
        "view_cpu_ratio": round(peer.also["view_cpu_ms"] / ours.also["view_cpu_ms"], 2),
    }


def _as_json(figures: Mapping[str, Figures], name: str) -> dict[str, Any]:
    return {"workers": name.partition(" ")[2], **figures[name].as_json()}


def _versions() -> dict[str, str]:
    names = ("django", "jinja2", "gunicorn", "psycopg")
    return {name: importlib.metadata.version(name) for name in names}


def printed(figures: Mapping[str, Any]) -> str:
    """The figures as a person reads them."""
    queries = figures["queries"]
    lines = [
        f"Page: 50 services of {figures['rows']:,}, by council, day and a word; "
        f"{figures['requests']} requests a run over 8 connections.",
        f"Queries: {queries['one']} where the list holds one row, {queries['many']} where it "
        f"holds {figures['rows']:,}.",
        "",
        _table(figures),
        *_comparison(figures),
        *figures["skipped"],
    ]
    machine = " · ".join(f"{name} {value}" for name, value in figures["machine"].items())
    versions = " · ".join(f"{name} {value}" for name, value in figures["versions"].items())
    return "\n".join([*lines, "", machine, versions])


def _comparison(figures: Mapping[str, Any]) -> list[str]:
    if not figures["peers"]:
        return []
    ours, peer = figures["ours"]["workers"], figures["peers"][PEER]["workers"]
    turns = ", ".join(f"{ratio:.2f}" for ratio in figures["ratio_in_each_turn"])
    return [
        f"The same rows, links, headings and choices on both pages.\n"
        f"{figures['ratio_to_best_peer']:.2f} times the requests a second of {NAMES[PEER]} "
        f"(ours: {ours}, theirs: {peer}; turn by turn {turns}).",
        f"{figures['cpu_ratio']:.2f} times for each second of the servers' CPU, "
        f"{figures['view_cpu_ratio']:.2f} times for each second of view CPU.",
    ]


def _table(figures: Mapping[str, Any]) -> str:
    header = ("", "requests/s", "CPU ms each", "view CPU ms", "page kB", "peak MB")
    lines = [
        (
            f"{NAMES[name.partition(' ')[0]]}, {name.partition(' ')[2]}",
            f"{of['requests_per_second']:.1f}",
            f"{of['cpu_seconds'] / figures['requests'] * 1000:.1f}",
            f"{of['view_cpu_ms']:.1f}",
            f"{of['kilobytes']:.1f}",
            f"{of['peak_mb']:.0f}",
        )
        for name, of in figures["each"].items()
    ]
    return harness.table("One page", header, lines)


if __name__ == "__main__":
    sys.exit(main())
