"""The rows of published files that stand behind a figure, said briefly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Self

import polars as pl

# Rows from the first to the last, every `step`th of them: (first, last, step).
Run = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class FileRows:
    """Rows of one file, by its digest; the header is row 1.

    A population file with a row for women, one for men and one for both gives every third.
    """

    dataset: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class RowsBehind:
    """The rows that a figure was worked out from, in few runs."""

    files: tuple[FileRows, ...] = ()

    @classmethod
    def of(cls, *frames: pl.DataFrame) -> Self:
        """The rows of frames that carry `dataset` and `source_row`, each once."""
        rows: defaultdict[str, set[int]] = defaultdict(set)
        for frame in frames:
            pairs = zip(frame["dataset"].to_list(), frame["source_row"].to_list(), strict=True)
            for dataset, row in pairs:
                rows[dataset].add(row)
        return cls(
            tuple(
                FileRows(dataset, tuple(runs_of(sorted(rows[dataset])))) for dataset in sorted(rows)
            )
        )

    @property
    def datasets(self) -> tuple[str, ...]:
        """Digests of the files that the rows stand in."""
        return tuple(file.dataset for file in self.files)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return sum(
            (last - first) // step + 1 for file in self.files for first, last, step in file.runs
        )

    def rows(self, dataset: str) -> Iterator[int]:
        """Row numbers in one file, in order."""
        for file in self.files:
            if file.dataset == dataset:
                for first, last, step in file.runs:
                    yield from range(first, last + 1, step)


NO_ROWS: Final = RowsBehind()


def runs_of(rows: list[int]) -> Iterator[Run]:
    """Sorted rows as runs of equal steps: neighbours, or three rows and more."""
    steps = [after - before for before, after in pairwise(rows)]
    start = 0
    while start < len(rows):
        end = start
        while end < len(steps) and steps[end] == steps[start]:
            end += 1
        if end - start > 1 or (end > start and steps[start] == 1):
            yield rows[start], rows[end], steps[start]
            start = end + 1
        else:
            yield rows[start], rows[start], 1
            start += 1
