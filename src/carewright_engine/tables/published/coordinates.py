"""Latitude and longitude as publishers give them."""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.tables.issues import refuse_nonsense, rows_where
from carewright_engine.tables.published.figures import figure
from carewright_engine.tables.reading import Field

LATITUDE: Final = Field("latitude", (r"lat(?:itude)?",), "latitudes in degrees", required=True)
LONGITUDE: Final = Field(
    "longitude", (r"lon(?:g|gitude)?", r"lng"), "longitudes in degrees", required=True
)

# The United Kingdom from Scilly to Shetland and from Fermanagh to Lowestoft.
SOUTH, NORTH = 49.0, 61.5
WEST, EAST = -9.5, 2.5


def with_place(
    rows: pl.DataFrame, latitude: str, longitude: str
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows with `latitude` and `longitude`, and an issue for each that is not in the UK."""
    north = figure(latitude).is_between(SOUTH, NORTH)
    east = figure(longitude).is_between(WEST, EAST)
    refuse_nonsense(rows, latitude, north, f"latitudes between {SOUTH:g} and {NORTH:g}")
    refuse_nonsense(rows, longitude, east, f"longitudes between {WEST:g} and {EAST:g}")
    issues = rows_where(
        rows,
        ~(north & east).fill_null(False),
        column=latitude,
        reason="this place is not in the United Kingdom, or has no place at all",
        mend="Give latitude and longitude in degrees (WGS 84).",
    )
    placed = rows.with_columns(latitude=figure(latitude), longitude=figure(longitude))
    return placed, issues
