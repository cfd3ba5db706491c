"""`carewright import`: a published file into the database, from the command line."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import typer


def import_file(
    kind: str = typer.Argument(help="Kind of file, or `auto` to recognise it by its columns."),
    file: Path = typer.Argument(exists=True, dir_okay=False, readable=True, help="The file."),
    true_on: datetime | None = typer.Option(
        None,
        "--as-at",
        formats=["%Y-%m-%d"],
        help="The day on which the file was true, if it does not say.",
    ),
    organisation: str = typer.Option(
        "", help="Short name of the organisation it is for; without it, all may use it."
    ),
    dry_run: bool = typer.Option(False, help="Read it and say what was found; import nothing."),
) -> None:
    """Import a published file; the same file twice changes nothing."""
    from carewright.config.database import OWNER_MARK
    from carewright.config.running import database, practice_unless_told

    os.environ[OWNER_MARK] = "1"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "carewright.config.settings")
    with database(practice_unless_told()):
        import django

        django.setup()
        from carewright.config.importing import FileRefused, import_for_everybody

        try:
            said = import_for_everybody(
                file,
                kind="" if kind == "auto" else kind,
                as_at=true_on.date() if true_on else None,
                organisation_slug=organisation,
                dry_run=dry_run,
            )
        except FileRefused as refused:
            typer.echo(str(refused), err=True)
            raise typer.Exit(1) from None
    typer.echo(said)
