"""Which keys of a long table have already stood in an earlier row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

Numbers = NDArray[np.uint64]

SEEDS: Final = (1, 2)
GROWTH: Final = 8


@dataclass(frozen=True, slots=True)
class _Prints:
    """Two 64-bit prints of each key, in the order of the first.

    Two different keys with both prints equal are not to be expected: about one chance in
    10^22 among a hundred million keys. So the keys themselves need not be kept.
    """

    first: Numbers
    second: Numbers

    def at(self, places: NDArray[np.int64] | NDArray[np.bool_]) -> _Prints:
        """The prints at these places."""
        return _Prints(self.first[places], self.second[places])

    def like_the_one_before(self) -> NDArray[np.bool_]:
        """Which prints equal their neighbour before them."""
        alike = np.zeros(len(self.first), dtype=np.bool_)
        np.logical_and(
            self.first[1:] == self.first[:-1], self.second[1:] == self.second[:-1], out=alike[1:]
        )
        return alike

    def holds(self, keys: _Prints) -> NDArray[np.bool_]:
        """Which of the keys are among these."""
        places = np.searchsorted(self.first, keys.first)
        places[places == len(self.first)] = 0
        found: NDArray[np.bool_] = self.first[places] == keys.first
        if found.any():
            found &= self.second[places] == keys.second
        return found

    def joined(self, other: _Prints) -> _Prints:
        """Both together, in order again."""
        first = np.concatenate([self.first, other.first])
        second = np.concatenate([self.second, other.second])
        order = np.argsort(first, kind="stable")  # merges two ordered runs in one sweep
        return _Prints(first[order], second[order])


class Repeats:
    """Remembers keys in 16 bytes each, so that uniqueness holds across slices of a file.

    The first row with a key stands; every later one is a repeat. A key with a blank part
    names nothing and repeats nothing.
    """

    def __init__(self, columns: Sequence[str]) -> None:
        self._columns = tuple(columns)
        self._runs: list[_Prints] = []

    def in_earlier_row(self, frame: pl.DataFrame) -> pl.Series:
        """True for each row whose key stood in an earlier row, of this slice or before it."""
        named, keys = self._prints(frame)
        order = _order(keys)
        keys = keys.at(order)
        repeated = keys.like_the_one_before()
        for run in self._runs:
            repeated |= run.holds(keys)
        self._remember(keys.at(~repeated))
        rows = np.zeros(frame.height, dtype=np.bool_)
        rows[named[order]] = repeated
        return pl.Series(rows)

    def _prints(self, frame: pl.DataFrame) -> tuple[NDArray[np.int64], _Prints]:
        """The rows that have a key, and the prints of their keys."""
        key = frame[self._columns[0]]
        if len(self._columns) > 1:
            key = frame.select(pl.struct(self._columns)).to_series()
        has_key = np.ones(frame.height, dtype=np.bool_)
        for column in self._columns:
            has_key &= frame[column].is_not_null().to_numpy()
        named = np.flatnonzero(has_key)
        first, second = (key.hash(seed).to_numpy()[named] for seed in SEEDS)
        return named, _Prints(first, second)

    def _remember(self, keys: _Prints) -> None:
        """Few ordered runs, each much longer than the next: cheap to search and to add to."""
        while self._runs and len(self._runs[-1].first) <= GROWTH * len(keys.first):
            keys = self._runs.pop().joined(keys)
        if len(keys.first):
            self._runs.append(keys)


def _order(keys: _Prints) -> NDArray[np.int64]:
    """Rows in the order of their prints; of equal ones the earlier row first."""
    order = np.argsort(keys.first)
    if keys.at(order).like_the_one_before().any():
        order = np.argsort(keys.first, kind="stable")  # slower, and needed for ties alone
    return order
