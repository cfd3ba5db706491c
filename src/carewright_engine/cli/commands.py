"""Every command of the engine, gathered where the application can find them."""

from __future__ import annotations

from carewright_engine.cli.analyse import analyse
from carewright_engine.cli.app import app
from carewright_engine.cli.backtest import backtest
from carewright_engine.cli.bid import bid
from carewright_engine.cli.common_draws import common_draws
from carewright_engine.cli.look_back import look_back
from carewright_engine.cli.lot import lot
from carewright_engine.cli.practice_files import practice_files
from carewright_engine.cli.project import project
from carewright_engine.cli.receipt import receipt
from carewright_engine.cli.releases import releases
from carewright_engine.cli.scores import scores
from carewright_engine.cli.variety import variety

__all__ = ["app"]

app.command()(analyse)
app.command()(project)
app.command("practice-files")(practice_files)
app.command()(variety)
app.command()(common_draws)
app.command()(look_back)
app.add_typer(backtest)
app.add_typer(bid)
app.add_typer(lot)
app.add_typer(receipt)
app.add_typer(releases)
app.add_typer(scores)
