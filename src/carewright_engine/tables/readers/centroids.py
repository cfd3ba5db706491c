"""Centres of areas: code, name, latitude and longitude."""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.tables.matching import match_columns, require
from carewright_engine.tables.published.area_columns import AREA_CODE, AREA_NAME, with_area
from carewright_engine.tables.published.coordinates import LATITUDE, LONGITUDE, with_place
from carewright_engine.tables.published.outcome import reading_of, without
from carewright_engine.tables.published.repeats import repeated
from carewright_engine.tables.reading import Field, Hints, Kind, RawTable, Reading

FIELDS: Final = (AREA_CODE, AREA_NAME, LATITUDE, LONGITUDE)
# What map services add to every table of centres, and which says nothing about the area.
ADDED: Final = Field("added", (r"objectid|globalid|fid|shape_?\w*|bng_[en]|\w+nmw|id",), "")


def _recognises(headers: tuple[str, ...], name: str) -> float:
    """Only a table of nothing but centres: many other tables also have a place and a code."""
    plain = tuple(h for h in headers if not match_columns((h,), (ADDED,), Hints()).matched)
    matching = match_columns(plain, FIELDS, Hints())
    return 0.0 if matching.missing or matching.unmatched else 0.95


def _read(raw: RawTable, hints: Hints) -> Reading:
    matching = match_columns(raw.headers, FIELDS, hints)
    require(matching, KIND.title)
    rows, no_area = with_area(raw.rows, matching.matched["area_code"])
    rows, no_place = with_place(rows, matching.matched["latitude"], matching.matched["longitude"])
    refused = [no_area, no_place]
    kept = without(rows, refused)
    refused.append(repeated(kept, ("area_code",), "area's centre"))
    kept = without(kept, refused)
    name = matching.header("area_name")
    frame = kept.select(
        "latitude",
        "longitude",
        "source_row",
        code="area_code",
        kind="area_kind",
        name=pl.col(name) if name else pl.lit(None, pl.String),
    )
    return reading_of("area_centroids", raw, matching, {"area": frame}, refused=refused)


KIND: Final = Kind(
    name="area_centroids",
    title="Centres of areas",
    publisher="Office for National Statistics and National Records of Scotland",
    licence="Open Government Licence v3.0",
    fields=FIELDS,
    yields=("area",),
    recognises=_recognises,
    read=_read,
)
