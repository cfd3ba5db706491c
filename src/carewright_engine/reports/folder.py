"""Writes a report as a folder: the page, the document, tables, charts and provenance."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from io import StringIO
from pathlib import Path
from typing import Any, Final

from carewright_engine.charts import standalone
from carewright_engine.provision.answers import Grid, Value
from carewright_engine.reports.area_document import word_report
from carewright_engine.reports.area_report import Chapter, html_report, methods_used
from carewright_engine.reports.gathering import Gathered

#: How a spreadsheet may take the start of a text for the start of a formula.
ACTIVE: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def write_report(
    folder: Path, title: str, chapters: tuple[Chapter, ...], gathered: Gathered
) -> None:
    """The whole report of one area."""
    _write(folder / "report.html", html_report(title, chapters).encode())
    _write(folder / "report.docx", word_report(title, chapters))
    for name, tables in _tables(chapters).items():
        _write(folder / "tables" / f"{name}.csv", csv_of(tables))
    for chapter in chapters:
        for drawn in chapter.pictures:
            svg = standalone(drawn.picture.wide)
            _write(folder / "charts" / f"{drawn.picture.name}.svg", svg.encode())
    _write(folder / "provenance.json", provenance(chapters, gathered))


def write_tables(folder: Path, tables: Iterable[Grid]) -> None:
    """Tables of many areas, those of one name under each other in one file."""
    by_name: dict[str, list[tuple[str, Grid]]] = {}
    for table in tables:
        by_name.setdefault(table.name, []).append(("", table))
    for name, same in by_name.items():
        _write(folder / "tables" / f"{name}.csv", csv_of(same))


def provenance(chapters: tuple[Chapter, ...], gathered: Gathered) -> bytes:
    """Every figure with its method and rows, every file with its digest, as JSON.

    A figure stands on a line of its own, so that a person can search the file.
    """
    first = chapters[0].answer
    plain: dict[str, Any] = {
        "engine_version": first.engine_version,
        "area": asdict(first.question.area),
        "as_at": first.question.as_at.isoformat(),
        "files": [_file(reading) for reading in gathered.readings],
        "left_alone": [{"file": name, "why": why} for name, why in gathered.left_alone],
        "methods": [asdict(method) for method in methods_used(chapters)],
    }
    figures = ",\n".join(_json(record) for chapter in chapters for record in _figures(chapter))
    members = [f"{_json(name)}: {_json(value)}" for name, value in plain.items()]
    members.append(f'"figures": [\n{figures}\n]')
    return "{\n{}\n}\n".replace("{}", ",\n".join(members)).encode()


def _json(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)


def csv_of(tables: list[tuple[str, Grid]]) -> bytes:
    """Tables of one shape as CSV; a column `of` says which kind of care where there are several."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    several = any(of for of, _ in tables)
    columns = tables[0][1].column_names
    writer.writerow([*(["of"] if several else []), *columns])
    for of, table in tables:
        for row in table.rows:
            writer.writerow([*([of] if several else []), *map(inert, row)])
    return text.getvalue().encode()


def inert(value: Value) -> Value:
    """A value that no spreadsheet takes for a formula; numbers stay numbers."""
    if isinstance(value, str) and value.startswith(ACTIVE):
        return f"'{value}"
    return value


def _tables(chapters: tuple[Chapter, ...]) -> dict[str, list[tuple[str, Grid]]]:
    """Every table by its name; those of an area as a whole stand once."""
    found: dict[str, list[tuple[str, Grid]]] = {
        grid.name: [("", grid)] for grid in chapters[0].answer.grids
    }
    for chapter in chapters:
        question = chapter.answer.question
        of = ":".join(filter(None, (question.kind or "all", question.care_group)))
        for section in chapter.answer.sections:
            for table in section.tables:
                found.setdefault(table.name, []).append((of, table))
    return found


def _file(reading: Any) -> dict[str, Any]:
    return {
        "name": reading.source.name,
        "sha256": reading.source.sha256,
        "size": reading.source.size,
        "kind": reading.kind,
        "as_at": reading.as_at,
        "rows_read": reading.rows_read,
        "rows_kept": reading.rows_kept,
        "rows_doubtful": reading.rows_doubtful,
        "rows_refused": reading.rows_refused,
        "columns": dict(reading.matched),
        "columns_not_used": list(reading.unmatched),
        "notes": list(reading.notes),
    }


def _figures(chapter: Chapter) -> Iterator[dict[str, Any]]:
    question = chapter.answer.question
    for figure in chapter.answer.figures():
        yield {
            "kind": question.kind,
            "care_group": question.care_group,
            "id": figure.id,
            "words": figure.words,
            "value": figure.value,
            "unit": figure.unit,
            "method": figure.method,
            "doubtful": figure.doubtful,
            "not_assessed": figure.not_assessed,
            "rows": {digest: list(figure.rows.rows(digest)) for digest in figure.rows.datasets},
        }


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
