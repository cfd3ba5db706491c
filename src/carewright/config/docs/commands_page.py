"""The page of commands: what each prints when it is asked for help."""

from __future__ import annotations

from argparse import Action
from collections.abc import Iterator

import typer
from django.core.management import get_commands, load_command_class
from typer.main import get_command

from carewright.config import cli
from carewright.config.docs.markdown import block, code, page, table, yes

WIDE = 88
INTRODUCTION = (
    "`./run COMMAND` makes the environment where it is missing and then runs the `carewright` "
    "command inside it; `.venv/bin/carewright COMMAND` does the same without looking. `./run` "
    "alone is `./run start`. `test`, `check` and `bench` install what developers need as well."
)
MANAGE = (
    "`./run manage` runs Django's own commands as the role that owns the tables. Beside Django's "
    "(`./run manage help` lists them) there are these of ours."
)


def commands_page() -> str:
    """Every command, then the management commands that are ours."""
    return page("Commands", INTRODUCTION, *_commands(), "## Management commands", MANAGE, *_ours())


def _commands() -> Iterator[str]:
    commands = get_command(cli.app).commands  # type: ignore[attr-defined]
    for name, command in commands.items():
        own = typer.Context(command, info_name=f"./run {name}", terminal_width=WIDE)
        yield f"## `{name}`\n\n{block('text', command.get_help(own))}"
        for part, further in getattr(command, "commands", {}).items():
            within = typer.Context(further, info_name=f"./run {name} {part}", terminal_width=WIDE)
            yield f"### `{name} {part}`\n\n{block('text', further.get_help(within))}"


def _ours() -> Iterator[str]:
    for name, owner in sorted(get_commands().items()):
        if not str(owner).startswith("carewright."):
            continue
        parser = load_command_class(str(owner), name).create_parser("./run manage", name)
        rows = [_option(action) for action in parser._actions if action.dest not in COMMON]
        options = table(("option", "required", "what it says"), rows)
        yield f"### `{name}`\n\n{parser.description}\n\n{options}"


def _option(action: Action) -> tuple[str, str, str]:
    name = ", ".join(action.option_strings) or action.dest
    choices = f"one of {', '.join(map(str, action.choices))}" if action.choices else ""
    # Other defaults come from settings, which differ from machine to machine.
    default = f"default {action.default}" if action.choices and action.default else ""
    words = "; ".join(filter(None, (action.help, choices, default)))
    return code(name), yes(action.required), words


#: Options that every management command has.
COMMON = frozenset(
    {"help", "version", "verbosity", "settings", "pythonpath", "traceback", "no_color"}
    | {"force_color", "skip_checks"}
)
