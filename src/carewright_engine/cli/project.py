"""`carewright project`: published files in, what people will need and how sure that is out."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

if TYPE_CHECKING:
    from carewright_engine.demand.refusing import BadParameter

#: What the engine calls a parameter, as it is typed.
OPTIONS: Final = {
    "years": "--years", "support": "--support", "fit_from": "--fit-from", "draws": "--draws",
    "through": "--through", "cost": "--cost", "cost_low": "--cost-low",
    "cost_high": "--cost-high", "unit cost": "--cost", "number of scenarios": "--scenario",
}  # fmt: skip


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
    seed: int = typer.Option(20451, min=0, help="Seed of the random numbers."),
) -> None:
    """Project people, hours and places, as now and under scenarios, with how sure that is."""
    from carewright_engine.cli.progress import shown_progress
    from carewright_engine.demand.refusing import BadParameter
    from carewright_engine.demand.scenarios import CannotProject
    from carewright_engine.provision.areas import UnknownArea
    from carewright_engine.reports.projecting import Asked, unit_cost, write_projections

    try:
        asked = Asked(
            areas, support, _facts_up_to(through), years,
            tuple(_scenario(each) for each in scenario), fit_from, draws, seed,
            unit_cost(cost, cost_low, cost_high, cost_source),
        )  # fmt: skip
        with shown_progress() as progress:
            for said in write_projections(
                folder, asked, out, reading=progress.reading, working=progress.analysing,
                noting=_note,
            ):  # fmt: skip
                typer.echo(said)
    except BadParameter as problem:
        typer.echo(_as_typed(problem), err=True)
        raise typer.Exit(1) from None
    except (CannotProject, UnknownArea) as problem:
        typer.echo(str(problem), err=True)
        raise typer.Exit(1) from None


def _facts_up_to(through: datetime | None) -> date:
    """The day asked for, or today; no fact is dated to a day that has not come."""
    from carewright_engine.demand.refusing import BadParameter

    today = datetime.now().date()  # noqa: DTZ005 - the reader's day
    if through is not None and through.date() > today:
        raise BadParameter("through", through.date(), f"{today} or an earlier day")
    return through.date() if through else today


def _scenario(file: Path) -> str:
    """A scenario file as a question keeps it; what is wrong in it is said with its name."""
    from carewright_engine.demand.refusing import BadParameter
    from carewright_engine.demand.scenarios.scenario import read_scenario

    try:
        return read_scenario(file).model_dump_json()
    except BadParameter as wrong:
        raise wrong if wrong.field == file.name else wrong.of(file.name) from None


def _as_typed(problem: BadParameter) -> str:
    """The refusal with the option as it is typed."""
    from carewright_engine.demand.refusing import BadParameter

    field = OPTIONS.get(problem.field, problem.field)
    return str(BadParameter(field, problem.said, problem.wanted, problem.mend))


def _note(words: str) -> None:
    typer.echo(f"Note. {words}", err=True)
