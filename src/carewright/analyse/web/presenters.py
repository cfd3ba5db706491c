"""An answer of the engine as the page prints it: sections, figures, tables and the way to rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.urls import reverse

from carewright.ui import rows as ui
from carewright_engine.provision.answers import AreaProvision, Figure, Grid, Section, shown
from carewright_engine.reports.area_pictures import AreaPicture

#: The dimensions by the words that stand over them.
CAPTIONS: Final = {
    "overview": "Overview",
    "type": "Type",
    "quality": "Quality",
    "capacity": "Capacity",
    "cost": "Cost",
    "accessibility": "Accessibility",
    "market": "Market",
    "gap": "Gap now",
}
#: The figure that stands for its dimension at the head of the page.
LEADING: Final = {
    "type": ("type.private", "type.services"),
    "quality": ("quality.good", "quality.graded"),
    "capacity": ("capacity.places", ""),
    "cost": ("cost.price", ""),
    "accessibility": ("access.any.within_5_km", ""),
    "market": ("market.hhi.group", ""),
    "gap": ("gap.rate.75_and_over", ""),
}
#: Tables too long for a page: they are for downloads and for the charts made from them.
NOT_ON_THE_PAGE: Final = frozenset({"zones", "map", "rates", "funnel_limits"})
MOST_ROWS: Final = 15


@dataclass(frozen=True, slots=True)
class SectionPage:
    """One dimension as the page shows it."""

    name: str
    caption: str
    heading: str
    charts: tuple[ui.Figure, ...]
    tables: tuple[ui.Grid, ...]
    facts: tuple[ui.Fact, ...]
    findings: tuple[str, ...]
    cautions: tuple[str, ...]
    unknown: ui.Unknown | None


def ledger(answer: AreaProvision, run_id: UUID) -> tuple[ui.LedgerLine, ...]:
    """The head of the page: one line a dimension."""
    lines = []
    for section in answer.sections:
        if section.name in LEADING:
            lines.append(_ledger_line(answer, section, run_id))
    return tuple(lines)


def sections(
    answer: AreaProvision, pictures: tuple[AreaPicture, ...], run_id: UUID
) -> tuple[SectionPage, ...]:
    """Every dimension, in the order of the answer."""
    return tuple(_section(section, pictures, run_id) for section in answer.sections)


def source_of_figure(run_id: UUID, figure: Figure) -> ui.Link:
    """The way from a figure to its rows and method."""
    about = f"{figure.id.replace('.', ', ').replace('_', ' ')}"
    return ui.Link("", reverse("analyse:figure", args=[run_id, figure.id]), about)


def source_of_table(run_id: UUID, table: str) -> ui.Link:
    """The way from a table or a chart to its rows and method."""
    return ui.Link("", reverse("analyse:table", args=[run_id, table]), table.replace("_", " "))


def grid(table: Grid, *, most: int = MOST_ROWS) -> ui.Grid:
    """A table of the answer, numbers written as people read them."""
    columns = tuple(
        ui.GridColumn(_heading(column.name), figures=bool(column.unit)) for column in table.columns
    )
    rows = tuple(
        tuple(_cell(value, c.unit, c.decimals) for value, c in zip(row, table.columns, strict=True))
        for row in table.rows[:most]
    )
    left = len(table.rows) - most
    more = f"{left:,} more in the downloads." if left > 0 else ""
    return ui.Grid(
        caption=table.title, columns=columns, rows=rows, tight=True,
        how_to_read=" ".join(filter(None, (table.note, more))),
    )  # fmt: skip


def _ledger_line(answer: AreaProvision, section: Section, run_id: UUID) -> ui.LedgerLine:
    wanted, of_id = LEADING[section.name]
    by_id = {figure.id: figure for figure in section.figures}
    figure = by_id.get(wanted) or next(iter(section.figures), None)
    caption = CAPTIONS[section.name]
    if figure is None:
        return ui.LedgerLine(caption, "Not known", words=section.heading)
    whole = by_id.get(of_id)
    unit = f"of {whole.shown}" if whole else "" if figure.unit == "share" else figure.unit
    missing = figure.value is None
    return ui.LedgerLine(
        name=caption,
        figure=figure.shown,
        unit="" if missing or len(unit) > 24 else unit,
        words=_sentence(figure.not_assessed if missing else _with_unit(figure, unit)),
        source=None if missing else source_of_figure(run_id, figure),
        link=ui.Link("What would fill it", "#not-assessed", caption) if missing else None,
    )


def _with_unit(figure: Figure, unit: str) -> str:
    return f"{figure.unit} {figure.words}" if len(unit) > 24 else figure.words


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:].rstrip(".") + "." if words else ""


def _section(section: Section, pictures: tuple[AreaPicture, ...], run_id: UUID) -> SectionPage:
    drawn = [each for each in pictures if each.section == section.name]
    drawn_tables = {each.table for each in drawn}
    known = [figure for figure in section.figures if figure.value is not None]
    return SectionPage(
        name=section.name,
        caption=CAPTIONS[section.name],
        heading=section.heading,
        charts=tuple(_chart(each, run_id) for each in drawn),
        tables=tuple(
            grid(table)
            for table in section.tables
            if table.rows and table.name not in drawn_tables | NOT_ON_THE_PAGE
        ),
        facts=tuple(_fact(figure, run_id) for figure in known),
        findings=tuple(f.words for f in section.findings if not f.caution),
        cautions=tuple(f.words for f in section.findings if f.caution),
        unknown=_unknown(section) if not known else None,
    )


def _chart(drawn: AreaPicture, run_id: UUID) -> ui.Figure:
    return ui.Figure.of(
        drawn.picture,
        source=source_of_table(run_id, drawn.table),
        csv=reverse("analyse:table_csv", args=[run_id, drawn.table]),
    )


def _fact(figure: Figure, run_id: UUID) -> ui.Fact:
    doubt = f"{figure.doubtful} of the rows behind it are doubtful" if figure.doubtful else ""
    unit = "" if figure.unit in {"share", figure.words} else figure.unit
    return ui.Fact(
        name=_sentence(figure.words).rstrip("."),
        value=f"{figure.shown} {unit}".strip(),
        beneath=doubt,
        source=source_of_figure(run_id, figure),
    )


def _unknown(section: Section) -> ui.Unknown:
    missing = section.figures[0] if section.figures else None
    words = _sentence(missing.not_assessed) if missing else "Nothing in the files tells of it."
    fill = missing.what_would_fill_it if missing else ""
    links = (ui.Link(fill, reverse("register:upload")),) if fill else ()
    return ui.Unknown(words=words, fill=links)


def _heading(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _cell(value: object, unit: str, decimals: int) -> str:
    if unit == "pence" and isinstance(value, int | float):
        return f"£{value / 100:,.2f}"
    if isinstance(value, str):
        return value.replace("_", " ") if value.islower() else value
    if value is None or isinstance(value, int | float):
        return shown(value, unit, decimals)
    return str(value)
