"""The `carewright` command: the engine's commands, which never load Django, and ours beside."""

from __future__ import annotations

import sys

from carewright.config.commands.audit import audit
from carewright.config.commands.backup import backup, restore
from carewright.config.commands.bench import bench
from carewright.config.commands.check import check
from carewright.config.commands.import_file import import_file
from carewright.config.commands.manage import manage
from carewright.config.commands.practice import practice
from carewright.config.commands.settings import settings
from carewright.config.commands.start import start
from carewright.config.commands.test import test
from carewright.config.problems import StartProblem
from carewright_engine.cli.commands import app

PASSES_ON = {"allow_extra_args": True, "ignore_unknown_options": True}

app.command()(start)
app.command(context_settings=PASSES_ON)(test)
app.command()(check)
app.command(context_settings=PASSES_ON)(bench)
app.command(context_settings={**PASSES_ON, "help_option_names": []})(manage)
app.command("import")(import_file)
app.command()(practice)
app.command()(settings)
app.add_typer(audit, name="audit")
app.command()(backup)
app.command()(restore)


def main() -> None:
    """Runs the command that was typed; with none, starts Carewright."""
    if len(sys.argv) == 1:
        sys.argv.append("start")
    try:
        app()
    except StartProblem as problem:
        sys.exit(str(problem))


if __name__ == "__main__":
    main()
