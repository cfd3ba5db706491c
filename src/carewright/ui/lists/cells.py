"""The cells of a list as markup.

Fifty rows of eight columns are four hundred cells. Each is written once by a function chosen for
its column beforehand; nothing is looked up or decided cell by cell in the template.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from django.utils.translation import gettext
from markupsafe import Markup, escape

from carewright.ui import formats
from carewright.ui.apart import Said, words_apart
from carewright.ui.lists.declared import FIGURES, ListColumn, Listing

Written = Callable[[Any], str]
"""A row's value for one column, as markup."""


def written_rows(listing: Listing, rows: Iterable[Any]) -> tuple[Markup, ...]:
    """Each row's cells as one piece of markup; links of one name say by more which row it is."""
    rows = tuple(rows)
    cells = [
        _cell(
            _linked(column, _apart(listing, column, rows)),
            [_linked(each, _apart(listing, each, rows)) for each in below],
            column,
            heads_the_row=place == 0,
        )
        for place, (column, below) in enumerate(listing.shown)
    ]
    # Every cell has escaped what it holds, so the row may be marked as a whole.
    return tuple(Markup("".join([cell(row) for cell in cells])) for row in rows)  # noqa: S704


def _cell(
    inside: Written, beneath: list[Written], column: ListColumn, *, heads_the_row: bool
) -> Written:
    """Writes a whole cell: its value, its link, and what stands small beneath it."""
    if beneath:
        inside = _with_beneath(inside, beneath)
    if heads_the_row:
        return lambda row: f'<th scope="row" role="rowheader">{inside(row)}</th>'
    look = ' class="num"' if column.kind in FIGURES else ""
    opening = f'<td role="cell"{look} data-l="{escape(str(column.heading))}"><span>'
    return lambda row: f"{opening}{inside(row)}</span></td>"


def _linked(column: ListColumn, apart: Mapping[int, str]) -> Written:
    written, link = _value(column), column.link
    if link is None:
        return written

    def linked(row: Any) -> str:
        said, where = f"{written(row)}{apart.get(id(row), '')}", link(row)
        return f'<a href="{escape(where)}">{said}</a>' if where else said

    return linked


def _apart(listing: Listing, column: ListColumn, rows: tuple[Any, ...]) -> dict[int, str]:
    """What is heard in the links of those rows whose names others have as well."""
    link = column.link
    if link is None:
        return {}
    names = [(row, str(column.take(row))) for row in rows if link(row)]
    often = Counter(name for _row, name in names)
    alike = [(row, name) for row, name in names if often[name] > 1]
    tell = [_value(each) for each in _telling(listing, column)]
    said = [Said(name, link(row), tuple(write(row) for write in tell)) for row, name in alike]
    return {
        id(row): f'<span class="govuk-visually-hidden">, {words}</span>'
        for (row, _name), words in zip(alike, words_apart(said), strict=True)
        if words
    }


def _telling(listing: Listing, linked: ListColumn) -> list[ListColumn]:
    """The columns whose words tell rows of one name apart: first those beneath the name."""
    others = [each for each in listing.columns if each is not linked and each.kind != "tag"]
    return sorted(others, key=lambda each: each.under != linked.name)


def _with_beneath(inside: Written, beneath: list[Written]) -> Written:
    def written(row: Any) -> str:
        small = " · ".join([words for write in beneath if (words := write(row))])
        return f'{inside(row)}<span class="sub">{small}</span>'

    return written


def _value(column: ListColumn) -> Written:
    take, write = column.take, _writer(column)
    missing = f'<span class="quiet">{escape(str(column.missing) or formats.not_known())}</span>'

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
        "pounds": partial(formats.pounds, whole=column.whole),
        "date": formats.calendar().day,
        "datetime": formats.calendar().moment,
    }
    return writers[column.kind]
