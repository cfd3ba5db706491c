"""What every generated page is made of: a first line that says so, tables and lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

WRITTEN = "This page is written from the code by `./run check --write`; do not edit it."


def page(title: str, *blocks: str) -> str:
    """A whole page: its title, how it came to be, and its blocks with a blank line between."""
    return "\n\n".join((f"# {title}", WRITTEN, *blocks)) + "\n"


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table; a line break or an upright line in a cell cannot break it."""
    lines = [_line(header), _line(["---"] * len(header)), *map(_line, rows)]
    return "\n".join(lines)


def code(words: str) -> str:
    """A name as the code has it; nothing where there is none."""
    return f"`{words}`" if words else ""


def block(language: str, words: str) -> str:
    """Lines that are not prose: a diagram, or what a terminal shows."""
    return f"```{language}\n{words.rstrip()}\n```"


def listed(words: Iterable[str]) -> str:
    """Names one after the other, in code."""
    return ", ".join(code(word) for word in words)


def yes(flag: bool) -> str:
    """A cell that is filled only where something is so."""
    return "yes" if flag else ""


def _line(cells: Sequence[object]) -> str:
    return "| " + " | ".join(_cell(cell) for cell in cells) + " |"


def _cell(words: object) -> str:
    return " ".join(str(words).split()).replace("|", "\\|")
