"""`carewright bid check`: whether a sealed bid could be submitted now, told without any key."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from carewright_engine.cli.bid.reading import BEFORE, manifest_if, the_manifest
from carewright_engine.cli.sealed_files import SHEET, the_sheet, told_plainly

if TYPE_CHECKING:
    from carewright_engine.sealing.manifest import Manifest, ManifestFile


def check(
    folder: Path = typer.Argument(exists=True, file_okay=False, help="The folder of the bid."),
    sheet: Path = SHEET,
    replaces: Path | None = BEFORE,
) -> None:
    """Say "You could submit now", or all that is in the way. Ends with 1 if anything is."""
    from carewright_engine.sealing.checking import completeness, faults

    with told_plainly():
        lot, body = the_sheet(sheet), the_manifest(folder / "manifest.json").body
        found = [*faults(body, lot, manifest_if(replaces))]
        for file in body.files:
            why_not = _why_not(folder, body, file)
            typer.echo(f"{file.slot}: {why_not or 'as the manifest says'}")
            found += [f"{file.slot}: {why_not}"] if why_not and file.version == body.version else []
    typer.echo("\n".join(found) or completeness(lot, {file.slot for file in body.files}).says)
    raise typer.Exit(1 if found else 0)


def _why_not(folder: Path, manifest: Manifest, file: ManifestFile) -> str:
    from carewright_engine.sealing.refusing import Refused
    from carewright_engine.sealing.sending import require_sent

    sealed = folder / f"{file.slot}.sealed"
    if not sealed.exists():
        sent = f"stays as sent with version {file.version}"
        return sent if file.version < manifest.version else f"{sealed} is missing"
    try:
        with sealed.open("rb") as source:
            require_sent(source, manifest, file)
    except Refused as problem:
        return str(problem)
    return ""
