"""One run of one page, as one line of JSON: its answer, and what it took.

`ours sync`, `ours threads`, `django sync` and `django threads` start a server, ask it for the
page once to read it, a few times to warm it, and then as often as is counted. `queries` counts
the queries of our page when it lists one row and when it lists thousands.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from typing import Any, Final

from bench import page_load, page_rows, page_text
from bench.page_server import SETTINGS, WORKERS, serving

PAGES: Final = {"ours": "/register/services/", "django": "/register/peer/services/"}
WARMING: Final = 24


def served(
    page: str, workers: str, *, question: str, cookies: str, requests: int
) -> dict[str, Any]:
    """The page under load: seconds of the clock, of the workers' CPU and of the view's."""
    address = f"{PAGES[page]}?{question}"
    with serving(workers) as web:
        body, cookies = page_load.first_page(web.port, address, cookies)
        page_load.ask(web.port, address, cookies, WARMING)
        cpu_before, started = web.cpu_seconds(), time.perf_counter()
        view_cpu_ms = page_load.ask(web.port, address, cookies, requests)
        seconds = time.perf_counter() - started
        return {
            "answer": answer(body),
            "seconds": seconds,
            "cpu_seconds": web.cpu_seconds() - cpu_before,
            "peak_mb": web.peak_mb(),
            "also": {
                "requests_per_second": requests / seconds,
                "view_cpu_ms": view_cpu_ms,
                "kilobytes": len(body.encode()) / 1000,
            },
        }


def answer(body: str) -> dict[str, Any]:
    """What every way of making the page must agree on."""
    found = page_text.text_of(body)
    return {
        "headings": found.headings,
        "rows": [" | ".join(row) for row in found.rows],
        "links": found.links,
        "offered": found.offered,
    }


def queries(cookies: str) -> dict[str, int]:
    """Queries of a whole request, for a list of one row and for one of thousands."""
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    import django
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    django.setup()
    browser = Client(SERVER_NAME="127.0.0.1")
    browser.cookies.load(cookies)
    counted = {}
    for name, asked in {"one": page_rows.question_for_one(), "many": ""}.items():
        with CaptureQueriesContext(connection) as made:
            browser.get(f"{PAGES['ours']}?{asked}")
        counted[name] = len(made)
    return counted


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=(*PAGES, "queries"))
    parser.add_argument("workers", choices=tuple(WORKERS), nargs="?", default="threads")
    parser.add_argument("--question", default="")
    parser.add_argument("--cookies", required=True)
    parser.add_argument("--requests", type=int, default=240)
    asked = parser.parse_args()
    if asked.what == "queries":
        print(json.dumps(queries(asked.cookies)))
        return
    run = served(
        asked.what,
        asked.workers,
        question=asked.question,
        cookies=asked.cookies,
        requests=asked.requests,
    )
    print(json.dumps(run))


if __name__ == "__main__":
    main()
