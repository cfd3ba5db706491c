"""The report of a projection as a Word document, for a committee."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

from docx.shared import Cm

from carewright.foresee.web import drawing, findings, grids, resting
from carewright.foresee.web.other_halves import other_halves
from carewright.foresee.web.reading import Reading
from carewright.ui.printing.word import begun, finished, printable
from carewright.ui.rows import Grid, GridCell
from carewright_engine.charts import Picture, standalone
from carewright_engine.reports.rasters import as_png

PICTURE_WIDTH: Final = Cm(16.5)


def word_report(reading: Reading, citation: str) -> bytes:
    """The report as the bytes of a .docx; the same answer gives the same bytes."""
    title = f"{reading.support.name} to {reading.last}, {reading.area}"
    document = begun(title, reading.row.organisation)
    document.add_heading(printable(title), level=0)
    _say(document, findings.lead(reading))
    _picture(document, drawing.fan_chart(reading))
    _table(document, grids.by_year(reading))
    for warned in reading.answer.basis.warnings:
        _heading(document, warned.heading, level=2)
        _say(document, warned.words)
    _scenarios(document, reading)
    _heading(document, findings.of_ages(reading))
    _picture(document, drawing.ages_chart(reading))
    _table(document, grids.by_age(reading))
    _gap(document, reading)
    _rests_on(document, reading)
    _where_from(document, reading, citation)
    return finished(document)


def _scenarios(document: Any, reading: Reading) -> None:
    _heading(document, findings.of_scenarios(reading))
    _table(document, grids.of_scenarios(reading))
    for words in findings.of_levers_left_out(reading):
        _say(document, words)
    for half in other_halves(reading):
        _say(document, half.words)
    if limited := grids.under_limits(reading):
        _table(document, limited)
    if counted := findings.what_pounds_count(reading):
        _say(document, counted)
    if reading.is_compared:
        _say(document, findings.DIFFERENCES)
    _say(document, "Small figures: 95 in 100 chance. The same chance draws are used in every "
         "scenario, so a difference comes from the choice and not from luck.")  # fmt: skip


def _gap(document: Any, reading: Reading) -> None:
    _heading(document, findings.of_gap(reading))
    table = grids.of_gap(reading)
    if table is None:
        _say(document, "Nobody has reported what can be provided.")
        return
    _say(document, grids.closes(reading))
    _picture(document, drawing.gap_chart(reading))
    _table(document, table)
    if unknown := findings.of_years_without_capacity(reading):
        _say(document, unknown)


def _rests_on(document: Any, reading: Reading) -> None:
    _heading(document, "What this rests on")
    rests_on = [(each.name, each.value, each.rests_on) for each in resting.assumptions(reading)]
    _rows(document, ("Assumption", "Value", "Source"), rests_on)
    if levers := resting.of_levers(reading):
        _heading(document, levers.caption, level=2)
        _table(document, levers)
    _picture(document, drawing.moves_chart(reading))
    left_out = grids.not_assessed(reading)
    if left_out:
        _heading(document, "Not in this projection")
        _table(document, left_out)


def _where_from(document: Any, reading: Reading, citation: str) -> None:
    question, row = reading.answer.question, reading.row
    _heading(document, "Where this comes from")
    _table(document, grids.files(reading))
    _say(
        document,
        f"{row.reference}, seed {question.seed}, {question.draws:,} draws, Carewright "
        f"{reading.answer.engine_version}. Asked again of the same facts it gives the same "
        f"bytes, whose digest (SHA-256) is {row.answer_sha256}.",
    )
    _say(document, f"Cite as: {citation}")


def _heading(document: Any, words: str, level: int = 1) -> None:
    document.add_heading(printable(words), level=level)


def _say(document: Any, words: str) -> None:
    document.add_paragraph(printable(words))


def _picture(document: Any, picture: Picture | None) -> None:
    if picture is None:
        return
    _say(document, f"{picture.title}. {picture.how_to_read}".strip())
    [png] = as_png([standalone(picture.wide)])
    document.add_picture(BytesIO(png), width=PICTURE_WIDTH)


def _table(document: Any, grid: Grid) -> None:
    headings = tuple(column.heading for column in grid.columns)
    rows = [tuple(_words(cell) for cell in row) for row in grid.rows]
    _rows(document, headings, rows)


def _words(cell: str | GridCell) -> str:
    if isinstance(cell, str):
        return cell
    return f"{cell.text} ({cell.beneath})" if cell.beneath else cell.text


def _rows(document: Any, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table whose first row says what the columns are, on every page that it runs over."""
    drawn = document.add_table(rows=1, cols=len(headings), style="Light Grid Accent 1")
    for cell, words in zip(drawn.rows[0].cells, headings, strict=True):
        cell.text = printable(words)
    for row in rows:
        for cell, words in zip(drawn.add_row().cells, row, strict=True):
            cell.text = printable(words)
    document.add_paragraph()
