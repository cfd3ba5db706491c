"""Runs background jobs until told to stop; a killed worker's jobs are taken up again."""

from __future__ import annotations

import os

import django
from django.core.management import call_command


def main() -> None:
    """Works on every queue, one job at a time a process."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "carewright.config.settings")
    django.setup()
    call_command("procrastinate", "worker", "--concurrency", "1", "--delete-jobs", "successful")


if __name__ == "__main__":
    main()
