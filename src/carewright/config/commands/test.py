"""`carewright test`: everything the tests need, then the tests."""

from __future__ import annotations

import os
import subprocess
import sys

import typer


def test(context: typer.Context) -> None:
    """Run the tests, browser journeys included; further words go to pytest."""
    from carewright.config.browser import BrowserMissing, find_or_install_chromium
    from carewright.config.running import REPOSITORY

    try:
        os.environ["CAREWRIGHT_CHROMIUM"] = find_or_install_chromium()
    except BrowserMissing as missing:
        typer.echo(str(missing), err=True)
        raise typer.Exit(1) from None
    words = context.args or ["-n", "2", "--dist", "loadscope", "-q"]
    done = subprocess.run(  # noqa: S603 - our own environment
        [sys.executable, "-m", "pytest", *words], cwd=REPOSITORY, check=False
    )
    raise typer.Exit(done.returncode)
