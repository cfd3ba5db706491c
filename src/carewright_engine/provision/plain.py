"""Frozen dataclasses as plain JSON values, and back again."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")

_PLAIN_ALREADY = frozenset({str, int, float, bool, type(None)})


def as_plain(value: Any) -> Any:
    """Dictionaries, lists, text and numbers that hold what the dataclass holds."""
    if type(value) in _PLAIN_ALREADY:
        return value
    if isinstance(value, tuple | list):
        return [as_plain(part) for part in value]
    plain = plain_once(value)
    if isinstance(plain, dict):
        return {name: as_plain(part) for name, part in plain.items()}
    return plain


def plain_once(value: Any) -> Any:
    """A dataclass as a dictionary of its fields, a day as text: what JSON cannot write itself."""
    if is_dataclass(value) and not isinstance(value, type):
        return {name: getattr(value, name) for name in _fields(type(value))}
    return value.isoformat() if isinstance(value, date) else value


def from_plain(wanted: type[T], plain: Any) -> T:
    """The dataclass that `as_plain` was given."""
    made: T = _restored(wanted, plain)
    return made


@cache
def _fields(kind: type[Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def _restored(wanted: Any, plain: Any) -> Any:
    origin = get_origin(wanted)
    if plain is None or origin is Literal:
        return plain
    if is_dataclass(wanted):
        return _record(wanted, plain)
    if origin is tuple:
        return _tuple(get_args(wanted), plain)
    if origin in (Union, types.UnionType):
        return _one_of(get_args(wanted), plain)
    return date.fromisoformat(plain) if wanted is date else plain


def _record(wanted: Any, plain: dict[str, Any]) -> Any:
    kinds = _fields(wanted)
    return wanted(**{name: _restored(kinds[name], part) for name, part in plain.items()})


def _tuple(parts: tuple[Any, ...], plain: list[Any]) -> tuple[Any, ...]:
    inner = parts[0] if len(parts) == 2 and parts[1] is Ellipsis else None
    kinds = [inner] * len(plain) if inner is not None else list(parts)
    return tuple(_restored(kind, part) for kind, part in zip(kinds, plain, strict=True))


def _one_of(kinds: tuple[Any, ...], plain: Any) -> Any:
    """Unions here are either 'or none', or of plain values that need no restoring."""
    richer = [kind for kind in kinds if kind is date or is_dataclass(kind)]
    return _restored(richer[0], plain) if richer else plain
