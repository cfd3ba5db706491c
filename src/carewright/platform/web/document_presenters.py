"""Kept files as their pages print them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from carewright.platform import api as platform
from carewright.platform.api import Act, Retention
from carewright.ui.formats import written_date, written_datetime
from carewright.ui.rows import Fact, Grid, GridCell, GridColumn, Link, Tag

#: The act behind each thing that can be done with a document, and its words.
OFFERED: dict[str, tuple[Act, Callable[[], str]]] = {
    "add_version": (Act.ADD_VERSION, lambda: _("Give a new version")),
    "hold": (Act.HOLD_DOCUMENT, lambda: _("Hold it")),
    "lift_hold": (Act.LIFT_HOLD, lambda: _("Lift the hold")),
    "keep_longer": (Act.DECIDE_DISPOSAL, lambda: _("Keep it longer")),
    "dispose": (Act.DECIDE_DISPOSAL, lambda: _("Dispose of it")),
}


def state_of(found: platform.Document, on: date) -> Tag:
    """Whether it is kept, held, due or gone."""
    if found.disposed_at:
        return Tag(_("Disposed of"), "none")
    if found.hold:
        return Tag(_("Held"), "wait")
    if is_due(found, on):
        return Tag(_("Retention has run out"), "soon")
    return Tag(_("Kept"), "good")


def is_due(found: platform.Document, on: date) -> bool:
    """Whether a director may decide on its disposal today."""
    return not platform.blockers_to_disposal(platform.kept(found), on=on)


def facts_of(found: platform.Document, on: date) -> list[Fact]:
    """Until when it is kept, and by whom held."""
    end = platform.runs_out_on(platform.kept(found))
    until = written_date(end) if end else _("no set day")
    facts = [
        Fact(_("Retention"), Retention(found.retention).label, _("Kept until %s") % until),
        Fact(
            _("Newest version"),
            str(found.newest.number),
            written_datetime(found.newest.uploaded_at),
        ),
        Fact(_("Size"), size_in_words(found.size)),
    ]
    if found.hold:
        who = f"{found.hold.by_name}, {written_datetime(found.hold.at)}"
        facts.append(Fact(_("Held because"), found.hold.reason, who))
    if found.disposed_at:
        facts.append(
            Fact(_("Disposed of by"), found.disposed_by, written_datetime(found.disposed_at))
        )
    return facts


def actions_on(found: platform.Document, by: platform.Officer, on: date) -> list[Link]:
    """What the officer may do with it now."""
    sensible = {
        "add_version": not found.disposed_at,
        "hold": not found.hold and not found.disposed_at,
        "lift_hold": found.hold is not None and found.hold.by_id != by.id,
        "keep_longer": is_due(found, on),
        "dispose": is_due(found, on),
    }
    return [
        Link(words(), reverse(f"platform:{name}", args=[found.id]))
        for name, (act, words) in OFFERED.items()
        if sensible[name] and platform.may(by, act, found)
    ]


def versions_of(found: platform.Document, every: list[platform.DocumentVersion]) -> Grid:
    """Each version: who gave it, when and why, with the way to its bytes."""
    columns = (_("Version"), _("Given"), _("Why"), _("Size"), _("SHA-256 digest"))
    return Grid(
        caption=_("Versions"), caption_hidden=True, stacked=True,
        columns=tuple(GridColumn(heading) for heading in columns),
        rows=tuple(_version(found, each) for each in every),
    )  # fmt: skip


def _version(found: platform.Document, each: platform.DocumentVersion) -> tuple[Any, ...]:
    elsewhere = found.disposed_at is not None or found.placement_id is not None
    link = "" if elsewhere else reverse("platform:download", args=[found.id, each.number])
    return (
        GridCell(_("%(number)s: %(name)s") % {"number": each.number, "name": each.name}, link),
        GridCell(each.uploaded_by, beneath=written_datetime(each.uploaded_at)),
        each.reason or _("First version"),
        size_in_words(each.size),
        GridCell(f"{each.sha256[:16]}…", beneath=each.sha256[16:32] + "…"),
    )


def readers_of(events: list[platform.Event]) -> Grid | None:
    """Who had which version, the latest first; the last hundred times."""
    reads = [event for event in events if event.act == platform.audit.READ]
    if not reads:
        return None
    return Grid(
        caption=_("Who has read it"), caption_hidden=True,
        columns=tuple(GridColumn(each) for each in (_("Who"), _("When"), _("Version"))),
        rows=tuple(
            (event.by_name, written_datetime(event.at), str(event.facts.get("version", "")))
            for event in reversed(reads[-100:])
        ),
    )  # fmt: skip


def heading_of_readers(events: list[platform.Event]) -> str:
    """'3 people have read it', as a finding."""
    people = {event.by_id for event in events if event.act == platform.audit.READ}
    if not people:
        return _("Nobody of your organisation has read it")
    return ngettext("%(n)s person has read it", "%(n)s people have read it", len(people)) % {
        "n": len(people)
    }


def size_in_words(size: int) -> str:
    """'1.4 MB'."""
    if size >= 1_000_000:
        return f"{size / 1_000_000:.1f} MB"
    return f"{max(1, round(size / 1000))} kB" if size >= 1000 else _("%s bytes") % size
