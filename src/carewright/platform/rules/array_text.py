"""Whole columns handed to PostgreSQL as the text of an array."""

from __future__ import annotations

from collections.abc import Iterable


def array_text(values: Iterable[object]) -> str:
    """The text of a one-dimensional array, as PostgreSQL reads it where it is cast: `{1,NULL}`.

    For statements over tens of thousands of rows: the driver writes each element of a list by
    itself, which takes ten times as long as joining their texts.
    """
    return "{" + ",".join(map(_element, values)) + "}"


def _element(value: object) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return str(value)
