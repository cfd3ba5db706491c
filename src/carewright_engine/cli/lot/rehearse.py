"""`carewright lot rehearse`: the holders open a practice envelope before publication."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import typer

from carewright_engine.cli.sealed_files import SHEET, the_share, the_sheet, told_plainly, write_new


def rehearse(
    sheet: Path = SHEET,
    share: list[Path] = typer.Option(
        ..., exists=True, dir_okay=False, help="A holder's practice share; once for each."
    ),
    out: Path = typer.Option(..., help="Receives the proof of the rehearsal."),
) -> None:
    """Seal and open a practice envelope with the holders' practice shares."""
    import secrets

    from carewright_engine.sealing.rehearsal import rehearse as rehearsed

    with told_plainly():
        shares = [the_share(each) for each in share]
        proof = rehearsed(
            the_sheet(sheet), shares, at=datetime.now(UTC), random_bytes=secrets.token_bytes
        )
        write_new(out, proof.written())
        typer.echo(f"Took part: {', '.join(proof.took_part)}.")
        typer.echo(f"Choices of holders that were tried, and opened it: {proof.ways}.")
        if proof.absent:
            typer.echo(f"Not tried: the shares of {', '.join(proof.absent)}.")
