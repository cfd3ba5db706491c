"""The report of an area's provision as a page that stands by itself, to read or to print."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from carewright_engine.charts import Picture, chart_css
from carewright_engine.provision.answers import AreaProvision, Grid, shown
from carewright_engine.provision.kinds_of_care import KIND_BY_KEY
from carewright_engine.provision.methods import METHODS, Method
from carewright_engine.provision.questions import Question
from carewright_engine.reports.area_pictures import AreaPicture

#: Tables that a reader of paper does not want row by row; they are among the files.
LONG = frozenset({"zones", "map", "rates", "funnel_limits", "services_by_kind"})
MOST_ROWS = 20
SHORT_FOR = {"hhi": "HHI", "wte": "WTE"}


@dataclass(frozen=True, slots=True)
class Chapter:
    """One answer in a report: a kind of care of one area, or one area of several."""

    answer: AreaProvision
    pictures: tuple[AreaPicture, ...]
    of_many_areas: bool = False

    @property
    def title(self) -> str:
        """What tells this chapter from the others."""
        words = kind_words(self.answer.question)
        name = self.answer.question.area.name
        if not self.of_many_areas:
            return words
        return f"{name}: {words[:1].lower()}{words[1:]}" if self.answer.question.kind else name

    @property
    def of(self) -> str:
        """The same for a column of a table that several chapters share."""
        asked = self.answer.question
        kind = ":".join(filter(None, (asked.kind or "all", asked.care_group)))
        return f"{asked.area.code}:{kind}" if self.of_many_areas else kind


def html_report(title: str, chapters: tuple[Chapter, ...]) -> str:
    """The whole report: each chapter with its figures, pictures, limits, methods and sources."""
    page = environment().get_template("area_report.html.jinja")
    return page.render(
        title=title,
        chapters=chapters,
        methods=methods_used(chapters),
        sources=chapters[0].answer.sources,
        version=chapters[0].answer.engine_version,
        style=Markup(chart_css()),  # noqa: S704 - our own style sheet
    )


def methods_used(chapters: tuple[Chapter, ...]) -> list[Method]:
    """Every method that a figure or a table of the report names, in the alphabet's order."""
    named = {figure.method for c in chapters for figure in c.answer.figures()}
    named |= {table.method for c in chapters for s in c.answer.sections for table in s.tables}
    return sorted((METHODS[name] for name in named), key=lambda method: method.title)


def cell(value: object, unit: str, decimals: int) -> str:
    """A value of a table as people read it."""
    if unit == "pence" and isinstance(value, int | float):
        return f"£{value / 100:,.2f}"
    if isinstance(value, str):
        return value.replace("_", " ") if value.islower() else value
    return shown(value, unit, decimals) if value is None or isinstance(value, int | float) else ""


def heading(name: str) -> str:
    """A column's name as a heading: 'Staff WTE', 'Share of places'."""
    words = " ".join(SHORT_FOR.get(word, word) for word in name.split("_"))
    return words[:1].upper() + words[1:]


def kind_words(question: Question) -> str:
    """What a chapter is about: 'Care homes, older people'."""
    kind = KIND_BY_KEY[question.kind].name if question.kind else "Every kind of care"
    return f"{kind}, {question.care_group.replace('_', ' ')}" if question.care_group else kind


def picture_table(picture: Picture) -> Markup:
    """The table behind a picture."""
    columns = picture.table.columns
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(name) for name in columns)
    body = Markup("").join(_picture_row(row) for row in picture.table.in_words())
    return Markup(
        "<table><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>"
    ).format(picture.title, head, body)


def _picture_row(row: tuple[str, ...]) -> Markup:
    first = Markup('<th scope="row">{}</th>').format(row[0])
    rest = Markup("").join(Markup("<td>{}</td>").format(value) for value in row[1:])
    return Markup("<tr>{}{}</tr>").format(first, rest)


def tables_to_print(chapter: Chapter, section_name: str) -> list[Grid]:
    """The tables of a section that no picture draws and that are short enough to read."""
    drawn = {picture.table for picture in chapter.pictures}
    section = next(s for s in chapter.answer.sections if s.name == section_name)
    return [t for t in section.tables if t.rows and t.name not in drawn | LONG]


def columns_to_print(table: Grid) -> list[int]:
    """Places of the columns that paper has room for: a name in words stands for its keys."""
    names = table.column_names
    spoken = {"kind", "care_group"} if "name" in names and "kind" in names else set()
    return [place for place, name in enumerate(names) if name not in spoken]


@cache
def environment() -> Environment:
    pages = Environment(
        loader=PackageLoader("carewright_engine.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    tools: dict[str, Any] = {
        "cell": cell, "heading": heading, "tables_to_print": tables_to_print,
        "most_rows": MOST_ROWS, "Markup": Markup, "picture_table": picture_table,
        "columns_to_print": columns_to_print,
    }  # fmt: skip
    pages.globals.update(tools)
    return pages
