"""Small made-up statistics files, written to disk and read as an analyst's would be."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path

import polars as pl

from carewright_engine.tables.kinds import kind_of, read_published
from carewright_engine.tables.opening import open_published
from carewright_engine.tables.reading import Hints, Reading


def write(folder: Path, name: str, *lines: str) -> Path:
    """A file of these lines."""
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def read(path: Path, kind: str | None = None, hints: Hints | None = None) -> Reading:
    """What the file yields, recognised unless its kind is given; its counts must add up."""
    reading = read_published(path, kind=kind, hints=hints)
    assert reading.rows_read == reading.rows_kept + reading.rows_refused
    assert reading.rows_doubtful <= reading.rows_kept
    for name, frame in reading.tables.items():
        assert not frame.is_empty(), f"{name} is empty"
        assert set(frame["dataset"].unique()) == {reading.source.sha256}
        assert frame["source_row"].null_count() == 0
    return reading


def kind_name(path: Path) -> str:
    """The kind that a file is taken for."""
    return kind_of(open_published(path)).name


def cells(path: Path) -> list[list[str]]:
    """A Windows-1252 file of any shape, cell by cell, read without any of our readers."""
    with gzip.open(path, "rt", encoding="cp1252", newline="") as text:
        return list(csv.reader(text))


def raw_rows(path: Path) -> pl.DataFrame:
    """The file as text, read without any of our readers."""
    return pl.read_csv(path, infer_schema=False, encoding="utf8-lossy")
