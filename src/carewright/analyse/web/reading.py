"""An answer as its page reads it: figures by id, tables by name, and the way to their rows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.urls import reverse

from carewright.analyse.web.blocks import CallOut, Chart, Facts, Filling, Missing, Table
from carewright.analyse.web.wording import capital, column_words, count, sentence
from carewright.ui import rows as ui
from carewright_engine.provision.answers import (
    AreaProvision,
    Figure,
    Grid,
    Section,
    SectionName,
    Value,
    shown,
)
from carewright_engine.provision.kinds_of_care import KIND_BY_KEY, KindOfCare
from carewright_engine.reports.area_pictures import AreaPicture


@dataclass(frozen=True)
class Reading:
    """One answer with its pictures, on the page of one run."""

    answer: AreaProvision
    pictures: tuple[AreaPicture, ...]
    run_id: UUID

    @cached_property
    def kind(self) -> KindOfCare | None:
        """The kind of care asked about; None for all of them."""
        return KIND_BY_KEY.get(self.answer.question.kind or "")

    @property
    def one(self) -> str:
        """'home', or 'service'."""
        return self.kind.one if self.kind else "service"

    @property
    def many(self) -> str:
        """'homes', or 'services'."""
        return self.kind.many if self.kind else "services"

    @property
    def area(self) -> str:
        """'Fife'."""
        return self.answer.question.area.name

    @property
    def in_places(self) -> bool:
        """Whether the kind is counted in places; home care, for one, is counted in staff."""
        return self.kind is not None and self.kind.measure == "places"

    @cached_property
    def _figures(self) -> dict[str, Figure]:
        return {figure.id: figure for figure in self.answer.figures()}

    @cached_property
    def _tables(self) -> dict[str, Grid]:
        return {table.name: table for part in self.answer.sections for table in part.tables}

    def section(self, name: SectionName) -> Section | None:
        """The section of that name, where the answer has one."""
        return next((part for part in self.answer.sections if part.name == name), None)

    def figure(self, figure_id: str) -> Figure | None:
        """The figure of that id, known or not; None where the answer does not speak of it."""
        return self._figures.get(figure_id)

    def known(self, figure_id: str) -> Figure | None:
        """The figure of that id if it has a value."""
        found = self._figures.get(figure_id)
        return found if found is not None and found.value is not None else None

    def starting(self, prefix: str) -> list[Figure]:
        """Known figures whose ids begin so, in the answer's order."""
        return [f for f in self.answer.figures() if f.id.startswith(prefix) and f.value is not None]

    def count(self, figure_id: str) -> int:
        """A count; none where it is not known."""
        found = self.known(figure_id)
        return count(found.value) if found else 0

    def table(self, name: str) -> Grid | None:
        """The table of that name if it has rows."""
        found = self._tables.get(name)
        return found if found is not None and found.rows else None

    def records(self, name: str) -> list[dict[str, Value]]:
        """The rows of a table; none where there is no such table."""
        found = self.table(name)
        return found.records() if found else []

    def of_figure(self, figure: Figure | None) -> ui.Link | None:
        """The way from a figure to its rows and method, named so that no two ways sound alike."""
        if figure is None:
            return None
        address = reverse("analyse:figure", args=[self.run_id, figure.id])
        return ui.Link("", address, figure.id.replace(".", ", ").replace("_", " "))

    def of_table(self, name: str, about: str) -> ui.Link:
        """The way from a table or a chart to its rows and method."""
        return ui.Link("", reverse("analyse:table", args=[self.run_id, name]), about)

    def chart(self, table: str, place: int = 0) -> Chart | None:
        """A picture that was drawn from a table of the answer: the first unless told otherwise."""
        found = [each for each in self.pictures if each.table == table]
        if len(found) <= place:
            return None
        drawn = found[place]
        figure = ui.Figure.of(
            drawn.picture,
            source=self.of_table(table, drawn.picture.title),
            csv=reverse("analyse:table_csv", args=[self.run_id, table]),
        )
        return Chart(figure)

    def tabled(
        self,
        name: str,
        grid: ui.Grid,
        *,
        note: str = "",
        folded: bool = False,
        narrow: bool = False,
    ) -> Table:
        """A table of the page that was made from a table of the answer."""
        csv = reverse("analyse:table_csv", args=[self.run_id, name])
        source, file = self.of_table(name, grid.caption), ui.Link("CSV", csv, grid.caption)
        return Table(grid, note, source, file, folded, narrow)

    def fact(
        self, figure: Figure | None, name: str, value: str = "", beneath: str = ""
    ) -> ui.Fact | None:
        """A figure among the facts; one that is not known says what would fill it."""
        if figure is None:
            return None
        if figure.value is None:
            return ui.Fact(
                name, "Not known", sentence(f"{figure.what_would_fill_it} would fill it")
            )
        return ui.Fact(name, value or figure.shown, beneath, source=self.of_figure(figure))

    def cautions(self, name: SectionName, heading: str = "Read with care") -> CallOut | None:
        """What a section asks its readers to mind."""
        part = self.section(name)
        told = [finding for finding in part.findings if finding.caution] if part else []
        if not told:
            return None
        first = next((f for finding in told for f in finding.figures), "")
        words = tuple(finding.words for finding in told)
        return CallOut(heading, words, self.of_figure(self.figure(first)))

    def missing(self, figure: Figure | None, words: str = "") -> Missing:
        """The box that stands where a figure would."""
        said = words or (sentence(figure.not_assessed) if figure else "")
        return Missing(ui.Unknown(words=said or "Nothing in the given files tells of it."))

    def filling(self, *ways: str) -> Filling | None:
        """What would fill a gap, each with the way to give a file."""
        link = reverse("register:upload")
        given = [way for way in ways if way]
        if not given:
            return None
        return Filling(tuple((sentence(way), ui.Link("Give the file", link, way)) for way in given))


def facts(*found: ui.Fact | None) -> Facts | None:
    """The facts that there are."""
    known = tuple(fact for fact in found if fact is not None)
    return Facts(known) if known else None


def plain_grid(
    table: Grid, *, caption: str = "", leave_out: frozenset[str] = frozenset()
) -> ui.Grid:
    """A table of the answer as it is, numbers written as people read them."""
    kept = [(place, c) for place, c in enumerate(table.columns) if c.name not in leave_out]
    return ui.Grid(
        caption=caption or table.title,
        columns=tuple(ui.GridColumn(column_words(c.name), figures=bool(c.unit)) for _, c in kept),
        rows=tuple(
            tuple(cell(row[place], c.unit, c.decimals) for place, c in kept) for row in table.rows
        ),
        how_to_read=table.note,
        stacked=True,
        tight=True,
    )


def cell(value: Value, unit: str = "", decimals: int = 0) -> str:
    """One value of a table as a person reads it."""
    if unit == "pence" and isinstance(value, int | float):
        return f"£{value / 100:,.2f}"
    if isinstance(value, str):
        return capital(value.replace("_", " ")) if value.islower() else value
    return shown(value, unit, decimals)
