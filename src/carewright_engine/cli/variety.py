"""`carewright variety`: councils' registers of contracts in, how their terms differ out."""

from __future__ import annotations

from pathlib import Path

import typer


def variety(
    folder: Path = typer.Argument(exists=True, file_okay=False, help="Folder of registers."),
    out: Path = typer.Option(..., help="Folder that receives the report."),
    least: int = typer.Option(5, min=2, help="Fewest contracts that are compared."),
    pay_within: int | None = typer.Option(
        None,
        min=1,
        help="Longest time to pay that the law allows, in days; not judged if left out.",
    ),
) -> None:
    """Compare contracts for like services: terms, prices, who stands apart, a standard."""
    from carewright_engine.cli.progress import shown_progress
    from carewright_engine.reports.variety_gathering import NoRegisters, gather_registers
    from carewright_engine.reports.variety_report import finding, write_variety
    from carewright_engine.variety.comparing import variety as compared

    try:
        with shown_progress() as progress:
            registers = gather_registers(folder, news=progress.reading)
    except NoRegisters as problem:
        typer.echo(str(problem), err=True)
        raise typer.Exit(1) from None
    answer = compared(registers.contracts, least=least, pay_within=pay_within)
    page = write_variety(out, answer, registers)
    for name, why in registers.left_alone:
        typer.echo(f"{name}: left alone. {why}", err=True)
    typer.echo(finding(answer))
    typer.echo(f"Written to {page}")
