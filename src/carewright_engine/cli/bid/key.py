"""`carewright bid key`: the key with which a bidder signs."""

from __future__ import annotations

from pathlib import Path

import typer

from carewright_engine.cli.sealed_files import told_plainly, write_key_pair


def key(file: Path = typer.Argument(help="Receives the private key; FILE.pub the public.")) -> None:
    """Make the key with which you sign your bids. A bid is replaced with the same key only."""
    with told_plainly():
        write_key_pair(file, signs=True)
