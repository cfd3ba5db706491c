"""`carewright common-draws`: by how much the same draws narrow a difference between scenarios."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import typer


def common_draws(
    folder: Path = typer.Argument(exists=True, file_okay=False, help="Folder of published files."),
    area: str = typer.Option(..., help="A council, board or nation by name or code."),
    through: datetime = typer.Option(
        ..., formats=["%Y-%m-%d"], help="Use only facts dated up to this day."
    ),
    years: int = typer.Option(20, help="How many years ahead, from 5 to 25."),
    draws: int = typer.Option(2000, help="How many futures are drawn."),
    seed: int = typer.Option(20451, help="Seed of the random numbers."),
) -> None:
    """Print how 5% fewer hours for each person differ, with the same draws and with others."""
    from carewright_engine.demand.refusing import BadParameter
    from carewright_engine.demand.scenarios import CannotProject
    from carewright_engine.demand.scenarios.questions import Question
    from carewright_engine.demand.scenarios.same_draws import same_and_other_draws
    from carewright_engine.provision.areas import UnknownArea, area_named
    from carewright_engine.reports.projection_inputs import read_inputs

    try:
        inputs = read_inputs(folder)
        ref = area_named(inputs, area)
        question = Question(ref, "care_at_home", through.date(), years, draws=draws, seed=seed)
        typer.echo(same_and_other_draws(inputs, question).in_words())
    except (BadParameter, CannotProject, UnknownArea) as problem:
        typer.echo(str(problem), err=True)
        raise typer.Exit(1) from None
