"""Every command of the engine, gathered where the application can find them."""

from __future__ import annotations

from carewright_engine.cli.analyse import analyse
from carewright_engine.cli.app import app
from carewright_engine.cli.backtest import backtest

__all__ = ["app"]

app.command()(analyse)
app.add_typer(backtest)
