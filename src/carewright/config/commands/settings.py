"""`carewright settings`: the settings that an operator may give, as the docs show them."""

from __future__ import annotations

import typer


def settings() -> None:
    """Print every setting that the environment may hold, as a table."""
    from carewright.config.environment_table import as_markdown

    typer.echo(as_markdown())
