"""`carewright lot`: keys of a lot are dealt, rehearsed with, and opened by their holders."""

from __future__ import annotations

import typer

from carewright_engine.cli.lot.key import key
from carewright_engine.cli.lot.keys import keys
from carewright_engine.cli.lot.open import open_bids
from carewright_engine.cli.lot.rehearse import rehearse
from carewright_engine.cli.lot.share import share

lot = typer.Typer(
    name="lot", help="Deal the keys of a lot, rehearse, and open its bids.", no_args_is_help=True
)
lot.command()(key)
lot.command()(keys)
lot.command()(share)
lot.command()(rehearse)
lot.command("open")(open_bids)
