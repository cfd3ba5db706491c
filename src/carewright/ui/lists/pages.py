"""One page of a list as frozen rows, ready to print, and what stands around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from django.utils.translation import gettext
from markupsafe import Markup

from carewright.ui import formats
from carewright.ui.errors import ErrorSummary
from carewright.ui.lists.cells import written_rows
from carewright.ui.lists.declared import FIGURES, ListColumn, ListFilter
from carewright.ui.rows import Link

if TYPE_CHECKING:
    from carewright.ui.lists.asked import Asked


@dataclass(frozen=True, slots=True)
class ListHead:
    """A heading, and the address that sorts by it."""

    text: str
    href: str = ""
    sorted: Literal["ascending", "descending", ""] = ""
    figures: bool = False


@dataclass(frozen=True, slots=True)
class FilterRow:
    """A filter as it stands on the page, with what was typed."""

    id: str
    name: str
    label: str
    kind: str
    typed: str
    hint: str
    error: str
    options: tuple[tuple[str, str, bool], ...]

    @property
    def described_by(self) -> Markup:
        """Ties hint and error to the input for those who hear the page."""
        ids = [f"{self.id}-{part}" for part in ("hint", "error") if getattr(self, part)]
        return Markup(' aria-describedby="{}"').format(" ".join(ids)) if ids else Markup()


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page to go to; without address it is the gap between two."""

    text: str = ""
    href: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class ListPage:
    """Everything that the template prints of a list."""

    caption: str
    heads: tuple[ListHead, ...]
    rows: tuple[Markup, ...]
    filters: tuple[FilterRow, ...]
    summary: str
    nothing: str
    errors: ErrorSummary
    sort: str  # kept by the filters' form; empty where it is the usual order
    clear: str
    downloads: tuple[Link, ...]
    pages: tuple[PageLink, ...]
    previous: str
    next: str
    query: str


#: Told the rows of a page, it adds to them what one question answers for all.
Knowing = Callable[[Sequence[Any]], None]


def page_of(asked: Asked, rows: Any, knowing: Knowing | None = None) -> ListPage:
    """Fetches one page, with one row more to see whether another page follows."""
    listing = asked.listing
    source = asked.narrowed(rows)
    size = listing.page_size
    first = (asked.page - 1) * size
    found = list(source.part(first, first + size + 1))
    if knowing is not None:
        knowing(found[:size])
    shown = _shown(asked, source, first, len(found))
    return ListPage(
        caption=str(listing.caption),
        heads=_heads(asked),
        rows=written_rows(listing, found[:size]),
        filters=tuple(_filter_row(asked, each) for each in listing.filters),
        summary=_summary(asked, shown),
        nothing=str(listing.nothing_found if asked.values else listing.nothing),
        errors=asked.errors,
        sort=asked.sort if asked.sort != listing.sort else "",
        clear="?" if any(asked.typed.values()) else "",
        downloads=_downloads(asked),
        pages=_pages(asked, shown),
        previous=_to_page(asked, asked.page - 1) if asked.page > 1 else "",
        next=_to_page(asked, asked.page + 1) if shown.more else "",
        query=asked.query,
    )


@dataclass(frozen=True, slots=True)
class _Shown:
    first: int
    rows: int
    count: int
    at_least: bool  # there are more than `count`; nobody counted further
    more: bool


def _shown(asked: Asked, source: Any, first: int, found: int) -> _Shown:
    """A page that is the last one knows the count by itself, and saves a query."""
    size, up_to = asked.listing.page_size, asked.listing.counts_up_to
    if found <= size and (found or first == 0):
        return _Shown(first, found, first + found, at_least=False, more=False)
    counted = source.counted(up_to + 1)
    return _Shown(
        first=first,
        rows=min(found, size),
        count=min(counted, up_to),
        at_least=counted > up_to,
        more=found > size,
    )


def _heads(asked: Asked) -> tuple[ListHead, ...]:
    return tuple(_head(asked, column) for column, _below in asked.listing.shown)


def _head(asked: Asked, column: ListColumn) -> ListHead:
    text, figures = str(column.heading), column.kind in FIGURES
    if not column.sort:
        return ListHead(text, figures=figures)
    if column is not asked.sorted_by:
        # Figures are looked at from the largest down, words from A.
        sort = f"-{column.name}" if figures else column.name
        return ListHead(text, _sorted(asked, sort), figures=figures)
    turned = column.name if asked.descends else f"-{column.name}"
    order: Literal["ascending", "descending"] = "descending" if asked.descends else "ascending"
    return ListHead(text, _sorted(asked, turned), order, figures)


def _sorted(asked: Asked, sort: str) -> str:
    return f"?{asked.address(sort=sort, page=1)}"


def _filter_row(asked: Asked, each: ListFilter) -> FilterRow:
    typed = asked.typed.get(each.name, "")
    options: tuple[tuple[str, str, bool], ...] = ()
    if each.kind == "select":
        offered = [(value, str(words), value == typed) for value, words in each.offered]
        options = (("", str(each.everything), not typed), *offered)
    return FilterRow(
        id=f"{asked.listing.name}-{each.name}",
        name=each.name,
        label=str(each.label),
        kind=each.kind,
        typed=typed,
        hint=str(each.hint),
        error=asked.wrong.get(each.name, ""),
        options=options,
    )


def _summary(asked: Asked, shown: _Shown) -> str:
    words = {
        "first": formats.number(shown.first + 1),
        "last": formats.number(shown.first + shown.rows),
        "counted": asked.listing.counted(shown.count),
    }
    if not shown.rows:
        return gettext("Nothing on this page") if shown.count else words["counted"]
    if shown.at_least:
        return gettext("%(first)s to %(last)s of more than %(counted)s") % words
    if shown.rows == shown.count:
        return words["counted"]
    return gettext("%(first)s to %(last)s of %(counted)s") % words


def _downloads(asked: Asked) -> tuple[Link, ...]:
    names = (("csv", "CSV"), ("xlsx", "Excel"), ("ods", "OpenDocument"))
    about = str(asked.listing.caption)
    return tuple(
        Link(text, f"?{asked.address(page=1, download=form)}", about) for form, text in names
    )


def _pages(asked: Asked, shown: _Shown) -> tuple[PageLink, ...]:
    """First, last and the neighbours, with gaps between; none where one page holds all."""
    if not shown.more and asked.page == 1:
        return ()
    last = max(1, -(-shown.count // asked.listing.page_size))
    here = asked.page
    near = {here - 1, here, here + 1} if here <= last else {here}
    wanted = sorted(page for page in {1, last} | near if 1 <= page <= max(last, here))
    links: list[PageLink] = []
    for before, page in zip([0, *wanted], wanted, strict=False):
        if page > before + 1:
            links.append(PageLink())
        links.append(
            PageLink(formats.number(page), _to_page(asked, page), current=page == asked.page)
        )
    return tuple(links)


def _to_page(asked: Asked, page: int) -> str:
    return f"?{asked.address(page=page)}"
