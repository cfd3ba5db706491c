"""One published file as its page prints it."""

from __future__ import annotations

from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.platform import api as platform
from carewright.register import api as register
from carewright.register.api import DatasetState
from carewright.register.web.issues import issues_of
from carewright.register.web.lists import STATE_TAGS
from carewright.register.web.places import crumbs
from carewright.ui.formats import number, written_date, written_datetime
from carewright.ui.rows import Count, Fact, Grid, GridCell, GridColumn, Link
from carewright_engine.tables.kinds import KINDS
from carewright_engine.tables.schemas import TABLES

LOOKED_INTO: Final = frozenset({DatasetState.READ, DatasetState.IMPORTED, DatasetState.UNDONE})


def file_page(
    found: register.Dataset, officer: platform.Officer, *, twin: register.Dataset | None = None
) -> dict[str, Any]:
    """What the page of one file prints; `twin` is the very same file, imported already."""
    read = found.state in LOOKED_INTO
    return {
        "title": found.file_name,
        "caption": found.title or _("Not recognised yet"),
        "crumbs": crumbs(),
        "file": found,
        "state_tag": STATE_TAGS[found.state],
        "standing": _standing(found),
        "twin": _twin(twin) if twin else None,
        "may_change": register.may_change(found, officer),
        "actions": {move: state in register.MOVES[found.state] for move, state in MOVES.items()},
        "counts": _counts(found) if read else (),
        "finding": _finding(found) if read else "",
        "issues": issues_of(found, officer) if read else (),
        "columns": _columns(found) if read and found.matched else None,
        "columns_heading": _columns_heading(found),
        "few_columns": len(found.matched) <= FEW_COLUMNS,
        "tables": _tables(found) if read and found.tables else None,
        "facts": _facts(found, read=read),
    }


#: So many are shown at once; more are folded away.
FEW_COLUMNS: Final = 15

#: What a person may do with a file, and the state that it then comes into.
MOVES: Final = {
    "read": DatasetState.UNREADABLE,  # only what was not read yet can turn out unreadable
    "import": DatasetState.IMPORTED,
    "discard": DatasetState.DISCARDED,
    "undo": DatasetState.UNDONE,
}


def explained(found: register.Dataset) -> dict[str, Any]:
    """What is already known of the file, for the form that asks."""
    return {"kind": found.kind, "as_at": found.as_at}


def kinds_known() -> Grid:
    """Every kind of file that can be read, under its publisher."""
    ordered = sorted(KINDS.values(), key=lambda kind: (kind.publisher, kind.title))
    return Grid(
        caption=_("Files that can be read"),
        columns=(GridColumn(_("Kind of file")), GridColumn(_("Publisher"))),
        rows=tuple(
            (kind.title[:1].upper() + kind.title[1:], kind.publisher) for kind in ordered
        ),
        stacked=True,
        tight=True,
    )  # fmt: skip


def _standing(found: register.Dataset) -> str:
    """What the state of the file means, in a sentence."""
    said = {
        DatasetState.UPLOADED: _("Nothing has been read from it yet, and no figure uses it."),
        DatasetState.READ: _("It was read as a trial. No figure uses it yet."),
        DatasetState.UNREADABLE: _("Nothing was imported."),
        DatasetState.IMPORTED: _("Figures use it."),
        DatasetState.DISCARDED: _("It was put aside and never imported. No figure uses it."),
        DatasetState.UNDONE: _("Its import was taken back. No figure uses it."),
    }[found.state]
    if not found.shared:
        return said
    return said + " " + _("Every organisation uses it, so only whoever runs Carewright changes it.")


def _twin(twin: register.Dataset) -> dict[str, str]:
    words = {"when": written_datetime(twin.imported_at), "who": twin.imported_by}
    return {
        "words": _("It was imported on %(when)s by %(who)s. A second import would change nothing.")
        % words,
        "href": reverse("register:file", args=[twin.id]),
    }


def _finding(found: register.Dataset) -> str:
    """The heading of the trial's result."""
    words = {"read": number(found.rows_read), "kept": number(found.rows_kept)}
    if found.rows_read == 0:
        return _("The file holds no rows")
    if found.rows_kept == 0:
        return _("None of the %(read)s rows can be used") % words
    if found.state is DatasetState.IMPORTED:
        return _("%(kept)s of %(read)s rows are used") % words
    return _("%(kept)s of %(read)s rows can be used") % words


def _counts(found: register.Dataset) -> tuple[Count, ...]:
    return (
        Count(
            number(found.rows_kept), Link(_("Kept"), "#facts"),
            _("of %(read)s rows read") % {"read": number(found.rows_read)}, "good",
        ),
        Count(
            number(found.rows_doubtful), Link(_("Doubtful"), "#doubtful"),
            _("kept, and marked"), "soon" if found.rows_doubtful else "none",
        ),
        Count(
            number(found.rows_refused), Link(_("Refused"), "#refused"),
            _("not kept"), "late" if found.rows_refused else "none",
        ),
    )  # fmt: skip


def _facts(found: register.Dataset, *, read: bool) -> tuple[Fact, ...]:
    true_on = written_date(found.as_at) if found.as_at else _("Not said")
    facts = [
        Fact(_("Publisher"), found.publisher or _("Not known yet")),
        Fact(_("Licence"), found.licence or _("Not known yet")),
        Fact(_("True on"), true_on if read or found.as_at else _("Not known yet")),
        Fact(_("Given by"), found.uploaded_by, beneath=written_datetime(found.uploaded_at)),
    ]
    if found.imported_at:
        when = written_datetime(found.imported_at)
        facts.append(Fact(_("Imported by"), found.imported_by, beneath=when))
    size = _("%(size)s kB") % {"size": number(max(1, found.size // 1000))}
    facts.append(Fact(_("Size"), size))
    return tuple(facts)


def _tables(found: register.Dataset) -> Grid:
    """What the file yields, table by table."""
    link = ""
    if found.state is DatasetState.IMPORTED and found.as_at:
        link = f"{reverse('register:services')}?day={found.as_at.isoformat()}"
    rows = tuple(
        (
            GridCell(
                name.replace("_", " ").capitalize(), link=link if name == "service" else "",
                beneath=TABLES[name].meaning,
            ),
            number(how_many),
        )
        for name, how_many in found.tables.items()
    )  # fmt: skip
    return Grid(
        caption=_("What it yields"),
        columns=(GridColumn(_("Table")), GridColumn(_("Rows"), figures=True)),
        rows=rows,
    )


def _columns_heading(found: register.Dataset) -> str:
    taken, all_of_them = len(found.matched), len(found.matched) + len(found.unmatched)
    words = {"taken": taken, "all": all_of_them}
    return _("%(taken)s of %(all)s columns are used") % words


def _columns(found: register.Dataset) -> Grid:
    kind = KINDS.get(found.kind)
    words = {field.meaning: field.words for field in kind.fields} if kind else {}
    return Grid(
        caption=_("Which column was taken for what"),
        columns=(GridColumn(_("Column of the file")), GridColumn(_("Taken for"))),
        rows=tuple((header, words.get(m, m)) for m, header in found.matched.items()),
        caption_hidden=True, tight=True,
    )  # fmt: skip
