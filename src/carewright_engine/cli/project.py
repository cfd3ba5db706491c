"""`carewright project`: published files in, what people will need and how sure that is out."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import typer


def project(
    folder: Path = typer.Argument(exists=True, file_okay=False, help="Folder of published files."),
    areas: str = typer.Option(..., help='A council, board or nation by name or code, or "all".'),
    out: Path = typer.Option(..., help="Folder that receives a folder for each area."),
    support: str = typer.Option("care_at_home", help="care_at_home or care_home."),
    years: int = typer.Option(25, help="How many years ahead, from 5 to 25."),
    scenario: list[Path] = typer.Option(
        [], exists=True, dir_okay=False, help="A scenario in TOML; up to three, one option each."
    ),
    through: datetime | None = typer.Option(
        None, formats=["%Y-%m-%d"], help="Use only facts dated up to this day; today if left out."
    ),
    fit_from: int | None = typer.Option(None, help="Leave out financial years before this one."),
    cost: float | None = typer.Option(
        None, help="Pounds for an hour, or for a place for a week; no pounds if left out."
    ),
    cost_low: float | None = typer.Option(None, help="Its likely low; the cost if left out."),
    cost_high: float | None = typer.Option(None, help="Its likely high; the cost if left out."),
    cost_source: str = typer.Option("stated with the command", help="Where the cost is from."),
    draws: int = typer.Option(2000, help="How many futures are drawn."),
    seed: int = typer.Option(20451, help="Seed of the random numbers."),
) -> None:
    """Project people, hours and places, as now and under scenarios, with how sure that is."""
    from carewright_engine.cli.progress import shown_progress
    from carewright_engine.demand.refusing import BadParameter
    from carewright_engine.demand.scenarios import CannotProject
    from carewright_engine.demand.scenarios.scenario import read_scenario
    from carewright_engine.provision.areas import UnknownArea
    from carewright_engine.reports.projecting import Asked, unit_cost, write_projections

    try:
        asked = Asked(
            areas, support, (through or datetime.now()).date(), years,  # noqa: DTZ005 - the reader's day
            tuple(read_scenario(each).model_dump_json() for each in scenario),
            fit_from, draws, seed, unit_cost(cost, cost_low, cost_high, cost_source),
        )  # fmt: skip
        with shown_progress() as progress:
            for said in write_projections(
                folder, asked, out, reading=progress.reading, working=progress.analysing
            ):
                typer.echo(said)
    except (BadParameter, CannotProject, UnknownArea) as problem:
        typer.echo(str(problem), err=True)
        raise typer.Exit(1) from None
