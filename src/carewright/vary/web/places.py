"""The way back through the pages of the stage."""

from __future__ import annotations

from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from carewright.contract import api as contract
from carewright.ui.rows import Link, NavigationItem

PLACES: Final = (
    ("changes", _lazy("All changes")),
    ("exemptions", _lazy("Register of exemptions")),
)


def places(current: str) -> tuple[NavigationItem, ...]:
    """The lists of the stage, with the one that the page is marked."""
    return tuple(
        NavigationItem(str(text), reverse(f"vary:{name}"), current=name == current)
        for name, text in PLACES
    )


def crumbs(agreement: contract.Agreement | None = None) -> tuple[Link, ...]:
    """The list of changes, and the agreement whose changes they are."""
    first = (Link(_("Changes"), reverse("vary:changes")),)
    if agreement is None:
        return first
    there = reverse("vary:agreement", args=[agreement.id])
    return (*first, Link(_("Changes of %s") % agreement.reference, there))


def crumbs_to_exemptions() -> tuple[Link, ...]:
    """The list of changes, and the register."""
    return (*crumbs(), Link(_("Register of exemptions"), reverse("vary:exemptions")))
