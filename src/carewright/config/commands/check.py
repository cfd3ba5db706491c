"""`carewright check`: format, lint, types, layers, docs and tables, each said to hold or not."""

from __future__ import annotations

import subprocess
import sys

import typer

MODULES: tuple[tuple[str, list[str]], ...] = (
    ("format", ["ruff", "format", "--check", "src", "tests", "bench"]),
    ("lint", ["ruff", "check", "src", "tests", "bench"]),
    ("layers", []),
    ("types", ["mypy"]),
    ("docs", ["carewright.config.docs_check"]),
    ("tables", ["carewright.config.tables_check"]),
)


def check(
    write: bool = typer.Option(False, "--write", help="Write the generated pages and tables."),
) -> None:
    """Check format, lint, layers, types, docs and tables; every failure is named."""
    from carewright.config.running import REPOSITORY, practice_unless_told

    practice_unless_told()
    if write:
        for page in ("docs_check", "tables_check"):
            command = [sys.executable, "-m", f"carewright.config.{page}", "--write"]
            subprocess.run(command, cwd=REPOSITORY, check=True)  # noqa: S603
    failed = []
    for name, module in MODULES:
        typer.echo(f"{name} ...", err=True)
        command = [sys.executable, "-m", *module] if name != "layers" else _lint_imports()
        done = subprocess.run(command, cwd=REPOSITORY, check=False)  # noqa: S603
        if done.returncode:
            failed.append(name)
    if failed:
        typer.echo(f"These checks failed: {', '.join(failed)}.", err=True)
        raise typer.Exit(1)
    typer.echo("All checks hold: " + ", ".join(name for name, _ in MODULES) + ".", err=True)


def _lint_imports() -> list[str]:
    from pathlib import Path

    return [str(Path(sys.executable).with_name("lint-imports"))]
