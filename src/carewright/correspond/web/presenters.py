"""Templates and letters as their pages print them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.correspond import api as correspond
from carewright.correspond.api import SubjectKind
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.formats import written_date, written_datetime
from carewright.ui.rows import Fact, Grid, GridCell, GridColumn, Link, Tag

PREVIEWED = 3  # letters shown in full; what is missing is said of all


def template_page(
    found: correspond.Template, letters: list[correspond.Letter], by: platform.Officer
) -> dict[str, Any]:
    """The page of a template."""
    newest = found.newest
    return {
        "title": found.name,
        "caption": f"{found.kind.label} · {found.subject.label}",
        "crumbs": (Link(_("Letters and reports"), reverse("correspond:templates")),),
        "facts": _facts(found),
        "template": found,
        "newest": newest,
        "blocks": correspond.blocks_of(newest.body),
        "versions": _versions(found),
        "letters": _letters(letters) if letters else None,
        "may_change": platform.may(by, Act.WRITE_TEMPLATE),
        "may_write": platform.may(by, Act.WRITE_LETTERS) and found.in_use is not None,
        "may_approve": _may_approve(found, by),
    }


def _may_approve(found: correspond.Template, by: platform.Officer) -> bool:
    newest = found.newest
    return platform.may(by, Act.APPROVE_TEMPLATE) and not correspond.blockers_to_approval(
        is_own=platform.is_same_person(by, newest.written_by_account),
        approved=newest.approved_at is not None,
    )  # fmt: skip


def _facts(found: correspond.Template) -> list[Fact]:
    used = found.in_use
    in_use = (
        Fact(_("In use"), _("Version %s") % used.number, _approval(used))
        if used
        else Fact(_("In use"), _("Nothing yet"), _("Somebody else has to approve the words"))
    )
    kept = Fact(_("Kept for"), found.retention.label, _("as documents, each letter twice"))
    return [in_use, kept]


def _approval(each: correspond.Version) -> str:
    if not each.approved_at:
        return _("Not approved")
    words = {"who": each.approved_by, "when": written_date(each.approved_at)}
    return _("Approved by %(who)s, %(when)s") % words


def _versions(found: correspond.Template) -> Grid:
    columns = (_("Version"), _("Written by"), _("Written"), _("What has changed"), _("Approval"))
    return Grid(
        caption=_("Versions of the words"),
        columns=tuple(GridColumn(each) for each in columns),
        rows=tuple(
            (str(each.number), each.written_by, written_datetime(each.written_at),
             each.reason or _("The first words"),
             _standing(each))
            for each in found.versions
        ),
        stacked=True,
    )  # fmt: skip


def _standing(each: correspond.Version) -> GridCell:
    """The tag stays short, as it does not wrap on a telephone."""
    if not each.approved_at:
        return GridCell(tag=Tag(_("Not approved"), "wait"))
    return GridCell(tag=Tag(_("Approved"), "good"), beneath=_approval(each))


def _letters(letters: list[correspond.Letter]) -> Grid:
    columns = (_("About"), _("Written by"), _("Written"), _("Version"), _("Word"), _("PDF"))
    return Grid(
        caption=_("What was written from it, the latest first"),
        columns=tuple(GridColumn(each) for each in columns),
        rows=tuple(
            (each.subject_name, each.written_by, written_datetime(each.written_at),
             str(each.version), _document(_("Word document %s"), at, each.word_id),
             _document(_("PDF %s"), at, each.pdf_id) if each.pdf_id else _("None"))
            for at, each in enumerate(letters, start=1)
        ),
        stacked=True,
    )  # fmt: skip


def _document(words: str, at: int, document_id: object) -> GridCell:
    return GridCell(words % at, link=reverse("platform:document", args=[document_id]))


def fields_grid(kinds: tuple[SubjectKind, ...]) -> Grid:
    """Every field that the words may name."""
    about = [(f, w, kind.label) for kind in kinds for f, w in correspond.ABOUT[kind].items()]
    everywhere = [(f, w, _("Everything")) for f, w in correspond.EVERYWHERE.items()]
    return Grid(
        caption=_("Fields that the words may name"),
        columns=(GridColumn(_("Field")), GridColumn(_("What it holds")), GridColumn(_("About"))),
        rows=tuple((f"{{{{ {f} }}}}", words, kind) for f, words, kind in [*about, *everywhere]),
        stacked=True,
    )


def previews(
    found: correspond.Template, chosen: list[str], *, by: platform.Officer, at: datetime
) -> dict[str, Any]:
    """The first letters in full, and what is missing from any."""
    words = found.in_use or found.newest
    drafts = [
        correspond.draft(
            words.title, words.body,
            correspond.subject(found.subject, each, seen_by=by, at=at),
        )
        for each in chosen
    ]  # fmt: skip
    return {
        "previews": [each for each in drafts if not each.missing][:PREVIEWED],
        "missing": [(e.subject.name, ", ".join(e.missing)) for e in drafts if e.missing],
    }
