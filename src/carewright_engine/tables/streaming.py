"""A file of events checked while the rows before it are already being stored.

The checks run on a second thread, a slice ahead of the writing, so that a database takes in
one slice while the next is parsed. Memory holds a few slices, however long the file is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final, TypeVar

import polars as pl

from carewright_engine.tables.checks import LISTED, Checker, Rule, require_columns
from carewright_engine.tables.reading import ROW_ISSUES
from carewright_engine.tables.slices import Slice, SlicedFile

Item = TypeVar("Item")

MISFIT: Final = "row"  # the code under which rows that do not fit the table are counted


@dataclass(frozen=True, slots=True)
class Streamed:
    """What became of the rows of a file: kept or refused, never lost.

    `counts` says how many rows broke each rule; `MISFIT` counts rows that are no rows of the
    table. `refused` lists the first of each, with what stood there and how to mend it.
    """

    header: tuple[str, ...]
    rows_read: int
    rows_kept: int
    counts: Mapping[str, int]
    refused: pl.DataFrame

    @property
    def rows_refused(self) -> int:
        """Rows that were not handed on."""
        return self.rows_read - self.rows_kept


@dataclass(frozen=True, slots=True)
class _Passed:
    """The rows of one slice that passed, as written, and what was found in the others."""

    text: bytes
    rows_read: int
    rows_kept: int
    misfits: int
    issues: tuple[pl.DataFrame, ...]


def stream(
    source: SlicedFile,
    rules: Sequence[Rule],
    write: Callable[[bytes], object],
    *,
    listed: int = LISTED,
) -> Streamed:
    """Check a file and hand on the rows that pass, as lines of CSV in the order of its header.

    The lines are those of the file, unchanged but for line ends: what was checked is what
    travels. Nothing is written before the header names every column that a rule reads. The
    caller undoes what was written if this raises, so that no half of a file stays behind.
    """
    require_columns(source.header, rules)
    checker = Checker(rules, listed=listed)
    columns = frozenset[str]().union(*(rule.columns for rule in rules))
    read = kept = misfits = 0
    issues = [ROW_ISSUES.to_frame()]
    for passed in ahead(_passed(checker, ahead(source.slices(columns, listed=listed)))):
        if passed.text:
            write(passed.text)
        read += passed.rows_read
        kept += passed.rows_kept
        issues.extend(passed.issues)
        misfits += passed.misfits
    counts = {MISFIT: misfits, **checker.counts}
    refused = pl.concat(issues).sort("source_row", maintain_order=True)
    return Streamed(source.header, read, kept, counts, refused)


def ahead(items: Iterator[Item]) -> Iterator[Item]:
    """The same items, each prepared on a second thread while the one before it is used."""
    with ThreadPoolExecutor(max_workers=1) as worker:
        following = worker.submit(next, items, None)
        while (item := following.result()) is not None:
            following = worker.submit(next, items, None)
            yield item


def _passed(checker: Checker, slices: Iterator[Slice]) -> Iterator[_Passed]:
    for part in slices:
        checked = checker.check(part.frame)
        yield _Passed(
            text=part.written(checked.clean),
            rows_read=part.frame.height + part.misfits,
            rows_kept=int(checked.clean.sum()),
            misfits=part.misfits,
            issues=(part.issues, checked.issues),
        )
