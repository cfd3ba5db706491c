"""The command line that analysts use; the web application adds its own commands to it."""

from __future__ import annotations

import typer

app = typer.Typer(
    name="carewright",
    help="Open software with which councils and their health partners commission care.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback()
def carewright() -> None:
    """Open software with which councils and their health partners commission care."""
