"""The engine's commands in a process of their own, as the installed program runs them."""

from __future__ import annotations

from carewright_engine.cli.commands import app

if __name__ == "__main__":
    app(prog_name="carewright")
