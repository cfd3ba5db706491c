"""`carewright receipt give`: a manifest is judged by the deadline, and a receipt signed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import typer

from carewright_engine.cli.bid.reading import BEFORE, manifest_if, the_manifest
from carewright_engine.cli.sealed_files import SHEET, the_key, the_sheet, told_plainly, write_new


def give(
    manifest: Path = typer.Argument(exists=True, dir_okay=False, help="The manifest that came."),
    sheet: Path = SHEET,
    deadline: datetime = typer.Option(
        ...,
        formats=["%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M"],
        help="In London's time; then is too late.",
    ),
    key: Path = typer.Option(..., exists=True, dir_okay=False, help="The private receipt key."),
    replaces: Path | None = BEFORE,
    arrived_at: datetime | None = typer.Option(
        None,
        formats=["%Y-%m-%dT%H:%M:%S.%f%z"],
        help="When it came, with its zone; now if left out.",
    ),
    out: Path = typer.Option(..., help="Receives the receipt."),
) -> None:
    """Judge a manifest by the deadline, and sign a receipt that says when it came."""
    from nacl.signing import SigningKey

    from carewright_engine.sealing.checking import faults
    from carewright_engine.sealing.judging import judge, london_deadline
    from carewright_engine.sealing.receipts import receipt_for
    from carewright_engine.sealing.refusing import Refused

    came = arrived_at or datetime.now(UTC)
    with told_plainly():
        found = the_manifest(manifest)
        if reasons := faults(found.body, the_sheet(sheet), manifest_if(replaces)):
            raise Refused(" ".join(reasons))
        judged = judge(found, london_deadline(deadline.date(), deadline.time()), came)
        write_new(out, receipt_for(judged, the_key(SigningKey, key)).written())
        typer.echo("In time." if judged.verdict == "in_time" else "Late: the bid does not stand.")
