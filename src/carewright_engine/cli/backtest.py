"""`carewright backtest`: forecasts of years since published, beside naive peers."""

from __future__ import annotations

from pathlib import Path

import typer

backtest = typer.Typer(
    name="backtest", help="Forecast years that have since been published, and score it."
)


@backtest.callback()
def backtest_of() -> None:
    """Forecast years that have since been published, and score it."""


@backtest.command("care-at-home")
def care_at_home(
    data: Path = typer.Option(..., exists=True, file_okay=False, help="Folder of the files."),
    seed: int = typer.Option(0, help="Seed of the random numbers."),
    within: bool = typer.Option(
        False, "--within", help="Only forecasts within the window, by which settings were chosen."
    ),
    write: Path | None = typer.Option(None, help="A page to put the tables into, marked in it."),
) -> None:
    """People in Scotland by council and age: fitted to March 2021, asked for three years after."""
    from carewright_engine.demand.need.backtest.care_at_home import back_test, read_files
    from carewright_engine.demand.need.backtest.words import page, put_into
    from carewright_engine.tables.reading import UnreadableFile

    try:
        published = read_files(data)
    except UnreadableFile as problem:
        typer.echo(str(problem), err=True)
        raise typer.Exit(1) from None
    asked = [(2018, 2), (2019, 1)] if within else [(2020, 3)]
    said = "\n".join(
        page(back_test(published, last_year=last, ahead=ahead, seed=seed)) for last, ahead in asked
    )
    typer.echo(said)
    if write is not None:
        put_into(write, "within" if within else "care-at-home", said)
