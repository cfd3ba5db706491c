"""`carewright backup` and `carewright restore`: one file that holds an installation whole."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import typer


def backup(
    to: str = typer.Argument(
        ".", help="Where to; a folder, or whatever ends in /, gets a file named by the time."
    ),
) -> None:
    """Write a backup of the database, the kept files and the record's keys, while people work."""
    from carewright.config.backup.making import make_backup, measured
    from carewright.config.running import database, practice_unless_told

    environment = practice_unless_told()
    file, folder = Path(to), to.endswith("/") or Path(to).is_dir()
    at = datetime.now(UTC)
    target = file / f"carewright-{at:%Y-%m-%dT%H%M%SZ}.tar" if folder else file
    with database(environment):
        made = make_backup(
            url=_owners_url(), home=environment.home, target=target.resolve(),
            practice=environment.practice, at=at,
        )  # fmt: skip
    rows = sum(table.rows for table in made.tables.values())
    typer.echo(
        f"{target}: {rows:,} rows of {len(made.tables)} tables, {len(made.members) - 1:,} files, "
        f"{target.stat().st_size / 1e6:,.1f} MB. Try it with: ./run restore --check {target}\n"
        f"Keep its digest apart from it: {measured(target).sha256}"
    )


def restore(
    file: Path = typer.Argument(exists=True, dir_okay=False, readable=True, help="The backup."),
    check: bool = typer.Option(
        False, "--check", help="Restore into a place that is thrown away, and try it there."
    ),
    digest: str = typer.Option("", help="The digest that was printed when the backup was made."),
) -> None:
    """Bring a backup back into an empty database and home, and compare everything with it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "carewright.config.settings")
    _require_digest(file, digest)
    if check:
        _check(file)
    else:
        _restore(file)


def _require_digest(file: Path, digest: str) -> None:
    import django

    from carewright.config.running import practice_unless_told

    if not digest:
        typer.echo(
            "Without --digest nobody can tell whether somebody changed this file, and a restore "
            "does what the file says. Go on only with a file that you trust.",
            err=True,
        )
        return
    practice_unless_told()
    django.setup()
    from carewright.config.backup.restoring import require_digest

    require_digest(file, digest)


def _restore(file: Path) -> None:
    from carewright.config.running import database, practice_unless_told

    environment = practice_unless_told()
    with database(environment):
        import django

        django.setup()
        from carewright.config.backup.restoring import restore_backup

        made = restore_backup(source=file, url=_owners_url(), home=environment.home)
    rows = sum(table.rows for table in made.tables.values())
    typer.echo(
        f"Restored what stood on {made.made_at:%-d %B %Y, %H:%M} UTC: {rows:,} rows of "
        f"{len(made.tables)} tables and {len(made.members) - 1:,} files, each compared with the "
        "backup. Nobody is signed in. Start it with: ./run"
    )


def _check(file: Path) -> None:
    from carewright.config.running import practice_unless_told

    practice_unless_told()
    import django

    django.setup()
    from carewright.config.backup.checking import check_backup

    made, shown = check_backup(file)
    rows = sum(table.rows for table in made.tables.values())
    typer.echo(f"tables: {len(made.tables)} with {rows:,} rows, each with the digest it had")
    typer.echo(shown)
    typer.echo(f"{file} was restored, used and thrown away again: it would serve.")


def _owners_url() -> str:
    """The address of the role that owns the tables; the embedded database sets one."""
    return os.environ.get("DATABASE_OWNER_URL") or os.environ["DATABASE_URL"]
