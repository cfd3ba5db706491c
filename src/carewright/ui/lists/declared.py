"""What a stage says about its list, once, as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from carewright.ui.formats import count_of

if TYPE_CHECKING:
    from carewright.ui.lists.asked import Asked

Words = str | Promise
Kind = Literal["text", "number", "pounds", "percent", "date", "datetime", "tag", "yes_no"]
"""How a value is written: `pounds` are whole pence, `percent` is a share of one, `tag` a Tag."""

FIGURES: frozenset[Kind] = frozenset({"number", "pounds", "percent"})

EVERYTHING = _("All")
NOTHING_HERE = _("Nothing here yet.")
NOTHING_FOUND = _("Nothing matches. Try fewer filters.")


@dataclass(frozen=True)
class ListColumn:
    """One column: where its value comes from, how it is written, whether it can be sorted by."""

    name: str
    heading: Words
    kind: Kind = "text"
    value: str | Callable[[Any], object] = ""  # a path as in "provider__name"; empty: the name
    sort: str = ""  # a path that the rows can be ordered by; empty: they cannot
    link: Callable[[Any], str] | None = None
    under: str = ""  # shown small beneath this other column; a column of its own in downloads
    places: int = 0  # decimal places of a number
    whole: bool = False  # pounds without their pence on the page; downloads keep them
    missing: Words = ""  # said where there is no value, as "Not yet"; empty: that it is not known

    @cached_property
    def take(self) -> Callable[[Any], Any]:
        """Takes the column's value out of a row."""
        if callable(self.value):
            return self.value
        return attrgetter((self.value or self.name).replace("__", "."))


@dataclass(frozen=True)
class ListFilter:
    """One question above the list; its answer stays in the address.

    `search` finds every typed word in any of the fields, `select` offers choices, `from` and
    `until` take a date (for a time stamp name a day, as in "received_at__date").
    """

    name: str
    label: Words
    kind: Literal["search", "select", "from", "until"] = "search"
    fields: tuple[str, ...] = ()  # empty: the field of the filter's own name
    choices: tuple[tuple[str, Words], ...] | Callable[[], tuple[tuple[str, Words], ...]] = ()
    everything: Words = EVERYTHING
    hint: Words = ""
    narrow: Callable[[Any, Any], Any] | None = None  # (rows, value) -> fewer rows

    @property
    def paths(self) -> tuple[str, ...]:
        """The fields that this filter looks at."""
        return self.fields or (self.name,)

    @property
    def offered(self) -> tuple[tuple[str, Words], ...]:
        """The choices, asked for only when a page is shown."""
        return self.choices() if callable(self.choices) else self.choices


def _rows_counted(how_many: int) -> str:
    return count_of(how_many, "%(n)s row", "%(n)s rows")


@dataclass(frozen=True)
class Listing:
    """A whole list. Its name is the name of its downloads."""

    name: str
    caption: Words
    columns: tuple[ListColumn, ...]
    filters: tuple[ListFilter, ...] = ()
    sort: str = ""  # the order at first sight, as in "name" or "-places"
    counted: Callable[[int], str] = _rows_counted
    nothing: Words = NOTHING_HERE
    nothing_found: Words = NOTHING_FOUND
    page_size: int = 50
    counts_up_to: int = 10_000  # counting further costs time and tells nobody more

    def __post_init__(self) -> None:
        names = [column.name for column in self.columns]
        if len(set(names)) < len(names):
            raise ValueError(f"two columns of the list {self.name} share a name")
        for column in self.columns:
            if column.under and column.under not in names:
                raise ValueError(f"{column.name} stands under {column.under}, which is no column")
        taken = {"sort", "page", "download"} & {each.name for each in self.filters}
        if taken:
            raise ValueError(f"a filter may not be called {', '.join(sorted(taken))}")

    @cached_property
    def shown(self) -> tuple[tuple[ListColumn, tuple[ListColumn, ...]], ...]:
        """Each column of the page with those that stand beneath it."""
        return tuple(
            (column, tuple(below for below in self.columns if below.under == column.name))
            for column in self.columns
            if not column.under
        )

    def asked(self, query: Mapping[str, str]) -> Asked:
        """What somebody asks of this list, read from the query of an address."""
        from carewright.ui.lists.asked import read

        return read(self, query)
