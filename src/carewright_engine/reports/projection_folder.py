"""Writes a projection as a folder: a page, tables in two forms, charts, and the answer itself."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import xlsxwriter
from markupsafe import Markup

from carewright_engine.charts import Picture, chart_css, standalone
from carewright_engine.demand.scenarios.answers import Projection
from carewright_engine.reports.area_report import environment
from carewright_engine.reports.plain_tables import PlainTable, csv_of, safe, write
from carewright_engine.reports.projection_pictures import pictures_of
from carewright_engine.reports.projection_tables import tables_of


def write_projection(folder: Path, answer: Projection) -> Path:
    """The whole of it into a folder of its own; returns the page."""
    tables, pictures = tables_of(answer), pictures_of(answer)
    for table in tables:
        write(folder / "tables" / f"{table.name}.csv", csv_of(table))
    write(folder / "tables.xlsx", xlsx_of(tables))
    for picture in pictures:
        write(folder / "charts" / f"{picture.name}.svg", standalone(picture.wide).encode())
    write(folder / "projection.json", answer.to_json())
    page = folder / "report.html"
    write(page, html_of(answer, pictures, tables).encode())
    return page


def html_of(
    answer: Projection, pictures: tuple[Picture, ...], tables: tuple[PlainTable, ...]
) -> str:
    """The page: what was found, the pictures, what it rests on, and its limits."""
    template = environment().get_template("projection.html.jinja")
    return template.render(
        title=_title(answer),
        finding=finding(answer),
        answer=answer,
        pictures=pictures,
        tables={table.name: table for table in tables},
        style=Markup(chart_css()),  # noqa: S704 - our own style sheet
    )


_WORDS = {"care_at_home": "Care at home", "care_home": "Care homes"}


def _title(answer: Projection) -> str:
    asked = answer.question
    return f"{_WORDS[asked.support]} in {asked.area.name} to {answer.years[-1]}"


def finding(answer: Projection) -> str:
    """What it comes to in one sentence, with how sure that is."""
    fan, last = answer.as_now.amount, answer.years[-1]
    low, high = fan.at(last, 0.025), fan.at(last, 0.975)
    known = [each for each in answer.basis.counted if each.amount is not None]
    before = f", against {known[-1].amount:,.0f} counted in {known[-1].year}" if known else ""
    return (
        f"If people are helped as they are now, {answer.question.area.name} will need about "
        f"{rounded(fan.at(last))} {answer.basis.unit} in {last}{before}. There are 95 chances in "
        f"100 that it is between {rounded(low)} and {rounded(high)}."
    )


def rounded(value: float) -> str:
    """To two figures, as such a figure deserves: 43,127 reads 43,000."""
    digits = max(len(f"{abs(value):.0f}") - 2, 0)
    return f"{round(value, -digits):,.0f}"


def xlsx_of(tables: tuple[PlainTable, ...]) -> bytes:
    """Every table as a sheet of one workbook; the same answer gives the same sheets."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        bold = book.add_format({"bold": True})
        for table in tables:
            sheet = book.add_worksheet(table.name)
            sheet.freeze_panes(1, 0)
            sheet.write_row(0, 0, table.columns, bold)
            for number, row in enumerate(table.rows, start=1):
                sheet.write_row(number, 0, [safe(value) for value in row])
    return file.getvalue()
