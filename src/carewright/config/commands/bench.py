"""`carewright bench`: one benchmark, ours beside the named peers, on the same input."""

from __future__ import annotations

import subprocess
import sys

import typer


def bench(context: typer.Context, name: str = typer.Argument(help="Which benchmark.")) -> None:
    """Run one benchmark of `bench/` and print its figures as a table."""
    from carewright.config.running import REPOSITORY, as_owner, database, practice_unless_told

    known = sorted(
        p.stem.removesuffix("_benchmark") for p in REPOSITORY.glob("bench/*_benchmark.py")
    )
    if name not in known:
        raise typer.BadParameter(
            f"there is no benchmark called {name}; there are: {', '.join(known)}"
        )
    with database(practice_unless_told()):
        command = [sys.executable, "-m", f"bench.{name}_benchmark", *context.args]
        done = subprocess.run(command, cwd=REPOSITORY, env=as_owner(), check=False)  # noqa: S603
    raise typer.Exit(done.returncode)
