"""What somebody asks of a list: read from an address with care, and written back into addresses.

Names that the list does not know are ignored, as addresses gather such things on their way. A
value that cannot be used is left out, and the page says so: an address never breaks a page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

from django.utils.translation import gettext

from carewright.ui.dates import read_month
from carewright.ui.errors import ErrorLine, ErrorSummary
from carewright.ui.lists.declared import ListColumn, ListFilter, Listing
from carewright.ui.lists.pages import Knowing, ListPage, page_of
from carewright.ui.lists.sources import source_of

LONGEST_SEARCH: Final = 100
MOST_WORDS: Final = 8
LAST_PAGE: Final = 1_000_000
DOWNLOADS: Final = ("csv", "xlsx", "ods")


@dataclass(frozen=True)
class Asked:
    """Filters, order and page of one list, each already checked."""

    listing: Listing
    typed: Mapping[str, str] = field(default_factory=dict)  # every answer as it was typed
    values: Mapping[str, Any] = field(default_factory=dict)  # only those that can be used
    sort: str = ""
    page: int = 1
    download: str = ""
    wrong: Mapping[str, str] = field(default_factory=dict)  # what to put right, by filter

    @property
    def errors(self) -> ErrorSummary:
        """What could not be used, each leading to its filter."""
        named = {each.name for each in self.listing.filters}
        return ErrorSummary(
            tuple(
                ErrorLine(text, f"#{filter_id(self.listing, name)}" if name in named else "")
                for name, text in self.wrong.items()
            )
        )

    @property
    def query(self) -> str:
        """Filters and order as they stand in an address; a saved search keeps this."""
        return self.address(page=1)

    @property
    def descends(self) -> bool:
        return self.sort.startswith("-")

    @property
    def sorted_by(self) -> ListColumn | None:
        """The column that gives the order, if any does."""
        return _sortable(self.listing, self.sort.removeprefix("-"))

    def address(self, *, sort: str | None = None, page: int | None = None, **more: str) -> str:
        """This question with another order, page or download, as the query of an address."""
        sort = self.sort if sort is None else sort
        page = self.page if page is None else page
        parts = [(name, typed) for name, typed in self.typed.items() if typed]
        if sort and sort != self.listing.sort:
            parts.append(("sort", sort))
        if page > 1:
            parts.append(("page", str(page)))
        return urlencode([*parts, *more.items()])

    def narrowed(self, rows: Any) -> Any:
        """The rows that are asked for, in the order that is asked for, not yet fetched."""
        source = source_of(rows)
        for each in self.listing.filters:
            if each.name in self.values:
                source = source.narrowed(each, self.values[each.name])
        if column := self.sorted_by:
            source = source.ordered(column, descends=self.descends)
        return source

    def page_of(self, rows: Any, *, knowing: Knowing | None = None) -> ListPage:
        """One page of the list, ready to print. Costs at most two queries, however long it is.

        `knowing` tells all rows of the page at once what each cannot tell alone.
        """
        return page_of(self, rows, knowing)


def read(listing: Listing, query: Mapping[str, str]) -> Asked:
    """A question from the query of an address."""
    typed, values, wrong = {}, {}, {}
    for each in listing.filters:
        words = str(query.get(each.name) or "").replace("\0", "").strip()
        typed[each.name] = words
        if not words:
            continue
        try:
            values[each.name] = _value(each, words)
        except _NotUsable as problem:
            wrong[each.name] = str(problem)
    sort, no_such_order = _read_sort(listing, str(query.get("sort") or ""))
    page, no_such_page = _read_page(str(query.get("page") or "1"))
    form, no_such_form = _read_download(str(query.get("download") or ""))
    others = {"sort": no_such_order, "page": no_such_page, "download": no_such_form}
    wrong |= {name: text for name, text in others.items() if text}
    return Asked(listing, typed, values, sort, page, form, wrong)


def filter_id(listing: Listing, name: str) -> str:
    """The id of a filter's input on the page."""
    return f"{listing.name}-{name}"


def read_date(typed: str) -> date | None:
    """A date as people type it: 3 6 2026, 3/6/2026, 3 June 2026, or 2026-06-03."""
    parts = re.split(r"[\s/.,-]+", typed.strip())
    if len(parts) != 3:
        return None
    if len(parts[0]) == 4:
        parts.reverse()
    day, month, year = parts[0], read_month(parts[1]), parts[2]
    plain = all(part.isascii() and part.isdigit() for part in (day, year))
    if month is None or not plain or len(day) > 2 or len(year) != 4:
        return None
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None


class _NotUsable(Exception):
    """A value from an address that the filter can do nothing with."""


def _value(each: ListFilter, typed: str) -> Any:
    if each.kind == "select":
        if typed not in {value for value, _words in each.offered}:
            words = {"filter": each.label}
            raise _NotUsable(
                gettext("%(filter)s: choose one of the answers in the list. It was left out")
                % words
            )
        return typed
    if each.kind == "search":
        return _search_words(each, typed)
    day = read_date(typed)
    if day is None:
        words = {"filter": each.label}
        raise _NotUsable(
            gettext("%(filter)s: enter a real date, like 3 June 2026. It was left out") % words
        )
    return day


def _search_words(each: ListFilter, typed: str) -> tuple[str, ...]:
    words = tuple(typed.split())
    if len(typed) > LONGEST_SEARCH or len(words) > MOST_WORDS:
        limits = {"filter": each.label, "words": MOST_WORDS, "letters": LONGEST_SEARCH}
        raise _NotUsable(
            gettext(
                "%(filter)s: search for at most %(words)s words and %(letters)s letters. "
                "It was left out"
            )
            % limits
        )
    return words


def _sortable(listing: Listing, name: str) -> ListColumn | None:
    return next((c for c in listing.columns if c.name == name and c.sort), None)


def _read_sort(listing: Listing, typed: str) -> tuple[str, str]:
    if not typed:
        return listing.sort, ""
    if _sortable(listing, typed.removeprefix("-")) is None:
        return listing.sort, gettext("The list cannot be sorted that way. The usual order is shown")
    return typed, ""


def _read_page(typed: str) -> tuple[int, str]:
    plain = typed.isascii() and typed.isdigit() and len(typed) <= 7
    if plain and 1 <= int(typed) <= LAST_PAGE:
        return int(typed), ""
    return 1, gettext("There is no such page. The first page is shown")


def _read_download(typed: str) -> tuple[str, str]:
    if typed in ("", *DOWNLOADS):
        return typed, ""
    return "", gettext("The list can be downloaded as CSV, Excel or OpenDocument")
