"""Doubtful and refused rows of a file: the first few on its page, all of them as a list."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, Final

import polars as pl
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from carewright.platform import api as platform
from carewright.register import api as register
from carewright.ui.formats import number
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.rows import Grid, GridCell, GridColumn

ISSUES: Final = ("doubtful", "refused")
FIRST_ISSUES: Final = 20
LONGEST_SHOWN: Final = 120
SHOWN: Final = ("source_row", "column", "value", "reason", "mend")


def issues_of(found: register.Dataset, officer: platform.Officer) -> tuple[dict[str, Any], ...]:
    """Both lists as the file's page shows them."""
    return tuple(_issues(found, which, officer) for which in ISSUES)


def what_they_are(which: str) -> str:
    """What it means that rows are doubtful, or were refused."""
    if which == "doubtful":
        return _("A doubtful row is kept and counted, and every figure that rests on it says so.")
    return _("A refused row is not kept: no figure rests on it.")


def issues_listing(which: str) -> Listing:
    """Doubtful or refused rows as a list. One row may stand here for several reasons."""
    return Listing(
        name=f"{which}-rows",
        caption=gettext_lazy("Doubtful rows")
        if which == "doubtful"
        else gettext_lazy("Refused rows"),
        columns=(
            ListColumn(
                "source_row", gettext_lazy("Row"), kind="number", sort="source_row"
            ),
            ListColumn("column", gettext_lazy("Column"), sort="column"),
            ListColumn("value", gettext_lazy("What stands there")),
            ListColumn("reason", gettext_lazy("What is wrong"), sort="reason"),
            ListColumn("mend", gettext_lazy("What to do")),
        ),
        filters=(
            ListFilter("q", gettext_lazy("Find"), fields=("column", "value", "reason")),
        ),
        sort="source_row",
    )  # fmt: skip


def issue_rows(frame: pl.DataFrame) -> list[SimpleNamespace]:
    """The rows as a list takes them."""
    return [SimpleNamespace(**row) for row in frame.select(SHOWN).iter_rows(named=True)]


def _issues(found: register.Dataset, which: str, officer: platform.Officer) -> dict[str, Any]:
    frame = register.doubtful_and_refused(found.id, which, seen_by=officer)
    rows = found.rows_doubtful if which == "doubtful" else found.rows_refused
    return {
        "which": which,
        "caption": _("Doubtful rows") if which == "doubtful" else _("Refused rows"),
        "heading": _heading(which, rows),
        "words": what_they_are(which),
        "href": reverse("register:issues", args=[found.id, which]),
        "link": _link(which, frame.height),
        "grid": _grid(which, frame) if frame.height else None,
    }


def _heading(which: str, rows: int) -> str:
    words = {"rows": number(rows)}
    if which == "doubtful":
        if not rows:
            return _("No row is doubtful")
        return ngettext("%(rows)s row is doubtful", "%(rows)s rows are doubtful", rows) % words
    if not rows:
        return _("No row was refused")
    return ngettext("%(rows)s row was refused", "%(rows)s rows were refused", rows) % words


def _link(which: str, reasons: int) -> str:
    words = {"n": number(reasons)}
    if which == "doubtful":
        return ngettext(
            "The %(n)s doubt as a list, to search or to download",
            "All %(n)s doubts as a list, to search or to download", reasons,
        ) % words  # fmt: skip
    return ngettext(
        "The %(n)s refusal as a list, to search or to download",
        "All %(n)s refusals as a list, to search or to download", reasons,
    ) % words  # fmt: skip


def _grid(which: str, frame: pl.DataFrame) -> Grid:
    first = frame.head(FIRST_ISSUES).select(SHOWN)
    columns = (
        GridColumn(_("Row")), GridColumn(_("Column")),
        GridColumn(_("What stands there")), GridColumn(_("What is wrong")),
        GridColumn(_("What to do")),
    )  # fmt: skip
    names = {"doubtful": _("The first %(n)s doubts"), "refused": _("The first %(n)s refusals")}
    return Grid(
        caption=names[which] % {"n": first.height},
        columns=columns,
        rows=tuple(
            (_("Row %(n)s") % {"n": number(row)}, *(GridCell(_short(value)) for value in values))
            for row, *values in first.iter_rows()
        ),
        stacked=True, tight=True, caption_hidden=frame.height <= FIRST_ISSUES,
    )  # fmt: skip


def _short(value: object) -> str:
    text = "" if value is None else str(value)
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
