"""Directions as pages print them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from carewright.govern import api as govern
from carewright.govern.api import DirectionState, NoteKind
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.formats import count_of, pounds, written_date, written_datetime
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.rows import Fact, Identity, State, Tag

COLOURS: Final[dict[DirectionState, State]] = {
    DirectionState.DRAFT: "none", DirectionState.ISSUED: "wait",
    DirectionState.SUPERSEDED: "none", DirectionState.REVOKED: "late",
}  # fmt: skip


def direction_tag(found: govern.Direction) -> Tag:
    """Where it stands; what stands is green once it is acknowledged."""
    if found.state is DirectionState.ISSUED and found.acknowledged:
        return Tag(_("Acknowledged"), "good")
    return Tag(found.state.label, COLOURS[found.state])


def _in_state(found: Any, wanted: str) -> Any:
    return [each for each in found if each.state == wanted]


def _issued(found: Any) -> str:
    return written_datetime(found.issued_at) if found.issued_at else _("Not yet")


DIRECTIONS: Final = Listing(
    name="directions",
    caption=gettext_lazy("Directions"),
    columns=(
        ListColumn(
            "title", gettext_lazy("Direction"), sort="title",
            link=lambda found: reverse("govern:direction", args=[found.id]),
            value=lambda found: f"{found.reference} {found.title}",
        ),
        ListColumn("organisation", gettext_lazy("Given by"), under="title"),
        ListColumn("to", gettext_lazy("Given to"), sort="to"),
        ListColumn("money_pence", gettext_lazy("Money"), kind="pounds", sort="money_pence"),
        ListColumn("starts_on", gettext_lazy("From"), kind="date", sort="starts_on"),
        ListColumn(
            "issued_at", gettext_lazy("Issued"), sort="issued_at",
            value=_issued,
        ),
        ListColumn("state", gettext_lazy("State"), kind="tag", value=direction_tag),
    ),
    filters=(
        ListFilter("q", gettext_lazy("Title or body"), fields=("title", "reference", "to")),
        ListFilter(
            "state", gettext_lazy("State"), "select", narrow=_in_state,
            choices=tuple((each.value, each.label) for each in DirectionState),
        ),
    ),
    sort="-starts_on",
    counted=lambda how_many: count_of(how_many, "%(n)s direction", "%(n)s directions"),
)  # fmt: skip


def page_of(found: govern.Direction, officer: platform.Officer) -> dict[str, Any]:
    """What the page of one direction prints."""
    return {
        "title": found.title,
        "about": Identity(found.reference, (found.organisation, found.to), direction_tag(found)),
        "facts": _facts(found),
        "parts": _parts(found),
        "rests": _rests_on(found, officer),
        "links": _links(found),
        "notes": [_note(each) for each in found.notes],
        "said": _said_heading(found),
        **_open_to(found, officer),
    }


def _facts(found: govern.Direction) -> tuple[Fact, ...]:
    until = found.ends_before
    ends = _("open-ended")
    if until:
        ends = _("until %(day)s") % {"day": written_date(until - timedelta(days=1))}
    who = found.acknowledged
    return (
        Fact(_("Money"), pounds(found.money_pence) if found.money_pence else _("None")),
        Fact(_("From"), written_date(found.starts_on), beneath=ends),
        Fact(
            _("Issued"), found.issued_by or _("Not yet"),
            beneath=written_datetime(found.issued_at)
            if found.issued_at
            else _("The chief officer issues it"),
        ),
        Fact(
            _("Acknowledged"), who.said_by if who else _("Not yet"),
            beneath=written_datetime(who.said_at) if who else "",
        ),
    )  # fmt: skip


def _parts(found: govern.Direction) -> list[tuple[str, list[str]]]:
    return [
        (_("What it is directed to do"), found.text.splitlines()),
        (_("Functions that it carries out"), found.functions.splitlines()),
        (_("How it is paid"), found.payment.splitlines()),
    ]


def _rests_on(found: govern.Direction, officer: platform.Officer) -> dict[str, str]:
    """The decision in words; only its own organisation can open it."""
    own = found.organisation_id == officer.organisation.id
    href = reverse("decide:request", args=[found.request_id]) if own else ""
    return {"text": found.rests_on, "href": href}


def _links(found: govern.Direction) -> list[dict[str, str]]:
    """The direction that it replaces, and the one that replaced it."""
    replaced = (
        _("Revoked by") if found.state is DirectionState.REVOKED else _("Superseded by")
    )  # fmt: skip
    replaces = (
        _("It revokes") if found.replaces_how is govern.Replacing.REVOKES else _("It supersedes")
    )
    both = (
        (replaces, found.replaces_id, found.replaces),
        (replaced, found.followed_by_id, found.followed_by),
    )
    return [
        {"says": says, "text": text, "href": reverse("govern:direction", args=[key])}
        for says, key, text in both
        if key
    ]


def _note(note: govern.DirectionNote) -> dict[str, Any]:
    who = {"who": note.said_by, "when": written_datetime(note.said_at)}
    heading = _("Acknowledged") if note.kind is NoteKind.ACKNOWLEDGED else _("Progress")
    return {
        "heading": f"{heading}, {who['when']}",
        "who": who["who"],
        "text": note.text.splitlines(),
    }


def _said_heading(found: govern.Direction) -> str:
    if found.to_id is None:
        return _("%(body)s does not work here, so it answers by other means") % {"body": found.to}
    if not found.acknowledged:
        return _("%(body)s has not acknowledged it yet") % {"body": found.to}
    how_many = sum(1 for each in found.notes if each.kind is NoteKind.PROGRESS)
    if not how_many:
        return _("Acknowledged; nothing is said of progress yet")
    return count_of(how_many, "%(n)s note of progress", "%(n)s notes of progress")


def _open_to(found: govern.Direction, officer: platform.Officer) -> dict[str, bool]:
    """What this officer can do with it now."""
    own = found.organisation_id == officer.organisation.id
    draft = own and found.state is DirectionState.DRAFT
    directed = found.to_id == officer.organisation.id and found.state is DirectionState.ISSUED
    answers = directed and platform.may(officer, Act.ANSWER_DIRECTION)
    return {
        "may_write": draft and platform.may(officer, Act.WRITE_DIRECTION),
        "may_issue": draft and platform.may(officer, Act.ISSUE_DIRECTION),
        "may_acknowledge": answers and not found.acknowledged,
        "may_report": answers and found.acknowledged is not None,
    }
