"""`carewright releases`: open contracting data read, checked and compiled, a file at a time."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from carewright_engine.open_contracting.reading import Package

releases = typer.Typer(name="releases", help="Check and compile open contracting data.")

FILE = typer.Argument(exists=True, dir_okay=False, help="A release package, in JSON.")


@releases.callback()
def releases_of() -> None:
    """Check and compile open contracting data."""


@releases.command("check")
def check(file: Path = FILE) -> None:
    """Hold releases against the standard and against themselves; say what is odd."""
    from carewright_engine.open_contracting.checking import all_checked
    from carewright_engine.open_contracting.in_words import lines_of, summary

    found = all_checked(_read(file).releases)
    for line in lines_of(found):
        typer.echo(line)
    typer.echo(summary(found))
    if not all(one.may_be_published for one in found):
        raise typer.Exit(1)


@releases.command("compile")
def compile_(
    file: Path = FILE,
    out: Path = typer.Option(..., help="File that receives the record package."),
    published: datetime = typer.Option(
        ..., formats=["%Y-%m-%dT%H:%M:%SZ"], help="When the package is published, UTC."
    ),
) -> None:
    """Merge the releases of each process into a record that says how it stands."""
    from carewright_engine.open_contracting.compiling import CannotCompile, by_process
    from carewright_engine.open_contracting.writing import record_package

    package = _read(file)
    publisher = package.about.get("publisher") or {"name": "Not said"}
    uri = str(package.about.get("uri") or file.name)
    when = published.strftime("%Y-%m-%dT%H:%M:%SZ")
    try:
        written = record_package(package.releases, uri=uri, publisher=publisher, published=when)
    except CannotCompile as problem:
        typer.echo(str(problem), err=True)
        raise typer.Exit(1) from None
    out.write_bytes(written)
    processes = len(by_process(package.releases))
    typer.echo(f"{len(package.releases)} releases of {processes} processes. Written to {out}")


def _read(file: Path) -> Package:
    from carewright_engine.open_contracting.reading import UnreadablePackage, read_package

    try:
        return read_package(file.read_bytes())
    except UnreadablePackage as problem:
        typer.echo(f"{file.name}: {problem}", err=True)
        raise typer.Exit(1) from None
