"""The canonical frames that an organisation's figures rest on, from every file it may use."""

from __future__ import annotations

from functools import lru_cache

import polars as pl

from carewright.register import store
from carewright.register.models import Dataset
from carewright.register.rows import Correction
from carewright.register.rules.corrections import typed
from carewright_engine.tables.schemas import SERVICE, TABLES


def frames_of(datasets: list[Dataset]) -> dict[str, pl.DataFrame]:
    """One frame a canonical table. Where two files hold the same row, the first file's stands."""
    places: dict[str, list[str]] = {}
    seen: set[tuple[str, str]] = set()
    for dataset in datasets:
        for table in dataset.tables.all():
            if table.name in TABLES and (table.name, table.sha256) not in seen:
                seen.add((table.name, table.sha256))
                places.setdefault(table.name, []).append(table.stored_as)
    return {name: _joined(name, tuple(kept)) for name, kept in places.items()}


@lru_cache(maxsize=32)
def _joined(name: str, places: tuple[str, ...]) -> pl.DataFrame:
    frames = [store.frame_kept_as(place) for place in places]
    if len(frames) == 1:
        return frames[0]
    key = list(TABLES[name].key)
    return pl.concat(frames).unique(subset=key, keep="first", maintain_order=True)


def corrected(services: pl.DataFrame, corrections: list[Correction]) -> pl.DataFrame:
    """The services with each corrected value in its place; rows and sources stay as they are."""
    for correction in corrections:
        here = (pl.col("service_id") == correction.service_id) & (
            pl.col("as_at") == correction.as_at
        )
        right = pl.lit(typed(correction.column, correction.new_value)).cast(
            SERVICE.schema[correction.column]
        )
        column = pl.col(correction.column)
        services = services.with_columns(
            pl.when(here).then(right).otherwise(column).alias(correction.column)
        )
    return services
