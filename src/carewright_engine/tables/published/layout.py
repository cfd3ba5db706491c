"""A layout says where a kind of statistics file keeps what it says.

It names the columns of the area, the period, the age band, what the figures are divided by,
and the figures themselves. Files of official statistics differ in this and in little else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from carewright_engine.tables.published import fields
from carewright_engine.tables.published.periods import PublishedPeriod, period_named
from carewright_engine.tables.reading import Field


@dataclass(frozen=True, slots=True)
class Figure:
    """A column of figures: what they measure, how they are rounded, what they must be times."""

    column: Field
    measure: str
    rounded_to: int | None = None
    times: float = 1.0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a measure written in words is, where one column holds figures of several measures."""

    words: str  # a pattern over the words in lower case
    measure: str
    rounded_to: int | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a kind of statistics file keeps what it says."""

    name: str
    title: str
    publisher: str
    activity: str  # the activity's kind, when the whole file is about one
    figures: tuple[Figure, ...]
    location: Field = fields.LOCATION
    period: Field = fields.PERIOD
    period_label: Field | None = None
    read_period: Callable[[str, str], PublishedPeriod | None] = period_named
    age: Field | None = fields.AGE_GROUP
    sex: Field | None = None
    details: tuple[Field, ...] = ()
    whole: frozenset[str] = frozenset()  # details that mean: not divided
    measured: tuple[Measured, ...] = ()  # for a file with one column of figures and their measure
    kinds: tuple[tuple[str, str], ...] = ()  # patterns over the last detail, and their kinds
    ignored: tuple[Field, ...] = ()
    afterwards: Callable[[pl.DataFrame], tuple[pl.DataFrame, list[str]]] | None = None
    doubts: Callable[[pl.DataFrame], pl.DataFrame] | None = None
    notes: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every column the layout knows, the rarer names before those that match more."""
        optional = (self.period_label, self.age, self.sex)
        return (
            *(f for f in optional if f is not None),
            *self.details,
            *((fields.MEASURE,) if self.measured else ()),
            *(each.column for each in self.figures),
            self.location,
            fields.LOCATION_NAME,
            self.period,
            *self.ignored,
        )
