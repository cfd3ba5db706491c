"""What reading one published file yields: rows kept, rows doubtful, rows refused, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import polars as pl

ROW_ISSUES: Final = pl.Schema(
    {
        "source_row": pl.Int64(),  # row as a spreadsheet numbers it; the header is row 1
        "column": pl.String(),  # the column as the file calls it
        "value": pl.String(),  # what stood there
        "reason": pl.String(),  # what is wrong, for a person
        "mend": pl.String(),  # what to do about it
    }
)


class UnreadableFile(Exception):
    """A file that cannot be read at all.

    The text is for the person who gave the file: it says what is wrong, where, and what to
    do. Nothing has been imported when this is raised.
    """


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as it was given: its name, its digest and its size in bytes."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Hints:
    """What the person who gives a file knows and the file may not say.

    `as_at` is the day on which the file was true; `columns` maps a meaning (a `Field.meaning`)
    to the header that the person chose for it, and wins over matching by name; `usual` is the same
    of an earlier file of the publisher's, and counts where the file has such a column. Without
    `sexes_apart` a population is yielded for both sexes together where the file has that: women
    and men apart are two thirds of such a file, and most questions do not ask for them.
    """

    as_at: date | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    usual: Mapping[str, str] = field(default_factory=dict)
    sexes_apart: bool = True


@dataclass(frozen=True, slots=True)
class RawTable:
    """A delimited file or sheet read as text: every cell a string, blanks null.

    `rows` holds one extra column, `source_row`. Header names are as in the file.
    """

    source: SourceFile
    rows: pl.DataFrame
    encoding: str
    header_row: int = 1

    @property
    def headers(self) -> tuple[str, ...]:
        """The file's own column names in their order."""
        return tuple(name for name in self.rows.columns if name != "source_row")


@dataclass(frozen=True, slots=True)
class Field:
    """Something a kind of file holds, and the names under which publishers have given it.

    `patterns` are regular expressions tried against the whole header, lower case, with runs
    of anything but letters and digits as one underscore; the first that matches wins.
    """

    meaning: str
    patterns: tuple[str, ...]
    words: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file yielded.

    `tables` are canonical frames (see `schemas`). A doubtful row is kept, and listed with its
    reason; a refused row is not kept. `rows_read == rows_kept + rows_refused`, and
    `rows_doubtful <= rows_kept`. `notes` say in words what a person should know, such as
    the route by which services were placed on the map.
    """

    kind: str
    source: SourceFile
    tables: Mapping[str, pl.DataFrame]
    rows_read: int
    rows_kept: int
    rows_doubtful: int
    rows_refused: int
    doubtful: pl.DataFrame
    refused: pl.DataFrame
    matched: Mapping[str, str] = field(default_factory=dict)  # meaning -> header
    unmatched: tuple[str, ...] = ()  # headers that nothing was read from
    as_at: date | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of published file: one module in `readers` declares it.

    `recognises` scores a file's headers from 0 (not mine) to 1 (surely mine). `read` may raise
    `UnreadableFile`.
    """

    name: str
    title: str
    publisher: str
    licence: str
    fields: tuple[Field, ...]
    yields: tuple[str, ...]  # names of canonical tables
    recognises: Callable[[tuple[str, ...], str], float]  # headers, file name
    read: Callable[[RawTable, Hints], Reading]
