"""`carewright analyse`: published files in, the analysis of an area's care provision out."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from carewright_engine.reports.gathering import Gathered


def analyse(
    folder: Path = typer.Argument(exists=True, file_okay=False, help="Folder of published files."),
    area: str = typer.Option(..., help='A council, board or authority by name or code, or "all".'),
    out: Path = typer.Option(..., help="Folder that receives the report."),
    as_at: datetime | None = typer.Option(
        None, formats=["%Y-%m-%d"], help="The day asked about; the latest list if left out."
    ),
    kind: str = typer.Option("", help="One kind of care only, such as care_homes."),
    care_group: str = typer.Option("", help="One care group only, such as older_people."),
) -> None:
    """Analyse the care provision of an area from the files that regulators publish."""
    from carewright_engine.cli.progress import shown_progress
    from carewright_engine.provision.areas import UnknownArea
    from carewright_engine.reports.gathering import NothingToAnalyse, gather
    from carewright_engine.reports.writing import write_all, write_one

    try:
        with shown_progress() as progress:
            gathered = gather(folder, news=progress.reading)
            day = as_at.date() if as_at else None
            narrowed = {"kind": kind or None, "care_group": care_group or None}
            if area == "all":
                said = write_all(gathered, day, out, **narrowed, news=progress.analysing)
            else:
                said = write_one(gathered, area, day, out, **narrowed, news=progress.analysing)
    except (NothingToAnalyse, UnknownArea, ValueError) as problem:
        typer.echo(str(problem), err=True)
        raise typer.Exit(1) from None
    _tell(gathered)
    typer.echo(said)


def _tell(gathered: Gathered) -> None:
    for reading in gathered.readings:
        typer.echo(
            f"{reading.source.name}: {reading.rows_read:,} rows read, "
            f"{reading.rows_doubtful:,} doubtful, {reading.rows_refused:,} refused",
            err=True,
        )
    for name, why in gathered.left_alone:
        typer.echo(f"{name}: left alone. {why}", err=True)
