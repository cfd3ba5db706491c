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


if __name__ == "__main__":
    main()
