"""The command as it is typed, run within the test."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from carewright_engine.cli.commands import app
from carewright_engine.tables.practice import write_practice


@dataclass(frozen=True, slots=True)
class Said:
    """What a command said and how it ended."""

    exit_code: int
    out: str
    err: str


def carewright(*words: str | Path) -> Said:
    """`carewright` with these words behind it."""
    result = CliRunner().invoke(app, [str(word) for word in words])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Said(result.exit_code, result.stdout, result.stderr)


def practice_files(folder: Path) -> Path:
    """The practice region's files in a folder."""
    write_practice(folder)
    return folder


def analysed(folder: Path, area: str, out: Path, *more: str) -> Path:
    """The report of an area from a folder of files."""
    said = carewright("analyse", folder, "--area", area, "--out", out, *more)
    assert said.exit_code == 0, said.err
    return out
