"""Brings the database to this version's tables and, in practice mode, fills it when it is empty."""

from __future__ import annotations

import os
import sys

import django
from django.core.management import call_command


def main() -> None:
    """Migrates, then asks each stage for its practice data."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "carewright.config.settings")
    django.setup()
    from django.db import OperationalError

    try:
        call_command("migrate", interactive=False, verbosity=0)
    except OperationalError as problem:
        sys.exit(f"The database does not answer: {str(problem).strip()}. See DATABASE_URL.")
    from django.conf import settings

    if settings.PRACTICE:
        _fill_with_practice()


def _fill_with_practice() -> None:
    from django.conf import settings

    from carewright.config import practice
    from carewright.platform.api import RealWorkIsHere

    try:
        practice.fill(settings.ENVIRONMENT)
    except RealWorkIsHere as real:
        sys.exit(str(real))


if __name__ == "__main__":
    main()
