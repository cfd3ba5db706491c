"""What a reader hands back: canonical frames, counts that add up, and reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import polars as pl

from carewright_engine.tables.issues import rows_with_issues, together
from carewright_engine.tables.matching import Matching
from carewright_engine.tables.reading import RawTable, Reading, UnreadableFile
from carewright_engine.tables.schemas import TABLES


def reading_of(
    kind: str,
    raw: RawTable,
    matching: Matching,
    tables: Mapping[str, pl.DataFrame],
    *,
    doubtful: Iterable[pl.DataFrame] = (),
    refused: Iterable[pl.DataFrame] = (),
    notes: Iterable[str] = (),
    as_at: date | None = None,
) -> Reading:
    """A reading whose counts add up; refused when not one row could be kept."""
    not_kept = together(refused)
    in_doubt = together(doubtful).join(not_kept, on="source_row", how="anti")
    rows_read = raw.rows.height
    rows_refused = rows_with_issues(not_kept)
    if rows_refused >= rows_read:
        raise UnreadableFile(_why_nothing_was_kept(raw, not_kept))
    return Reading(
        kind=kind,
        source=raw.source,
        tables={name: _canonical(name, frame, raw) for name, frame in tables.items()},
        rows_read=rows_read,
        rows_kept=rows_read - rows_refused,
        rows_doubtful=rows_with_issues(in_doubt),
        rows_refused=rows_refused,
        doubtful=in_doubt,
        refused=not_kept,
        matched=matching.matched,
        unmatched=matching.unmatched,
        as_at=as_at,
        notes=tuple(notes),
    )


def _canonical(name: str, frame: pl.DataFrame, raw: RawTable) -> pl.DataFrame:
    return TABLES[name].conform(frame.with_columns(dataset=pl.lit(raw.source.sha256)))


def _why_nothing_was_kept(raw: RawTable, refused: pl.DataFrame) -> str:
    first = refused.row(0, named=True)
    return (
        f"{raw.source.name}: not one of its {raw.rows.height:,} rows could be read. Row "
        f'{first["source_row"]}, column "{first["column"]}", holds "{first["value"]}": '
        f"{first['reason']}. {first['mend']}"
    )


def without(rows: pl.DataFrame, refused: Iterable[pl.DataFrame]) -> pl.DataFrame:
    """The rows that are not refused."""
    return rows.join(together(refused).select("source_row").unique(), on="source_row", how="anti")


def explained(matching: Matching) -> float:
    """How surely headers are a kind's own: 0 when a needed one is missing.

    Of two kinds whose needed columns are all there, the one that leaves fewer of the file's
    columns unexplained is the nearer.
    """
    if matching.missing:
        return 0.0
    return max(0.0, 1 - 0.1 * len(matching.unmatched))
