"""What an analysis of provision answers: figures that open to their rows, and honest gaps."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final, Literal, Self

from carewright_engine.provision.inputs import SourceRef
from carewright_engine.provision.plain import from_plain, plain_once
from carewright_engine.provision.questions import Question
from carewright_engine.provision.rows_behind import NO_ROWS, FileRows, RowsBehind

__all__ = [
    "AreaProvision",
    "Figure",
    "FileRows",
    "Finding",
    "Grid",
    "GridColumn",
    "NotAssessed",
    "RowsBehind",
    "Section",
    "SectionName",
    "Value",
    "shown",
]

Value = int | float | str | None
SectionName = Literal[
    "type", "quality", "capacity", "cost", "accessibility", "market", "gap", "overview"
]

# Every number is kept to this many decimals, so that a rerun gives the same bytes whatever
# order a sum was taken in. What a person sees is rounded further: `Figure.decimals`.
KEPT_DECIMALS: Final = 6
FORMAT: Final = "carewright/area-provision/1"


def kept(value: Value) -> Value:
    """A value as it is stored: numbers to six decimals, never minus zero."""
    return round(value, KEPT_DECIMALS) + 0.0 if isinstance(value, float) else value


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of an analysis, with its unit, its method and the rows behind it.

    A value of None means that it could not be assessed, and then `not_assessed` says why and
    `what_would_fill_it` what would help. It never means zero.
    """

    id: str
    value: Value
    unit: str
    words: str
    method: str
    rows: RowsBehind = NO_ROWS
    decimals: int = 0
    doubtful: int = 0
    not_assessed: str = ""
    what_would_fill_it: str = ""

    def __post_init__(self) -> None:
        """Refuse a figure that is silent about its method or about why it is missing."""
        object.__setattr__(self, "value", kept(self.value))
        if not self.method:
            raise ValueError(f"figure {self.id} names no method")
        if self.value is None and not (self.not_assessed and self.what_would_fill_it):
            raise ValueError(f"figure {self.id} is not known and does not say why")

    @property
    def shown(self) -> str:
        """The value as a person reads it: '2,950', '46%', 'Not known'."""
        return shown(self.value, self.unit, self.decimals)


def shown(value: Value, unit: str = "", decimals: int = 0) -> str:
    """A value as a person reads it; a share from 0 to 1 is shown as a percentage."""
    if value is None:
        return "Not known"
    if isinstance(value, str):
        return value
    # Halves are rounded up, as people do by hand; stored values are not touched by this.
    exact = Decimal(str(value)) * (100 if unit == "share" else 1)
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return f"{rounded:,}" + ("%" if unit == "share" else "")


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column of a table in an answer: what it means, in what unit, how it is shown."""

    name: str
    meaning: str
    unit: str = ""
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of an answer, ready for a page, a chart or a CSV file.

    `behind`, where it is given, holds the rows behind each row of the table, in their order.
    """

    name: str
    title: str
    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[Value, ...], ...]
    method: str
    rows_behind: RowsBehind = NO_ROWS
    behind: tuple[RowsBehind, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        """Keep numbers as stored, and refuse rows that do not fit the columns."""
        object.__setattr__(self, "rows", tuple(tuple(map(kept, row)) for row in self.rows))
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"a row of table {self.name} does not fit its columns")
        if self.behind and len(self.behind) != len(self.rows):
            raise ValueError(f"table {self.name} must say for each row what stands behind it")

    @property
    def column_names(self) -> tuple[str, ...]:
        """Names of the columns in their order."""
        return tuple(column.name for column in self.columns)

    def records(self) -> list[dict[str, Value]]:
        """The rows as dictionaries by column name."""
        return [dict(zip(self.column_names, row, strict=True)) for row in self.rows]

    def column(self, name: str) -> list[Value]:
        """One column's values, from the first row to the last."""
        place = self.column_names.index(name)
        return [row[place] for row in self.rows]


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence that the figures bear out, and which figures those are."""

    words: str
    figures: tuple[str, ...] = ()
    caution: bool = False  # how to read a figure with care, rather than a result


@dataclass(frozen=True, slots=True)
class NotAssessed:
    """A question that the files could not answer, and what would answer it."""

    question: str
    why: str
    what_would_fill_it: str


@dataclass(frozen=True, slots=True)
class Section:
    """One dimension of provision. The heading is the finding in words."""

    name: SectionName
    heading: str
    figures: tuple[Figure, ...] = ()
    findings: tuple[Finding, ...] = ()
    tables: tuple[Grid, ...] = ()

    def figure(self, figure_id: str) -> Figure:
        """The figure of that id."""
        return next(figure for figure in self.figures if figure.id == figure_id)

    def table(self, name: str) -> Grid:
        """The table of that name."""
        return next(table for table in self.tables if table.name == name)


@dataclass(frozen=True, slots=True)
class AreaProvision:
    """The analysis of one area's provision: immutable, and the same bytes when rerun."""

    question: Question
    title: str
    sections: tuple[Section, ...]
    grids: tuple[Grid, ...]
    not_assessed: tuple[NotAssessed, ...]
    sources: tuple[SourceRef, ...]
    engine_version: str

    def section(self, name: SectionName) -> Section:
        """The section of that name."""
        return next(section for section in self.sections if section.name == name)

    def figures(self) -> Iterator[Figure]:
        """Every figure of every section, in the order of the page."""
        for section in self.sections:
            yield from section.figures

    def figure(self, figure_id: str) -> Figure:
        """The figure of that id, from whichever section holds it."""
        return next(figure for figure in self.figures() if figure.id == figure_id)

    def grid(self, name: str) -> Grid:
        """The table of that name: `provision`, `market`, or one that a section holds."""
        tables = [*self.grids, *(table for part in self.sections for table in part.tables)]
        return next(table for table in tables if table.name == name)

    def to_json(self) -> bytes:
        """Canonical bytes: keys sorted, numbers to six decimals, one line feed at the end."""
        plain: dict[str, Any] = {"format": FORMAT, **plain_once(self)}
        text = json.dumps(
            plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=plain_once
        )
        return text.encode() + b"\n"

    @classmethod
    def from_json(cls, text: bytes) -> Self:
        """The analysis that `to_json` wrote."""
        plain = json.loads(text)
        if plain.pop("format", None) != FORMAT:
            raise ValueError(f"this is not an analysis of provision in the form {FORMAT}")
        return from_plain(cls, plain)

    @property
    def sha256(self) -> str:
        """Digest of the canonical bytes: two runs that agree have the same one."""
        return hashlib.sha256(self.to_json()).hexdigest()
