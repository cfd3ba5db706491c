"""A release looked at value by value: what the schema does not allow, and what says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from carewright_engine.open_contracting.findings import Finding, Kind, Release, odd
from carewright_engine.open_contracting.keeping import Schema
from carewright_engine.open_contracting.kept_schema import (
    SENTINELS,
    release_schema,
    resolved,
    standard,
    strict,
)
from carewright_engine.open_contracting.moments import DAY_ALONE, moment

MOST_WORDS: Final = 200
WITH_A_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+$")
NAMELESS: Final[Schema] = {}


def is_plain(release: Release) -> bool:
    """Whether the release is valid and leaves nothing odd to say."""
    return bool(strict().is_valid(release))


def breaches(release: Release) -> Iterator[Finding]:
    """What the published schema does not allow."""
    for error in standard().iter_errors(release):
        at = "/".join(str(part) for part in error.instance_path)
        yield Finding(Kind.SCHEMA, at, error.message[:MOST_WORDS])


def oddities(release: Release) -> Iterator[Finding]:
    """What is allowed and says nothing or little, and fields that nobody declares."""
    yield from _in_object(release, release_schema(), "")


def _in_object(found: dict[str, Any], schema: Schema, at: str) -> Iterator[Finding]:
    fields = schema.get("properties", {})
    for name, value in found.items():
        path = f"{at}/{name}" if at else name
        field = fields.get(name)
        if field is None and fields and not _by_pattern(name, schema):
            yield Finding(Kind.UNKNOWN, path, "No schema that we know has this field; it is kept.")
        yield from _in_value(value, NAMELESS if field is None else resolved(field), path)
    if "amountGross" in found and "amount" not in found:
        yield odd(at, "There is an amount with tax and none without: it compares with no other.")


def _by_pattern(name: str, schema: Schema) -> bool:
    return any(re.search(pattern, name) for pattern in schema.get("patternProperties", {}))


def _in_value(value: Any, schema: Schema, at: str) -> Iterator[Finding]:
    if isinstance(value, dict) and value:
        yield from _in_object(value, schema, at)
    elif isinstance(value, list) and value:
        items = resolved(schema.get("items", NAMELESS))
        for place, one in enumerate(value):
            yield from _in_value(one, items, f"{at}/{place}")
    elif value is None or value in ([], {}) or (isinstance(value, str) and not value.strip()):
        yield odd(at, f"{NOTHING_SAID[type(value)]}: a field with nothing to say is left out.")
    elif isinstance(value, str):
        yield from _in_text(value, schema, at)
    elif value == 0 and at.endswith("/amount"):
        yield odd(at, "The amount is nought: leave it out if it is not known.")


NOTHING_SAID: Final = {
    type(None): "The value is null",
    str: "The text is empty",
    list: "The list is empty",
    dict: "The object is empty",
}


def _in_text(value: str, schema: Schema, at: str) -> Iterator[Finding]:
    if value.strip().lower() in SENTINELS and value not in schema.get("enum", ()):
        yield odd(at, f"“{value}” stands for nothing: leave the field out.")
    if schema.get("format") == "date-time":
        yield from _in_moment(value, at)
    elif schema.get("format") == "uri" and not WITH_A_SCHEME.match(value):
        yield Finding(
            Kind.SCHEMA, at, f"“{value[:40]}” is no address: it needs https:// before it."
        )


def _in_moment(value: str, at: str) -> Iterator[Finding]:
    if DAY_ALONE.match(value):
        yield odd(at, f"{value} is a day without a time.")
    elif moment(value) is None:
        yield Finding(Kind.SCHEMA, at, f"“{value[:40]}” cannot be read as a day and time.")
    elif not re.search(r"(Z|[+-]\d\d:\d\d)$", value):
        yield odd(at, f"{value} does not say which clock it is by.")
