"""`carewright bid withdraw`: the manifest that takes a bid back."""

from __future__ import annotations

from pathlib import Path

import typer

from carewright_engine.cli.bid.reading import the_manifest
from carewright_engine.cli.sealed_files import SHEET, the_key, the_sheet, told_plainly, write_new


def withdraw(
    manifest: Path = typer.Argument(
        exists=True, dir_okay=False, help="Manifest of the bid that stands now."
    ),
    sheet: Path = SHEET,
    key: Path = typer.Option(..., exists=True, dir_okay=False, help="The key that signed the bid."),
    out: Path = typer.Option(..., help="Receives the manifest; send it before the deadline."),
) -> None:
    """Make the manifest that takes a bid back. You can bid again while there is time."""
    from nacl.signing import SigningKey

    from carewright_engine.sealing.checking import faults
    from carewright_engine.sealing.manifest import withdrawn
    from carewright_engine.sealing.refusing import Refused

    with told_plainly():
        lot, before = the_sheet(sheet), the_manifest(manifest)
        made = withdrawn(lot, key=the_key(SigningKey, key), before=before)
        if found := faults(made.body, lot, before):
            raise Refused(" ".join(found))
        write_new(out, made.written())
        typer.echo(f"Send {out} before the deadline. Until it is received your bid stands.")
