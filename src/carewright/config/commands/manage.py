"""`carewright manage`: Django's own commands, as the role that owns the tables."""

from __future__ import annotations

import os

import typer


def manage(context: typer.Context) -> None:
    """Run one of Django's management commands, such as `migrate` or `enrol`."""
    from django.core.management import execute_from_command_line

    from carewright.config.database import OWNER_MARK
    from carewright.config.running import database, practice_unless_told

    os.environ[OWNER_MARK] = "1"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "carewright.config.settings")
    with database(practice_unless_told()):
        execute_from_command_line(["carewright manage", *context.args])
