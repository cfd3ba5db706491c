"""Where a figure or a table comes from: method, files, rows, version; ready to print."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final
from uuid import UUID

from django.urls import reverse

from carewright.ui.lists import ListColumn, Listing
from carewright.ui.rows import Fact, Grid, GridCell, GridColumn, Link
from carewright_engine.provision import answers
from carewright_engine.provision.methods import METHODS

#: So many rows are named in the address of the page that shows them; the file holds the rest.
MOST_ROWS: Final = 200


def crumbs_to_analyses() -> tuple[Link, ...]:
    """The way back to where analyses begin."""
    return (Link("Analyse", reverse("analyse:areas")),)


def of_figure(
    answer: answers.AreaProvision, figure: answers.Figure, run_id: UUID
) -> dict[str, Any]:
    """What the page about one figure prints."""
    return {
        **_common(answer, figure.method, figure.rows, run_id),
        "title": f"Where “{figure.words}” comes from",
        "value": figure.shown,
        "unit": "" if figure.unit == "share" else figure.unit,
        "doubtful": figure.doubtful,
        "not_assessed": figure.not_assessed,
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
        "listing": listing,
        "rows": rows,
    }


def listing_of(table: answers.Grid) -> tuple[Listing, list[dict[str, answers.Value]]]:
    """A table of the answer as a list with sorting and downloads."""
    columns = tuple(
        ListColumn(
            column.name, column.name.replace("_", " ").capitalize(),
            kind="number" if column.unit else "text", sort=column.name,
        )
        for column in table.columns
    )  # fmt: skip
    return Listing(name=table.name, caption=table.title, columns=columns), table.records()


def _common(
    answer: answers.AreaProvision, method: str, rows: answers.RowsBehind, run_id: UUID
) -> dict[str, Any]:
    run = Link(answer.title, reverse("analyse:run", args=[run_id]))
    return {
        "crumbs": (*crumbs_to_analyses(), run),
        "method": METHODS[method],
        "files": _files(answer, rows),
        "version": answer.engine_version,
        "facts": (
            Fact("Rows behind it", f"{rows.count:,}"),
            Fact("Worked out by", f"Carewright {answer.engine_version}"),
            Fact("The answer's digest", answer.sha256[:16]),
        ),
    }


def _files(answer: answers.AreaProvision, rows: answers.RowsBehind) -> Grid:
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
            GridCell(named, link=_rows_page(digest, numbers), beneath=_when(source)),
            source.publisher if source else "Not known",
            source.licence if source else "Not known",
            f"{len(numbers):,}",
            digest[:16],
        )


def _when(source: answers.SourceRef | None) -> str:
    return f"true on {source.as_at:%-d %B %Y}" if source and source.as_at else ""


def _rows_page(digest: str, numbers: list[int]) -> str:
    shown = ",".join(_as_ranges(numbers[:MOST_ROWS]))
    return f"{reverse('register:rows', args=[digest])}?rows={shown}"


def _as_ranges(numbers: list[int]) -> Iterator[str]:
    """Row numbers as people write them: 3-7, 12."""
    start = previous = None
    for number in [*numbers, None]:
        if previous is not None and number == previous + 1:
            previous = number
            continue
        if start is not None:
            yield str(start) if start == previous else f"{start}-{previous}"
        start = previous = number
