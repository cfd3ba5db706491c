"""`carewright practice`: fills a practice installation, also a large one."""

from __future__ import annotations

import os
from enum import StrEnum

import typer


class Sizes(StrEnum):
    """How much practice data there may be."""

    SMALL = "small"
    LARGE = "large"


def practice(
    size: Sizes = typer.Option(
        Sizes.SMALL,
        help="`large`: 100,000 people, 5,000 providers, a million rows of activity.",
    ),
) -> None:
    """Fill a practice installation with invented data; what is there already stays."""
    from carewright.config.database import OWNER_MARK
    from carewright.config.running import database, practice_unless_told

    os.environ[OWNER_MARK] = "1"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "carewright.config.settings")
    environment = practice_unless_told()
    if not environment.practice:
        typer.echo("This is a live installation. Nothing invented goes into it.", err=True)
        raise typer.Exit(1)
    with database(environment):
        from carewright.config import prepare

        prepare.main()
        if size is Sizes.LARGE:
            _fill_largely()


def _fill_largely() -> None:
    from carewright.config.large_practice import Size, fill

    found = fill(Size())
    typer.echo(
        f"{found['people']:,} people, {found['providers']:,} providers, "
        f"{found['activity']:,} rows of activity, in {found['seconds']} seconds"
    )
