"""`carewright look-back`: figures that were published, beside what was to be expected of them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import typer


def look_back(
    folder: Path = typer.Argument(exists=True, file_okay=False, help="Folder of published files."),
    known: datetime = typer.Option(
        ..., formats=["%Y-%m-%d"], help="Project from facts dated up to this day."
    ),
    through: datetime = typer.Option(
        ..., formats=["%Y-%m-%d"], help="Compare with facts dated up to this day."
    ),
    nation: str = typer.Option("Scotland", help="The nation, by name or code."),
    support: str = typer.Option("care_at_home", help="care_at_home or care_home."),
    draws: int = typer.Option(1000, help="How many futures are drawn."),
    seed: int = typer.Option(20451, help="Seed of the random numbers."),
) -> None:
    """Print each council's published figures beside the projection from what was known before."""
    from carewright_engine.cli.progress import shown_progress
    from carewright_engine.demand.refusing import BadParameter
    from carewright_engine.demand.scenarios import CannotProject
    from carewright_engine.demand.scenarios.look_back import in_words, looked_back
    from carewright_engine.demand.scenarios.questions import Question
    from carewright_engine.provision.areas import UnknownArea, area_named, areas_of_kind
    from carewright_engine.reports.projection_inputs import read_inputs

    try:
        with shown_progress() as progress:
            inputs = read_inputs(folder, news=progress.reading)
        whole = area_named(inputs, nation)
        question = Question(whole, support, through.date(), draws=draws, seed=seed)
        councils = [
            each for each in areas_of_kind(inputs, "council") if each.code in whole.councils
        ]
        rows = looked_back(inputs, question, (whole, *councils), known=known.date())
        typer.echo(in_words(list(rows)))
    except (BadParameter, CannotProject, UnknownArea) as problem:
        typer.echo(str(problem), err=True)
        raise typer.Exit(1) from None
