"""The way through the pages of the stage."""

from __future__ import annotations

from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from carewright.ui.rows import Link, NavigationItem

PLACES: Final = (
    ("obligations", _lazy("To do")),
    ("settled", _lazy("Done and settled")),
    ("briefings", _lazy("Briefings for teams")),
    ("statements", _lazy("How money was used")),
    ("grants", _lazy("Grants asked for")),
)


def places(current: str) -> tuple[NavigationItem, ...]:
    """The parts of the stage, with the one that the page belongs to marked."""
    return tuple(
        NavigationItem(str(text), reverse(f"keep_to:{name}"), current=name == current)
        for name, text in PLACES
    )


def crumbs(*more: Link) -> tuple[Link, ...]:
    """What is owed, and what a page is within."""
    return (Link(_("Obligations"), reverse("keep_to:obligations")), *more)
