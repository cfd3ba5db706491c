"""Writes a report as a folder: the page, the document, tables, charts and provenance."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import asdict
from io import StringIO
from pathlib import Path
from typing import Any

from carewright_engine.charts import standalone
from carewright_engine.provision.answers import Grid
from carewright_engine.reports.area_document import word_report
from carewright_engine.reports.area_report import Chapter, html_report, methods_used
from carewright_engine.reports.gathering import Gathered
from carewright_engine.reports.plain_tables import safe, write


def write_report(
    folder: Path, title: str, chapters: tuple[Chapter, ...], gathered: Gathered
) -> None:
    """The whole report: page, document, tables, charts, and where each figure comes from."""
    write(folder / "report.html", html_report(title, chapters).encode())
    write(folder / "report.docx", word_report(title, chapters))
    for name, tables in _tables(chapters).items():
        write(folder / "tables" / f"{name}.csv", csv_of(tables))
    for chapter in chapters:
        for drawn in chapter.pictures:
            svg = standalone(drawn.picture.wide)
            write(folder / "charts" / f"{drawn.picture.name}.svg", svg.encode())
    write(folder / "provenance.json", provenance(chapters, gathered))


def provenance(chapters: tuple[Chapter, ...], gathered: Gathered) -> bytes:
    """Every figure with its method and rows, every file with its digest, as JSON.

    A figure stands on a line of its own, so that a person can search the file.
    """
    answers = [chapter.answer for chapter in chapters]
    areas = {answer.question.area.code: asdict(answer.question.area) for answer in answers}
    plain: dict[str, Any] = {
        "engine_version": answers[0].engine_version,
        "areas": list(areas.values()),
        "as_at": sorted({answer.question.as_at.isoformat() for answer in answers}),
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
            writer.writerow([*([of] if several else []), *map(safe, row)])
    return text.getvalue().encode()


def _tables(chapters: tuple[Chapter, ...]) -> dict[str, list[tuple[str, Grid]]]:
    """Every table by its name; those of an area as a whole stand once for each area."""
    found: dict[str, list[tuple[str, Grid]]] = {}
    whole = {chapter.answer.question.area.code: chapter.answer.grids for chapter in chapters}
    for grids in whole.values():
        for grid in grids:
            found.setdefault(grid.name, []).append(("", grid))
    for chapter in chapters:
        for section in chapter.answer.sections:
            for table in section.tables:
                found.setdefault(table.name, []).append((chapter.of, table))
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
            "area": question.area.code,
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
