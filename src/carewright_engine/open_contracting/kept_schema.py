"""The kept schema of a release, and a stricter one by which most releases need no second look.

The standard's schema lets a publisher say nothing in many ways: null, an empty list, a field that
nobody knows. The strict schema is derived from it and allows none of them. What passes it passes
the standard's as well and has nothing odd; only what does not pass is looked at value by value.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any, Final

import jsonschema_rs

from carewright_engine.open_contracting.keeping import KEPT, Schema

#: What publishers type where they have nothing to say; compared without regard to case.
SENTINELS: Final = ("1e9999", "n/a", "na", "none", "null", "tbc", "tbd", "unknown", "not known")
_AS_TYPED: Final = sorted(
    {form(word) for word in SENTINELS for form in (str, str.upper, str.title)}
)


@cache
def release_schema() -> Schema:
    """The release schema 1.1.5 with the extensions that Find a Tender declares and the UK's."""
    schema: Schema = json.loads(KEPT.read_text(encoding="utf-8"))
    return schema


@cache
def standard() -> jsonschema_rs.Draft4Validator:
    """Holds a release against the schema as it is published; formats are looked at in words."""
    return jsonschema_rs.Draft4Validator(release_schema(), validate_formats=False)


@cache
def strict() -> jsonschema_rs.Draft4Validator:
    """Passes a release that is valid and of which there is nothing odd to say."""
    return jsonschema_rs.Draft4Validator(_strict(release_schema()), validate_formats=True)


def resolved(field: Schema) -> Schema:
    """A field's schema, its reference followed; beside a reference nothing counts."""
    while "$ref" in field:
        field = release_schema()["definitions"][field["$ref"].rpartition("/")[2]]
    return field


def _strict(schema: Schema) -> Schema:
    """Every object of the schema closed, and no way left to say nothing."""
    closed = _closed(schema)
    closed["definitions"] = {name: _closed(one) for name, one in schema["definitions"].items()}
    value = closed["definitions"]["Value"]
    value["properties"]["amount"]["not"] = {"enum": [0]}
    value["dependencies"] = {"amountGross": ["amount"]}
    return closed


def _closed(field: Schema) -> Schema:
    if "$ref" in field:
        return {"$ref": field["$ref"]}
    closed = dict(field)
    types = [kind for kind in _types(field) if kind != "null"]
    if types:
        closed["type"] = types
    if "enum" in field:
        closed["enum"] = [one for one in field["enum"] if one is not None]
    elif "string" in types and "format" not in field:
        closed |= {"pattern": r"\S", "not": {"enum": list(_AS_TYPED)}}
    if "properties" in field:
        fields = {name: _closed(one) for name, one in field["properties"].items()}
        closed |= {"properties": fields, "additionalProperties": False, "minProperties": 1}
    if "array" in types:
        closed["minItems"] = 1
    if "items" in field:
        closed["items"] = _closed(field["items"])
    return closed


def _types(field: Schema) -> list[Any]:
    kind = field.get("type", [])
    return [kind] if isinstance(kind, str) else list(kind)
