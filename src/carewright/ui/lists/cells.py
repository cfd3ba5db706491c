"""The cells of a list as markup.

Fifty rows of eight columns are four hundred cells. Each is written once by a function chosen for
its column beforehand; nothing is looked up or decided cell by cell in the template.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext
from markupsafe import Markup, escape

from carewright.ui import formats
from carewright.ui.lists.declared import FIGURES, ListColumn, Listing

Written = Callable[[Any], str]
"""A row's value for one column, as markup."""


def written_rows(listing: Listing, rows: Any) -> tuple[Markup, ...]:
    """Each row's cells as one piece of markup."""
    cells = [
        _cell(column, below, heads_the_row=place == 0)
        for place, (column, below) in enumerate(listing.shown)
    ]
    # Every cell has escaped what it holds, so the row may be marked as a whole.
    return tuple(Markup("".join([cell(row) for cell in cells])) for row in rows)  # noqa: S704


def _cell(column: ListColumn, below: tuple[ListColumn, ...], *, heads_the_row: bool) -> Written:
    """Writes a whole cell: its value, its link, and what stands small beneath it."""
    inside = _linked(column)
    beneath = [_value(under) for under in below]
    if beneath:
        inside = _with_beneath(inside, beneath)
    if heads_the_row:
        return lambda row: f'<th scope="row" role="rowheader">{inside(row)}</th>'
    look = ' class="num"' if column.kind in FIGURES else ""
    opening = f'<td role="cell"{look} data-l="{escape(str(column.heading))}"><span>'
    return lambda row: f"{opening}{inside(row)}</span></td>"


def _linked(column: ListColumn) -> Written:
    written, link = _value(column), column.link
    if link is None:
        return written
    unseen = _unseen(column)
    return lambda row: f'<a href="{escape(link(row))}">{written(row)}{unseen(row)}</a>'


def _unseen(column: ListColumn) -> Written:
    apart = column.apart
    if apart is None:
        return lambda row: ""
    return lambda row: f'<span class="govuk-visually-hidden">, {escape(apart(row))}</span>'


def _with_beneath(inside: Written, beneath: list[Written]) -> Written:
    def written(row: Any) -> str:
        small = " · ".join([words for write in beneath if (words := write(row))])
        return f'{inside(row)}<span class="sub">{small}</span>'

    return written


def _value(column: ListColumn) -> Written:
    take, write = column.take, _writer(column)
    missing = f'<span class="quiet">{escape(formats.not_known())}</span>'

    def written(row: Any) -> str:
        value = take(row)
        return missing if value is None else write(value)

    return written


def _writer(column: ListColumn) -> Callable[[Any], str]:
    """Writes a value that is known. Figures and dates hold nothing that needs escaping."""
    if column.kind == "number":
        places = column.places
        return lambda value: formats.number(value, places)
    if column.kind == "percent":
        places = column.places
        return lambda value: formats.percent(value, places)
    if column.kind == "tag":
        return lambda tag: f'<strong class="tag {tag.state}">{escape(tag.text)}</strong>'
    if column.kind == "yes_no":
        yes, no = str(escape(gettext("Yes"))), str(escape(gettext("No")))
        return lambda value: yes if value else no
    writers: dict[str, Callable[[Any], str]] = {
        "text": lambda value: escape(str(value)),
        "pounds": formats.pounds,
        "date": formats.calendar().day,
        "datetime": formats.calendar().moment,
    }
    return writers[column.kind]
