"""Outlines of areas as GeoJSON; the property that holds the code is recognised or chosen."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

import polars as pl

from carewright_engine.tables.area_codes import CODE_PATTERN
from carewright_engine.tables.issues import rows_where
from carewright_engine.tables.matching import Matching, match_columns, require
from carewright_engine.tables.published.area_columns import AREA_CODE, AREA_NAME, with_area
from carewright_engine.tables.published.outcome import reading_of, without
from carewright_engine.tables.published.repeats import repeated
from carewright_engine.tables.reading import Field, Hints, Kind, RawTable, Reading, UnreadableFile

GEOMETRY: Final = Field("geometry", (r"geometry",), "outlines as GeoJSON", required=True)
FIELDS: Final = (AREA_CODE, AREA_NAME, GEOMETRY)
SHAPES: Final = ("Polygon", "MultiPolygon")
MOSTLY: Final = 0.5
MOST_RINGS: Final = 10_000  # an outline of more is drawn by nobody


def _recognises(headers: tuple[str, ...], name: str) -> float:
    if "geometry" not in headers:
        return 0.0
    return 0.95 if not match_columns(headers, FIELDS, Hints()).missing else 0.7


def _read(raw: RawTable, hints: Hints) -> Reading:
    matching = _matching(raw, hints)
    rows, no_area = with_area(raw.rows, matching.matched["area_code"])
    rows = rows.with_columns(shape=_shapes(rows["geometry"]))
    _refuse_metres(rows, raw)
    _refuse_too_fine(rows, raw)
    refused = [no_area, _no_outline(rows)]
    kept = without(rows, refused)
    refused.append(repeated(kept, ("area_code",), "area's outline"))
    kept = without(kept, refused)
    name = matching.header("area_name")
    frame = kept.select(
        "area_kind",
        "geometry",
        "source_row",
        code="area_code",
        name=pl.col(name) if name else pl.lit(None, pl.String),
    ).rename({"area_kind": "kind"})
    chosen = matching.matched["area_code"]
    notes = [f'Codes were taken from the property "{chosen}".']
    return reading_of(
        "boundaries", raw, matching, {"boundary": frame}, refused=refused, notes=notes
    )


def _matching(raw: RawTable, hints: Hints) -> Matching:
    """The property that a person chose, else one so named, else the one that holds codes."""
    matching = match_columns(raw.headers, FIELDS, hints)
    if "area_code" in hints.columns:
        require(matching, KIND.title)
        return matching
    named = matching.header("area_code")
    if named is None or _share_of_codes(raw.rows, named) < MOSTLY:
        best = _property_with_codes(raw)
        if best is not None:
            chosen = Hints(hints.as_at, {**hints.columns, "area_code": best})
            matching = match_columns(raw.headers, FIELDS, chosen)
    require(matching, KIND.title)
    return matching


def _property_with_codes(raw: RawTable) -> str | None:
    properties = [header for header in raw.headers if header != "geometry"]
    shares = {header: _share_of_codes(raw.rows, header) for header in properties}
    best = max(properties, key=lambda header: shares[header], default=None)
    return best if best is not None and shares[best] >= MOSTLY else None


def _share_of_codes(rows: pl.DataFrame, header: str) -> float:
    share = rows.select(pl.col(header).str.contains(CODE_PATTERN).fill_null(False).mean()).item()
    return float(share)


def _shapes(geometries: pl.Series) -> pl.Series:
    return pl.Series("shape", [_shape(text) for text in geometries], dtype=pl.String)


def _shape(text: str | None) -> str | None:
    """Polygon or MultiPolygon with a corner; 'metres' when its corners are no degrees."""
    if (text or "").count("[[") > MOST_RINGS:
        return "too fine"
    outline = _outline(text)
    corner = _first_corner(outline.get("coordinates")) if outline else None
    if outline is None or outline.get("type") not in SHAPES or corner is None:
        return None
    in_degrees = abs(corner[0]) <= 180 and abs(corner[1]) <= 90
    return str(outline["type"]) if in_degrees else "metres"


def _outline(text: str | None) -> dict[str, Any] | None:
    try:
        outline = json.loads(text or "null")
    except ValueError:
        return None
    return outline if isinstance(outline, dict) else None


def _first_corner(coordinates: object) -> Sequence[float] | None:
    while isinstance(coordinates, list) and coordinates and isinstance(coordinates[0], list):
        coordinates = coordinates[0]
    if not isinstance(coordinates, list) or len(coordinates) < 2:
        return None
    numbers = [value for value in coordinates if isinstance(value, int | float)]
    return numbers if len(numbers) == len(coordinates) else None


def _refuse_metres(rows: pl.DataFrame, raw: RawTable) -> None:
    """British National Grid outlines would be drawn far off the map."""
    if (rows["shape"] == "metres").any():
        raise UnreadableFile(
            f"{raw.source.name} gives its outlines in metres, not in degrees. Export it as GeoJSON "
            "in WGS 84 (EPSG:4326), longitude before latitude."
        )


def _refuse_too_fine(rows: pl.DataFrame, raw: RawTable) -> None:
    """An outline of countless islets takes minutes to draw and shows no more than a plain one."""
    if (rows["shape"] == "too fine").any():
        raise UnreadableFile(
            f"{raw.source.name} has an outline of more than {MOST_RINGS:,} rings. Give the "
            "publisher's generalised edition of the boundaries instead."
        )


def _no_outline(rows: pl.DataFrame) -> pl.DataFrame:
    return rows_where(
        rows.with_columns(pl.col("geometry").str.slice(0, 60)),
        pl.col("shape").is_null(),
        column="geometry",
        reason="this is not a polygon or a set of polygons",
        mend="Export the area's outline as a Polygon or MultiPolygon.",
    )


KIND: Final = Kind(
    name="boundaries",
    title="Boundaries of areas (GeoJSON)",
    publisher="Office for National Statistics and National Records of Scotland",
    licence="Open Government Licence v3.0",
    fields=FIELDS,
    yields=("boundary",),
    recognises=_recognises,
    read=_read,
)
