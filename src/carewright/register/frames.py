"""The canonical frames that an organisation's figures rest on, from every file it may use.

Whatever is worked out here is kept under what it was worked out from: the digests of the files
and the corrections. It never goes stale, as other files or corrections are another key.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import polars as pl

from carewright.register import store
from carewright.register.models import Dataset
from carewright.register.rows import Correction
from carewright.register.rules.corrections import CORRECTABLE, typed
from carewright_engine.provision.groups import propose_groups
from carewright_engine.tables.schemas import SERVICE, TABLES
from carewright_engine.tables.together import once, put_together

Places = tuple[str, ...]
"""Where tables are kept, the first file before later ones."""


def frames_of(
    datasets: list[Dataset], corrections: tuple[Correction, ...], *, only: str = ""
) -> dict[str, pl.DataFrame]:
    """One frame a canonical table. Where two files hold the same row, the first file's stands."""
    places = _places_of(datasets)
    if only:
        return {only: _once(only, places[only])} if only in places else {}
    kept = tuple(sorted(places.items()))
    found = dict(_together(kept))
    if "service" in found and corrections:
        found["service"] = _corrected(kept, corrections)
    return found


def groups_of(datasets: list[Dataset]) -> pl.DataFrame:
    """Providers of the files' services that may be one operator."""
    return _groups(_places_of(datasets).get("service", ()))


def published_values(dataset: Dataset, service_id: str, as_at: date) -> dict[str, object]:
    """What the file itself says of a service, for each value that may be put right."""
    places = _places_of([dataset]).get("service", ())
    if not places:
        return {}
    here = (pl.col("service_id") == service_id) & (pl.col("as_at") == as_at)
    found = _once("service", places).filter(here).select(list(CORRECTABLE))
    return found.row(0, named=True) if found.height else {}


def corrected(services: pl.DataFrame, corrections: tuple[Correction, ...]) -> pl.DataFrame:
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


def _places_of(datasets: list[Dataset]) -> dict[str, Places]:
    places: dict[str, dict[str, None]] = {}
    for dataset in datasets:
        for table in dataset.tables.all():
            if table.name in TABLES:
                places.setdefault(table.name, {})[table.stored_as] = None
    return {name: tuple(kept) for name, kept in places.items()}


@lru_cache(maxsize=8)
def _together(places: tuple[tuple[str, Places], ...]) -> dict[str, pl.DataFrame]:
    return put_together({name: _kept(kept) for name, kept in places})


@lru_cache(maxsize=8)
def _corrected(
    places: tuple[tuple[str, Places], ...], corrections: tuple[Correction, ...]
) -> pl.DataFrame:
    return corrected(_together(places)["service"], corrections)


@lru_cache(maxsize=32)
def _once(name: str, places: Places) -> pl.DataFrame:
    return once(name, _kept(places))


def _kept(places: Places) -> list[pl.DataFrame]:
    return [store.frame_kept_as(place) for place in places]


@lru_cache(maxsize=16)
def _groups(places: Places) -> pl.DataFrame:
    # No name or number of a provider can be corrected, so corrections make no other groups.
    return propose_groups(_once("service", places) if places else SERVICE.empty())
