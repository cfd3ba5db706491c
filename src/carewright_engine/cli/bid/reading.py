"""What the commands of a bidder share: manifests in files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from carewright_engine.cli.sealed_files import read_from

if TYPE_CHECKING:
    from carewright_engine.sealing.manifest import SignedManifest

BEFORE = typer.Option(
    None, "--replaces", exists=True, dir_okay=False, help="Manifest of the bid that stands now."
)


def the_manifest(file: Path) -> SignedManifest:
    """The manifest in a file, its signature found good."""
    from carewright_engine.sealing.manifest import read_manifest

    with read_from(file) as content:
        return read_manifest(content)


def manifest_if(file: Path | None) -> SignedManifest | None:
    """The manifest of the bid before, where there is one."""
    return the_manifest(file) if file else None
