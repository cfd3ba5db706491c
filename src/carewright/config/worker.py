"""Runs background jobs until told to stop; a killed worker's jobs are taken up again."""

from __future__ import annotations

import os
import sys
from typing import Final

import django
from django.core.management import call_command

#: Sealing, mail, news and housekeeping: each is done in a moment, and none may wait long.
QUICK: Final = "default"
#: Analyses, projections and imports, which take a while; `platform.LONG_WORK` names it to stages.
LONG: Final = "long"


def main() -> None:
    """Works on the queues that are named, on every queue if none is, one job at a time."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "carewright.config.settings")
    django.setup()
    named = ["--queues", *sys.argv[1:]] if sys.argv[1:] else []
    call_command(
        "procrastinate", "worker", "--concurrency", "1", "--delete-jobs", "successful", *named
    )


if __name__ == "__main__":
    main()
