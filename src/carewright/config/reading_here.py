"""Reads a file that we made ourselves without a process of its own, which takes a second."""

from __future__ import annotations

from pathlib import Path

from carewright_engine.tables.apart import Summary, read_into
from carewright_engine.tables.reading import Hints


def read_here(file: Path, folder: Path, *, kind: str, **_: object) -> Summary:
    """Reads the file into the folder, as `read_apart` does for files that strangers give."""
    return read_into(file, folder, kind=kind or None, hints=Hints())
