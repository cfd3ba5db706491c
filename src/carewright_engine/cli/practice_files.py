"""`carewright practice-files`: the practice region's files, for a first try, no download."""

from __future__ import annotations

from pathlib import Path

import typer


def practice_files(
    folder: Path = typer.Argument(file_okay=False, help="A new folder, or an empty one."),
) -> None:
    """Write the files of three invented councils, in the form that publishers give theirs."""
    from carewright_engine.tables.practice import write_practice

    if folder.is_dir() and any(folder.iterdir()):
        typer.echo(
            f"{folder} is not empty, and nothing invented goes beside other files. Name a new "
            "folder.", err=True,
        )  # fmt: skip
        raise typer.Exit(1)
    written = write_practice(folder)
    typer.echo(f"{len(written)} files of the practice region are in {folder}")
