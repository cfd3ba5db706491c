"""`carewright scores`: a result worked out again from the published method and all scores."""

from __future__ import annotations

from pathlib import Path

import typer

scores = typer.Typer(name="scores", help="Work out the result of an exercise again.")


@scores.callback()
def scores_of() -> None:
    """Work out the result of an exercise again."""


@scores.command("recompute")
def recompute(
    file: Path = typer.Argument(exists=True, dir_okay=False, help="An exercise, JSON or CSV."),
) -> None:
    """Rank every lot from the method, bids and scores of a file; compare with what it says."""
    from carewright_engine.evaluation.as_rows import UnreadableScores
    from carewright_engine.evaluation.files import read_scores
    from carewright_engine.evaluation.in_words import differences, lines_of
    from carewright_engine.evaluation.scoring import NotYet, results

    try:
        read = read_scores(file.read_bytes())
        found = results(read.exercise)
    except (UnreadableScores, NotYet) as problem:
        typer.echo(f"{file.name}: {problem}", err=True)
        raise typer.Exit(1) from None
    for line in lines_of(read.exercise, found):
        typer.echo(line)
    differ = differences(read.exercise, read.published)
    for line in differ:
        typer.echo(line, err=True)
    if differ:
        raise typer.Exit(1)
    if read.published:
        typer.echo("\nThe published result is what the method gives.")
