"""The lists of the record, declared once."""

from __future__ import annotations

from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from carewright.ui.formats import count_of
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.rows import Tag


def act_in_words(act: str) -> str:
    """An act's code as a screen says it."""
    return act.replace("_", " ").capitalize()


#: What the record calls things, where the code says it badly; other codes are words already.
KINDS: Final = {
    "account": "Sign-in", "approval_request": "Request for approval", "agenda_item": "Agenda item",
    "delegation_scheme": "Scheme of delegation", "dataset": "Published file",
    "job": "Background work", "officer": "Officer's account", "person": "Person's record",
    "analysis_run": "Analysis", "scheme": "Scheme of delegation",
}  # fmt: skip


def kind_in_words(kind: str) -> str:
    """What an event is about, as a screen says it."""
    return KINDS.get(kind, kind.replace("_", " ").capitalize())


def seal_tag(place: int | None) -> Tag:
    """Whether an event has been sealed."""
    return Tag(_("Waits"), "wait") if place is None else Tag(_("Sealed"), "good")


def _name(event: Any) -> str:
    """The act with the beginning of its id, as many events of one kind stand in the list."""
    return f"{act_in_words(event.act)} {str(event.pk)[:6]}"


def _who(event: Any) -> str:
    return str(event.by_name or _("Name erased"))


def _about(event: Any) -> str:
    """Reference and title of the thing, where the reader may see it."""
    link = getattr(event, "about", None)
    return link.text if link else ""


def _where(event: Any) -> str:
    link = getattr(event, "about", None)
    return link.href if link else ""


EVENTS = Listing(
    name="record",
    caption=_lazy("Events"),
    columns=(
        ListColumn(
            "event",
            _lazy("Event"),
            value=_name,
            link=lambda event: reverse("attest:event", args=[event.pk]),
        ),
        ListColumn("at", _lazy("When"), kind="datetime", sort="at"),
        ListColumn("by_name", _lazy("Who"), value=_who, sort="by_name"),
        ListColumn(
            "subject_kind",
            _lazy("About"),
            sort="subject_kind",
            value=lambda event: kind_in_words(event.subject_kind),
        ),
        ListColumn("thing", _lazy("Which"), under="subject_kind", value=_about, link=_where),
        ListColumn("subject_id", _lazy("Its id"), under="subject_kind"),
        ListColumn("reason", _lazy("Why")),
        ListColumn("sealed", _lazy("Seal"), kind="tag", value=lambda event: seal_tag(event.place)),
        # Of use in a download, too much for the page.
        ListColumn("act", _lazy("Code"), under="subject_id"),
        ListColumn("id", _lazy("Event's id"), under="subject_id"),
    ),
    filters=(
        ListFilter("who", _lazy("Who"), fields=("by_name",)),
        ListFilter("act", _lazy("What was done")),
        ListFilter("thing", _lazy("About what"), fields=("subject_kind", "subject_id")),
        ListFilter("since", _lazy("From"), "from", fields=("at__date",)),
        ListFilter("until", _lazy("Until"), "until", fields=("at__date",)),
    ),
    sort="-at",
    counted=lambda how_many: count_of(how_many, "%(n)s event", "%(n)s events"),
)

CHECKPOINTS = Listing(
    name="checkpoints",
    caption=_lazy("Checkpoints"),
    columns=(
        ListColumn(
            "number",
            _lazy("Checkpoint"),
            value=lambda each: _("Checkpoint %(n)s") % {"n": each.number},
            sort="number",
            link=lambda each: f"{reverse('attest:checkpoint')}?number={each.number}",
        ),
        ListColumn("sealed_at", _lazy("Sealed"), kind="datetime", sort="sealed_at"),
        ListColumn("size", _lazy("Events under it"), kind="number", sort="size"),
        ListColumn("root", _lazy("Root"), value=lambda each: each.root.hex()[:16]),
    ),
    filters=(
        ListFilter("since", _lazy("Sealed from"), "from", fields=("sealed_at",)),
        ListFilter("until", _lazy("Sealed until"), "until", fields=("sealed_at",)),
    ),
    sort="-number",
    counted=lambda how_many: count_of(how_many, "%(n)s checkpoint", "%(n)s checkpoints"),
)
