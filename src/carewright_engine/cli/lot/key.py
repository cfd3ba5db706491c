"""`carewright lot key`: a holder's own key, for which shares are sealed."""

from __future__ import annotations

from pathlib import Path

import typer

from carewright_engine.cli.sealed_files import told_plainly, write_key_pair


def key(file: Path = typer.Argument(help="Receives the private key; FILE.pub the public.")) -> None:
    """Make a holder's own key. Keep the private half where only the holder gets at it."""
    with told_plainly():
        write_key_pair(file, signs=False)
