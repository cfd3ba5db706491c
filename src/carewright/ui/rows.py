"""Frozen rows that the shared templates print; every stage's presenters fill them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from carewright_engine.charts.picture import Picture

State = Literal["late", "soon", "good", "wait", "none"]
"""Late is red, soon amber, good green, waiting violet, none grey; always with words."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; `about` ends them for those who hear links one by one."""

    text: str
    href: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """A state in words, with a colour that only repeats what they say."""

    text: str
    state: State = "none"


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """One stage in the line of stages under the header."""

    text: str
    href: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """What has just been done, said once at the top of the next page."""

    text: str
    state: State = "good"


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds a page: for whom somebody acts, where they may go, whose colours are shown."""

    organisation: str = ""
    beneath: str = ""  # "published data", "practice data"
    home: str = "/"
    home_says: str = ""  # the words of a link that leads there
    account: str = ""
    account_links: tuple[Link, ...] = ()
    sign_out: str = ""  # address of the form that ends the session
    navigation: tuple[NavigationItem, ...] = ()
    sections: tuple[NavigationItem, ...] = ()  # of the stage that the page belongs to
    search: str = ""  # address of the search; empty shows no box
    searched: str = ""
    practice: bool = False
    stylesheet: str = ""  # the organisation's own colours
    footer: tuple[Link, ...] = ()
    footnote: str = ""
    notices: tuple[Notice, ...] = ()
    language: str = "en-GB"


NOBODY: Final = Frame()
"""The frame of a page that knows neither person nor organisation, as an error page."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What a page is about: its reference, a few facts and its state."""

    reference: str
    facts: tuple[str, ...] = ()
    state: Tag | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A small heading and what is so, with the way to its source."""

    name: str
    value: str
    beneath: str = ""
    href: str = ""
    source: Link | None = None


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One dimension of an area or contract: its figure, what it means, where it comes from."""

    name: str
    figure: str
    unit: str = ""
    words: str = ""
    source: Link | None = None
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Unknown:
    """A figure that nobody has, as large as the figure would be, with what would fill it."""

    words: str
    title: str = ""  # "Not known" unless something more exact can be said
    fill: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column of a table: its heading, and whether it holds figures."""

    heading: str
    figures: bool = False


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell that is more than plain words."""

    text: str = ""
    link: str = ""
    beneath: str = ""
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of any page; the first cell of each row names the row.

    `stacked` turns each row into a small list on a telephone, which suits long rows.
    """

    caption: str
    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[str | GridCell, ...], ...]
    total: tuple[str, ...] = ()
    how_to_read: str = ""
    caption_hidden: bool = False
    stacked: bool = False
    tight: bool = False
    flagged: frozenset[int] = frozenset()  # rows that need a look, by place


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart on a page: two drawings, the table behind them, its source and its file."""

    title: str
    wide: str
    narrow: str
    table: Grid
    how_to_read: str = ""
    source: Link | None = None
    csv: str = ""

    @classmethod
    def of(cls, picture: Picture, *, source: Link | None = None, csv: str = "") -> Figure:
        """A figure from the engine's picture."""
        figures = picture.table.counts()
        columns = tuple(
            GridColumn(heading, counts)
            for heading, counts in zip(picture.table.columns, figures, strict=True)
        )
        table = Grid(
            caption=picture.title,
            columns=columns,
            rows=picture.table.in_words(),
            caption_hidden=True,
            tight=True,
        )
        return cls(
            title=picture.title,
            wide=picture.wide,
            narrow=picture.narrow,
            table=table,
            how_to_read=picture.how_to_read,
            source=source,
            csv=csv,
        )


@dataclass(frozen=True, slots=True)
class Progress:
    """Work that takes more than a second: what it does, how far it is, how it ended."""

    title: str
    state: Literal["waiting", "running", "done", "failed"]
    words: str = ""  # "1,240 of 1,906 rows read, 3 in doubt"
    parts_done: int = 0
    parts: int = 0  # 0: nobody knows how many there will be
    link: Link | None = None
    refresh: int = 0  # seconds after which the page asks again; 0: it does not

    @property
    def share(self) -> int | None:
        """Parts in a hundred that are done, where that is known."""
        if self.state == "done":
            return 100
        return min(100, 100 * self.parts_done // self.parts) if self.parts else None


@dataclass(frozen=True, slots=True)
class Count:
    """A large number at the head of an inbox, with the people affected."""

    how_many: str
    link: Link
    beneath: str = ""
    state: State = "none"
