"""Rows to choose from, in the database or in memory, narrowed and ordered the same way.

What is missing comes last in either direction: an unknown figure is neither small nor large.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter
from typing import Any, Protocol

from django.core.exceptions import FieldDoesNotExist
from django.db.models import CharField, Expression, F, Field, Model, Q, QuerySet, TextField
from django.db.models.functions import Lower

from carewright.ui.formats import in_london
from carewright.ui.lists.declared import ListColumn, ListFilter


class Source(Protocol):
    """Rows that can be narrowed, ordered, counted and fetched in part."""

    def narrowed(self, each: ListFilter, value: Any) -> Source: ...

    def ordered(self, column: ListColumn, *, descends: bool) -> Source: ...

    def part(self, first: int, past: int) -> Sequence[Any]: ...

    def counted(self, up_to: int) -> int: ...

    def each(self) -> Iterator[Any]: ...


def source_of(rows: Any) -> Source:
    """The rows that a query gave: still in the database, or already in memory."""
    if isinstance(rows, FromDatabase | FromMemory):
        return rows
    return FromDatabase(rows) if isinstance(rows, QuerySet) else FromMemory(tuple(rows))


@dataclass(frozen=True)
class FromDatabase:
    """Rows of a query that has not run yet."""

    rows: QuerySet[Any]

    def narrowed(self, each: ListFilter, value: Any) -> FromDatabase:
        """The rows that the filter leaves."""
        if each.narrow:
            return FromDatabase(each.narrow(self.rows, value))
        if each.kind == "search":
            return FromDatabase(self.rows.filter(*(_found_in(each.paths, word) for word in value)))
        ending = {"select": "", "from": "__gte", "until": "__lte"}[each.kind]
        wanted = Q()
        for path in each.paths:
            wanted |= Q(**{path + ending: value})
        return FromDatabase(self.rows.filter(wanted))

    def ordered(self, column: ListColumn, *, descends: bool) -> FromDatabase:
        """The rows in the column's order; equal ones in the order of their keys."""
        route = _route(self.rows.model, column.sort)
        # "apple" belongs before "Zebra", whatever the database's own order of letters says.
        is_text = bool(route) and isinstance(route[-1], CharField | TextField)
        by: Expression | F = Lower(column.sort) if is_text else F(column.sort)
        if not descends:
            return FromDatabase(self.rows.order_by(by.asc(), "pk"))
        # Only where something may be missing: the words keep an index from being used.
        is_full = bool(route) and not any(field.null for field in route)
        return FromDatabase(
            self.rows.order_by(by.desc(nulls_last=None if is_full else True), "-pk")
        )

    def part(self, first: int, past: int) -> Sequence[Any]:
        return list(self.rows[first:past])

    def counted(self, up_to: int) -> int:
        """How many there are, counting no further than `up_to`."""
        return self.rows.order_by()[:up_to].count()

    def each(self) -> Iterator[Any]:
        return iter(self.rows.iterator(chunk_size=2_000))


@dataclass(frozen=True)
class FromMemory:
    """Rows that somebody has fetched already."""

    rows: tuple[Any, ...]

    def narrowed(self, each: ListFilter, value: Any) -> FromMemory:
        """The rows that the filter leaves."""
        if each.narrow:
            return FromMemory(tuple(each.narrow(self.rows, value)))
        takes = [_take(path) for path in each.paths]
        return FromMemory(tuple(row for row in self.rows if _matches(each, value, row, takes)))

    def ordered(self, column: ListColumn, *, descends: bool) -> FromMemory:
        """The rows in the column's order; equal ones stay as they came."""
        take = _take(column.sort)
        known = [row for row in self.rows if take(row) is not None]
        missing = [row for row in self.rows if take(row) is None]
        known.sort(key=lambda row: _folded(take(row)), reverse=descends)
        return FromMemory((*known, *missing))

    def part(self, first: int, past: int) -> Sequence[Any]:
        return self.rows[first:past]

    def counted(self, up_to: int) -> int:
        return min(len(self.rows), up_to)

    def each(self) -> Iterator[Any]:
        return iter(self.rows)


def _found_in(paths: Iterable[str], word: str) -> Q:
    wanted = Q()
    for path in paths:
        wanted |= Q(**{f"{path}__icontains": word})
    return wanted


def _route(model: type[Model], path: str) -> list[Field[Any, Any]]:
    """The columns that the path goes through, the last holding the value; empty where the path
    names something that is no column, as a figure that the query works out."""
    route: list[Field[Any, Any]] = []
    for part in path.split("__"):
        try:
            field = model._meta.get_field(part)
        except FieldDoesNotExist:
            return []
        if not isinstance(field, Field):
            return []
        route.append(field)
        model = field.related_model or model
    return route


def _take(path: str) -> Any:
    return attrgetter(path.replace("__date", "").replace("__", "."))


def _matches(each: ListFilter, value: Any, row: Any, takes: Sequence[Any]) -> bool:
    found = [take(row) for take in takes]
    if each.kind == "search":
        texts = [str(text).casefold() for text in found if text is not None]
        return all(any(word.casefold() in text for text in texts) for word in value)
    if each.kind == "select":
        return any(thing is not None and str(thing) == value for thing in found)
    days = [_day(thing) for thing in found if thing is not None]
    return any(day >= value if each.kind == "from" else day <= value for day in days)


def _day(moment: date) -> date:
    return in_london(moment).date() if isinstance(moment, datetime) else moment


def _folded(value: Any) -> Any:
    return value.casefold() if isinstance(value, str) else value
