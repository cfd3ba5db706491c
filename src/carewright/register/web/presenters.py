"""Rows of the register as its pages print them."""

from __future__ import annotations

import re
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from carewright.platform import api as platform
from carewright.register import api as register
from carewright.register.api import DatasetState
from carewright.register.web.lists import STATE_TAGS
from carewright.ui.formats import written_date, written_datetime
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.rows import Fact, Grid, GridCell, GridColumn, Link
from carewright_engine.tables.kinds import KINDS

ISSUES: Final = ("doubtful", "refused")
FIRST_ISSUES: Final = 20
MOST_ROWS: Final = 200
LARGEST_ROW: Final = 100_000_000
SERVICE_NUMBER: Final = re.compile(r"^(CS\d{10}|1-\d{6,})$")


def crumbs(found: register.Dataset | None = None) -> tuple[Link, ...]:
    """The way back to the list of files and to one of them."""
    first = (Link("Published files", reverse("register:files")),)
    if found is None:
        return first
    return (*first, Link(found.file_name, reverse("register:file", args=[found.id])))


def file_page(
    found: register.Dataset, officer: platform.Officer, *, may_import: bool
) -> dict[str, Any]:
    """What the page of one file prints."""
    read = found.state not in {DatasetState.UPLOADED, DatasetState.UNREADABLE}
    return {
        "title": found.file_name,
        "caption": found.title,
        "crumbs": crumbs(),
        "file": found,
        "tag": STATE_TAGS[found.state],
        "may_import": may_import,
        "facts": _facts(found),
        "columns": _columns(found) if found.matched else None,
        "tables": tuple(f"{name}: {rows:,} rows" for name, rows in found.tables.items()),
        "issues": tuple(_issues(found, which, officer) for which in ISSUES) if read else (),
    }


def explained(found: register.Dataset) -> dict[str, Any]:
    """What is already known of the file, for the form that asks."""
    return {"kind": found.kind, "as_at": found.as_at}


def issues_listing(which: str) -> Listing:
    """Doubtful or refused rows as a list."""
    return Listing(
        name=f"{which}-rows",
        caption=_("Doubtful rows") if which == "doubtful" else _("Refused rows"),
        columns=(
            ListColumn("source_row", _("Row"), kind="number", value=_of("source_row"),
                       sort="source_row"),
            ListColumn("column", _("Column"), value=_of("column"), sort="column"),
            ListColumn("value", _("What stands there"), value=_of("value")),
            ListColumn("reason", _("What is wrong"), value=_of("reason"), sort="reason"),
            ListColumn("mend", _("What to do"), value=_of("mend")),
        ),
        filters=(ListFilter("q", _("Find"), fields=("column", "value", "reason")),),
        sort="source_row",
    )  # fmt: skip


def row_numbers(asked: str) -> list[int]:
    """Row numbers from '2-5,9'; what is no number is left out, and so is what is too much."""
    numbers: list[int] = []
    for part in asked.split(","):
        match = re.fullmatch(r"\s*(\d{1,9})(?:-(\d{1,9}))?\s*", part)
        if match:
            first, last = int(match[1]), int(match[2] or match[1])
            numbers += range(first, min(last, first + MOST_ROWS) + 1)
    return sorted(set(numbers))[:MOST_ROWS]


def rows_page(
    found: register.Dataset, numbers: list[int], published: list[register.PublishedRow]
) -> dict[str, Any]:
    """What the page of published rows prints."""
    return {
        "title": f"Rows of {found.file_name}",
        "caption": f"{found.publisher}, {found.title}",
        "crumbs": crumbs(found),
        "asked": len(numbers),
        "rows": [(row, _service_in(row)) for row in published],
    }


def _of(name: str) -> Any:
    return lambda row: row[name]


def _service_in(row: register.PublishedRow) -> str:
    """The page of the service that the row is about, if it is about one."""
    for _column, value in row.values:
        if SERVICE_NUMBER.match(value):
            return reverse("register:service", args=[value])
    return ""


def _facts(found: register.Dataset) -> tuple[Fact, ...]:
    facts = [
        Fact("Rows read", f"{found.rows_read:,}"),
        Fact("Kept", f"{found.rows_kept:,}"),
        Fact("Kept, but doubtful", f"{found.rows_doubtful:,}"),
        Fact("Refused", f"{found.rows_refused:,}"),
        Fact("True on", written_date(found.as_at) if found.as_at else "Not said"),
        Fact("Publisher", found.publisher or "Not known yet"),
        Fact("Licence", found.licence or "Not known yet"),
        Fact("Given by", found.uploaded_by, beneath=written_datetime(found.uploaded_at)),
        Fact("Digest (SHA-256)", found.sha256[:16] + "…"),
    ]
    if found.imported_at:
        when = written_datetime(found.imported_at)
        facts.append(Fact("Imported by", found.imported_by, beneath=when))
    return tuple(facts)


def _columns(found: register.Dataset) -> Grid:
    kind = KINDS.get(found.kind)
    words = {field.meaning: field.words for field in kind.fields} if kind else {}
    rows = tuple((words.get(m, m), header) for m, header in found.matched.items())
    left = f"Not used: {', '.join(found.unmatched)}" if found.unmatched else ""
    return Grid(
        caption="Which column was taken for what",
        columns=(GridColumn("Meaning"), GridColumn("Column of the file")),
        rows=rows, how_to_read=left, tight=True,
    )  # fmt: skip


def _issues(found: register.Dataset, which: str, officer: platform.Officer) -> dict[str, Any]:
    frame = register.doubtful_and_refused(found.id, which, seen_by=officer)
    first = frame.head(FIRST_ISSUES)
    columns = (
        GridColumn("Row", figures=True), GridColumn("Column"), GridColumn("What stands there"),
        GridColumn("What is wrong"), GridColumn("What to do"),
    )  # fmt: skip
    rows = tuple(
        tuple(GridCell(_short(value)) for value in row)
        for row in first.select("source_row", "column", "value", "reason", "mend").iter_rows()
    )
    return {
        "which": which,
        "how_many": frame.height,
        "href": reverse("register:issues", args=[found.id, which]),
        "grid": Grid(
            caption=f"{which.capitalize()} rows, the first {first.height}",
            columns=columns, rows=rows, stacked=True,
        ),
    }  # fmt: skip


def _short(value: object) -> str:
    text = "" if value is None else str(value)
    return text if len(text) <= 120 else text[:119] + "…"
