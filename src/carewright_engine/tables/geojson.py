"""GeoJSON becomes a table: one row a feature, its properties and its geometry as text."""

from __future__ import annotations

import json
from typing import Any, Final

import polars as pl

from carewright_engine.tables.reading import UnreadableFile

LARGEST: Final = 150 * 1024 * 1024
MOST_PROPERTIES: Final = 500


def read_feature_collection(text: bytes, name: str) -> pl.DataFrame:
    """Properties as columns of text, `geometry` as GeoJSON text, `source_row` from 2 on."""
    if len(text) > LARGEST:
        raise UnreadableFile(
            f"{name} holds {len(text) // 1024 // 1024} MB of GeoJSON. Take the publisher's "
            "generalised boundaries instead of the full-resolution ones."
        )
    features = _features(text, name)
    columns = _property_names(features, name)
    rows = [
        [_cell(_properties(feature).get(column)) for column in columns]
        + [_cell(feature.get("geometry"))]
        for feature in features
    ]
    schema = dict.fromkeys((*columns, "geometry"), pl.String)
    frame = pl.DataFrame(rows, schema=schema, orient="row")
    return frame.with_columns(source_row=pl.int_range(2, len(rows) + 2, dtype=pl.Int64))


def _features(text: bytes, name: str) -> list[dict[str, Any]]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as wrong:
        raise UnreadableFile(f"{name} is not valid JSON: {wrong}. Download it again.") from wrong
    if not isinstance(document, dict) or document.get("type") != "FeatureCollection":
        raise UnreadableFile(
            f"{name} is JSON but not a GeoJSON FeatureCollection. Give boundaries as a "
            "FeatureCollection, and tables as CSV."
        )
    features = document.get("features")
    if not isinstance(features, list) or not features:
        raise UnreadableFile(f"{name} is a FeatureCollection without features. Export it again.")
    if not all(isinstance(feature, dict) for feature in features):
        raise UnreadableFile(f"{name} holds features that are not objects. Export it again.")
    return features


def _properties(feature: dict[str, Any]) -> dict[str, Any]:
    properties = feature.get("properties")
    return properties if isinstance(properties, dict) else {}


def _property_names(features: list[dict[str, Any]], name: str) -> list[str]:
    names = list(dict.fromkeys(key for feature in features for key in _properties(feature)))
    if len(names) > MOST_PROPERTIES:
        raise UnreadableFile(
            f"{name} has {len(names):,} different properties; at most {MOST_PROPERTIES} are read. "
            "Keep only those you need."
        )
    return [each for each in names if each not in ("geometry", "source_row")]


def _cell(value: object) -> str | None:
    """Any JSON value as text; objects and lists stay JSON."""
    if value is None:
        return None
    if isinstance(value, str):
        return value.strip() or None
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
