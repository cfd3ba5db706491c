"""`carewright receipt`: the council's word on when a manifest arrived."""

from __future__ import annotations

import typer

from carewright_engine.cli.receipt.give import give
from carewright_engine.cli.receipt.key import key
from carewright_engine.cli.receipt.verify import verify

receipt = typer.Typer(
    name="receipt", help="Give a receipt for a manifest, or verify one.", no_args_is_help=True
)
receipt.command()(key)
receipt.command()(give)
receipt.command()(verify)
