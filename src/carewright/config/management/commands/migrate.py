"""Django's `migrate`, which gives an empty database its tables from one file first."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandParser
from django.core.management.commands import migrate
from django.db import connections

from carewright.config import newest_tables


class Command(migrate.Command):
    """`migrate`: what the file cannot give is migrated step by step, as ever."""

    def add_arguments(self, parser: CommandParser) -> None:
        """Takes one word more than Django does."""
        super().add_arguments(parser)
        parser.add_argument(
            "--step-by-step",
            action="store_true",
            help="Take every step, also where nothing is yet.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Lays the tables out where all of them are asked for, and takes the steps that remain."""
        wants_all = not (options["app_label"] or options["plan"] or options["check_unapplied"])
        if wants_all and not (options["fake"] or options.get("step_by_step")):
            newest_tables.lay_out(connections[options["database"]])
        super().handle(*args, **options)
