"""Rows of a file as they were published, behind a figure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from carewright.register import api as register
from carewright.register.web.places import crumbs
from carewright.ui.formats import number
from carewright.ui.rows import Grid, GridColumn

MOST_ROWS: Final = 200
LONGEST_HEADING: Final = 90


def row_numbers(asked: str) -> list[int]:
    """Row numbers from '2-5,9'; what is no number is left out, and so is what is too much."""
    numbers: list[int] = []
    for part in asked.split(",")[:MOST_ROWS]:
        match = re.fullmatch(r"\s*([0-9]{1,9})(?:-([0-9]{1,9}))?\s*", part)
        if match:
            first, last = int(match[1]), int(match[2] or match[1])
            numbers += range(first, min(last, first + MOST_ROWS) + 1)
    return sorted(set(numbers))[:MOST_ROWS]


def rows_page(
    found: register.Dataset,
    numbers: list[int],
    published: list[register.PublishedRow],
    services: Mapping[int, str],
) -> dict[str, Any]:
    """What the page of published rows prints."""
    title = ngettext(
        "%(n)s row of %(file)s", "%(n)s rows of %(file)s", len(published)
    ) % {"n": number(len(published)), "file": found.file_name}  # fmt: skip
    return {
        "title": title,
        "caption": f"{found.publisher}, {found.title}",
        "crumbs": crumbs(found),
        "missing": _missing(numbers, published),
        "rows": [_row(row, services.get(row.number)) for row in published],
        "file_href": reverse("register:file", args=[found.id]),
    }


def _missing(numbers: list[int], published: list[register.PublishedRow]) -> str:
    if not numbers:
        return _("No row was asked for. The address names rows as in ?rows=2-5,9.")
    if not published:
        return _("The file has no rows of these numbers.")
    return ""


def _row(row: register.PublishedRow, service_id: str | None) -> dict[str, Any]:
    heading = _("Row %(n)s") % {"n": number(row.number)}
    named = ", ".join(value for _column, value in row.values[:3])
    if len(named) > LONGEST_HEADING:
        named = named[:LONGEST_HEADING] + "…"
    return {
        "heading": f"{heading}: {named}" if named else heading,
        "service": reverse("register:service", args=[service_id]) if service_id else "",
        "grid": Grid(
            caption=heading,
            columns=(GridColumn(_("Column")), GridColumn(_("What stands there"))),
            rows=row.values, caption_hidden=True, tight=True,
        ),
    }  # fmt: skip
