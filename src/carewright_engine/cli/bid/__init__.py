"""`carewright bid`: a bidder seals a bid, checks it, replaces it or takes it back."""

from __future__ import annotations

import typer

from carewright_engine.cli.bid.check import check
from carewright_engine.cli.bid.key import key
from carewright_engine.cli.bid.seal import seal
from carewright_engine.cli.bid.withdraw import withdraw

bid = typer.Typer(
    name="bid", help="Seal a bid, check it, replace it or take it back.", no_args_is_help=True
)
bid.command()(key)
bid.command()(seal)
bid.command()(check)
bid.command()(withdraw)
