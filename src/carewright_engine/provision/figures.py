"""Making figures: a sum with its rows, or an honest gap with what would fill it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import polars as pl

from carewright_engine.provision.answers import Figure, NotAssessed, RowsBehind, Section, Value

# What a part of the analysis yields: its section, and the questions that it had to leave open.
Dimension = tuple[Section, tuple[NotAssessed, ...]]


@dataclass(frozen=True, slots=True)
class Behind:
    """Rows behind a figure and how many of them are doubtful, found once for many figures."""

    rows: RowsBehind
    doubtful: int

    @classmethod
    def of(cls, *frames: pl.DataFrame) -> Self:
        """The rows of all the frames."""
        doubtful = sum(int(f["doubtful"].sum()) for f in frames if "doubtful" in f.columns)
        return cls(RowsBehind.of(*frames), doubtful)


def figure(
    figure_id: str,
    value: Value,
    unit: str,
    words: str,
    method: str,
    behind: Behind | pl.DataFrame,
    decimals: int = 0,
) -> Figure:
    """A figure with the rows it was worked out from, the doubtful among them counted."""
    found = behind if isinstance(behind, Behind) else Behind.of(behind)
    return Figure(figure_id, value, unit, words, method, found.rows, decimals, found.doubtful)


def not_known(
    figure_id: str, unit: str, method: str, gap: NotAssessed, decimals: int = 0
) -> Figure:
    """A figure that could not be assessed, and what would fill the gap."""
    return Figure(
        figure_id,
        None,
        unit,
        gap.question,
        method,
        decimals=decimals,
        not_assessed=gap.why,
        what_would_fill_it=gap.what_would_fill_it,
    )


def total(rows: pl.DataFrame, column: str) -> int | float | None:
    """The sum of what is known; None when nothing is, never 0."""
    known = rows[column].drop_nulls()
    value = known.sum() if known.len() else None
    return value if isinstance(value, int | float) else None


def middle(rows: pl.DataFrame, column: str) -> float | None:
    """The median of what is known; None when nothing is."""
    value = rows[column].drop_nulls().median()
    return float(value) if isinstance(value, int | float) else None


def share(part: float | None, whole: float | None) -> float | None:
    """Part of a whole from 0 to 1; None when either is not known or the whole is nothing."""
    return part / whole if part is not None and whole else None


def gaps(
    figures: Iterable[Figure], questions: Iterable[NotAssessed] = ()
) -> tuple[NotAssessed, ...]:
    """The questions left open: those named, and one for each figure that is not known."""
    missing = (
        NotAssessed(f.words, f.not_assessed, f.what_would_fill_it)
        for f in figures
        if f.value is None
    )
    return tuple(dict.fromkeys((*questions, *missing)))
