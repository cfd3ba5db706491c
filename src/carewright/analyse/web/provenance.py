"""Where a figure or a table comes from: method, files, rows, version; ready to print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from django.urls import reverse

from carewright.analyse.web.reading import cell
from carewright.analyse.web.sections import CAPTIONS
from carewright.analyse.web.wording import capital, column_words, kind_in_words
from carewright.register import api as register
from carewright.ui.formats import written_date
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.rows import Fact, Grid, GridCell, GridColumn, Link
from carewright_engine.provision import answers
from carewright_engine.provision.inputs import SourceRef
from carewright_engine.provision.methods import METHODS


def of_figure(
    answer: answers.AreaProvision, figure: answers.Figure, run_id: UUID
) -> dict[str, Any]:
    """What the page about one figure prints."""
    unit = "" if figure.unit in {"share", figure.words} else figure.unit
    return {
        **_common(answer, figure.method, figure.rows, run_id),
        "title": f"Where “{_words_of(figure)}” comes from",
        "value": cell(figure.value, figure.unit, figure.decimals),
        "unit": unit.removeprefix("pence ") if figure.unit.startswith("pence") else unit,
        "doubtful": figure.doubtful,
        "not_assessed": figure.not_assessed,
        "what_would_fill_it": figure.what_would_fill_it,
        "list": None,
    }


def of_table(answer: answers.AreaProvision, table: answers.Grid, run_id: UUID) -> dict[str, Any]:
    """What the page about one table or chart prints."""
    listing, rows = listing_of(table)
    return {
        **_common(answer, table.method, table.rows_behind, run_id),
        "title": f"Where “{table.title}” comes from",
        "value": "",
        "unit": "",
        "doubtful": 0,
        "not_assessed": "",
        "what_would_fill_it": "",
        "listing": listing,
        "rows": rows,
    }


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure or table in the list of everything that an analysis holds."""

    dimension: str
    name: str
    value: str
    method: str
    rows_behind: int
    href: str


def of_everything(answer: answers.AreaProvision, run_id: UUID) -> dict[str, Any]:
    """What the list of all figures and tables prints."""
    captions = [CAPTIONS[part.name] for part in answer.sections]
    listing = Listing(
        name="figures",
        caption="Every figure and table",
        columns=(
            ListColumn("name", "Figure or table", sort="name", link=lambda each: each.href),
            ListColumn("dimension", "Dimension"),
            ListColumn("value", "Value"),
            ListColumn("method", "Method", sort="method"),
            ListColumn("rows_behind", "Rows behind it", kind="number", sort="rows_behind"),
        ),
        filters=(
            ListFilter("q", "Words", fields=("name", "method")),
            ListFilter("dimension", "Dimension", "select", choices=tuple((c, c) for c in captions)),
        ),
        page_size=200,
    )
    return {
        "title": "Every figure and table",
        "crumbs": _crumbs(answer, run_id),
        "listing": listing,
        "rows": list(_entries(answer, run_id)),
    }


def listing_of(table: answers.Grid) -> tuple[Listing, list[Line]]:
    """A table of the answer as a list with sorting and downloads."""
    columns = tuple(
        ListColumn(
            column.name, column_words(column.name),
            kind=_kind(table, place),
            sort=column.name, places=max(column.decimals, 1 if column.unit == "share" else 0),
        )
        for place, column in enumerate(table.columns)
    )  # fmt: skip
    listing = Listing(name=table.name, caption=table.title, columns=columns)
    return listing, [Line(record) for record in table.records()]


class Line:
    """A row of a table whose columns are known only when it is read."""

    def __init__(self, record: dict[str, answers.Value]) -> None:
        self.__dict__.update(record)


def _kind(table: answers.Grid, place: int) -> Literal["text", "number", "percent"]:
    column = table.columns[place]
    numbers = all(row[place] is None or isinstance(row[place], int | float) for row in table.rows)
    if not column.unit or not numbers:
        return "text"
    return "percent" if column.unit == "share" else "number"


def _entries(answer: answers.AreaProvision, run_id: UUID) -> Iterator[Entry]:
    for part in answer.sections:
        caption = CAPTIONS[part.name]
        for figure in part.figures:
            address = reverse("analyse:figure", args=[run_id, figure.id])
            unit = "" if figure.unit in {"share", figure.words} else f" {figure.unit}"
            value = figure.shown if figure.value is None else f"{figure.shown}{unit}".strip()
            yield Entry(
                caption, _words_of(figure), value, METHODS[figure.method].title,
                figure.rows.count, address,
            )  # fmt: skip
        for table in part.tables:
            yield _table_entry(caption, table, run_id)
    for table in answer.grids:
        yield _table_entry("Whole area", table, run_id)


def _table_entry(caption: str, table: answers.Grid, run_id: UUID) -> Entry:
    address = reverse("analyse:table", args=[run_id, table.name])
    rows = len(table.rows)
    said = f"Table of {rows:,} {'row' if rows == 1 else 'rows'}"
    method = METHODS[table.method].title
    return Entry(caption, table.title, said, method, table.rows_behind.count, address)


def _words_of(figure: answers.Figure) -> str:
    """'Homes publicly run': unit and words together, so that they make sense off their page."""
    unit, words = figure.unit, figure.words
    if unit.startswith("pence "):
        return capital(f"{words}, {unit.removeprefix('pence ')}")
    if (
        unit in ("", "share", "km", "factor", "pence")
        or unit.split()[0].lower() in words.lower().split()
    ):
        return capital(words)
    return capital(f"{unit} {words}")


def _crumbs(answer: answers.AreaProvision, run_id: UUID) -> tuple[Link, ...]:
    named = f"{kind_in_words(answer.question)} in {answer.question.area.name}"
    return (
        Link("Analyse", reverse("analyse:areas")),
        Link(named, reverse("analyse:run", args=[run_id])),
    )


def _common(
    answer: answers.AreaProvision, method: str, rows: answers.RowsBehind, run_id: UUID
) -> dict[str, Any]:
    return {
        "crumbs": _crumbs(answer, run_id),
        "crumb_here": "Where from",
        "method": METHODS[method],
        "files": _files(answer, rows),
        "facts": (
            Fact("Rows behind it", f"{rows.count:,}"),
            Fact("Worked out by", f"Carewright {answer.engine_version}"),
            Fact("The answer’s digest", answer.sha256[:16]),
        ),
    }


def _files(answer: answers.AreaProvision, rows: answers.RowsBehind) -> Grid | None:
    if not rows.datasets:
        return None
    columns = (
        GridColumn("File"), GridColumn("Publisher"), GridColumn("Licence"),
        GridColumn("Rows used", figures=True), GridColumn("Digest (SHA-256)"),
    )  # fmt: skip
    return Grid(
        caption="Files and rows behind it",
        columns=columns,
        rows=tuple(_file_rows(answer, rows)),
        stacked=True,
    )


def _file_rows(
    answer: answers.AreaProvision, rows: answers.RowsBehind
) -> Iterator[tuple[str | GridCell, ...]]:
    by_digest = {source.sha256: source for source in answer.sources}
    for digest in rows.datasets:
        source = by_digest.get(digest)
        numbers = list(rows.rows(digest))
        named = source.name if source else digest[:16]
        yield (
            GridCell(named, link=register.address_of_rows(digest, numbers), beneath=_when(source)),
            source.publisher if source else "Not known",
            source.licence if source else "Not known",
            f"{len(numbers):,}",
            digest[:16],
        )


def _when(source: SourceRef | None) -> str:
    return f"true on {written_date(source.as_at)}" if source and source.as_at else ""
