"""Counts the queries of each question of the register benchmark, in a process of its own."""

from __future__ import annotations

import argparse
import json
import os


def main() -> None:
    """Print the counts as one line of JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cookies", required=True)
    asked = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "carewright.config.settings")
    import django
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from bench.register_benchmark import PAGE, QUESTIONS

    django.setup()
    browser = Client(SERVER_NAME="127.0.0.1")
    browser.cookies.load(asked.cookies)
    counted = {}
    for name, question in QUESTIONS.items():
        with CaptureQueriesContext(connection) as made:
            browser.get(f"{PAGE}?{question}")
        counted[name] = len(made)
    print(json.dumps(counted))


if __name__ == "__main__":
    main()
