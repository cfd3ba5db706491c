"""The parts of the record, which each of its pages leads to."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.ui.rows import Link, NavigationItem


def places(here: str) -> tuple[NavigationItem, ...]:
    """Where to go within the record; `here` is the route of the present page."""
    wanted = (
        ("events", _("Events")),
        ("whole", _("Is the record whole?")),
        ("checkpoints", _("Checkpoints")),
    )
    return tuple(
        NavigationItem(text, reverse(f"attest:{route}"), current=route == here)
        for route, text in wanted
    )


def crumbs() -> tuple[Link, ...]:
    """The way back to the list of events."""
    return (Link(_("Record of events"), reverse("attest:events")),)
