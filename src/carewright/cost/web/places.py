"""The parts of the cost pages, and the way back through them."""

from __future__ import annotations

from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from carewright.ui.rows import Link, NavigationItem

PLACES: Final = (
    ("forecast", _lazy("Forecast")),
    ("solve", _lazy("Solve a figure")),
)


def places(current: str) -> tuple[NavigationItem, ...]:
    """The parts of the stage, with the one that the page belongs to marked."""
    return tuple(
        NavigationItem(str(text), reverse(f"cost:{name}"), current=name == current)
        for name, text in PLACES
    )


def crumbs(*more: Link) -> tuple[Link, ...]:
    """The register of agreements and the forecast of what they cost."""
    first = (
        Link(_("Register of agreements"), reverse("contract:agreements")),
        Link(_("Cost"), reverse("cost:forecast")),
    )
    return (*first, *more)
