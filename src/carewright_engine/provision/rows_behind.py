"""The rows of published files that stand behind a figure, said briefly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
import numpy.typing as npt
import polars as pl

# Rows from the first to the last, every `step`th of them: (first, last, step).
Run = tuple[int, int, int]
Rows = npt.NDArray[np.int64]


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
        rows: defaultdict[str, list[Rows]] = defaultdict(list)
        for frame in frames:
            for dataset, numbers in _by_file(frame):
                rows[dataset].append(numbers)
        return cls(
            tuple(
                FileRows(dataset, tuple(runs_of(np.unique(np.concatenate(rows[dataset])))))
                for dataset in sorted(rows)
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


def _by_file(frame: pl.DataFrame) -> Iterator[tuple[str, Rows]]:
    if frame.height == 0:
        return
    numbers = frame["source_row"].to_numpy()
    datasets = frame["dataset"]
    if datasets.n_unique() == 1:
        yield datasets[0], numbers
        return
    for dataset in datasets.unique().to_list():
        yield dataset, numbers[(datasets == dataset).to_numpy()]


def runs_of(rows: Rows) -> Iterator[Run]:
    """Sorted rows as runs of equal steps: neighbours, or three rows and more."""
    steps = np.diff(rows)
    # After the last of equal steps in a row: a population file's thousands are one stretch.
    ends = np.append(np.flatnonzero(np.diff(steps)) + 1, len(steps))
    numbers, stretch, start = rows.tolist(), 0, 0
    while start < len(numbers):
        while stretch < len(ends) - 1 and ends[stretch] <= start:
            stretch += 1
        end = max(int(ends[stretch]), start)
        step = int(steps[start]) if start < len(steps) else 1
        if end - start > 1 or (end > start and step == 1):
            yield numbers[start], numbers[end], step
            start = end + 1
        else:
            yield numbers[start], numbers[start], 1
            start += 1
