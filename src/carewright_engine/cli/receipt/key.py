"""`carewright receipt key`: the key with which a council signs receipts."""

from __future__ import annotations

from pathlib import Path

import typer

from carewright_engine.cli.sealed_files import told_plainly, write_key_pair


def key(file: Path = typer.Argument(help="Receives the private key; FILE.pub the public.")) -> None:
    """Make the council's receipt key. Publish the public half."""
    with told_plainly():
        write_key_pair(file, signs=True)
