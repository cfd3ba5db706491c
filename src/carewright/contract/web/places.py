"""The way back through the pages of the stage."""

from __future__ import annotations

from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from carewright.contract import api as contract
from carewright.ui.rows import Link, NavigationItem

PLACES: Final = (
    ("agreements", _lazy("All agreements")),
    ("work", _lazy("To put right")),
    ("public", _lazy("Public view")),
    ("variety", _lazy("How they differ")),
    ("imports", _lazy("Import a register")),
    ("kinds", _lazy("Without a kind")),
)


def places(current: str) -> tuple[NavigationItem, ...]:
    """The parts of the stage, with the one that the page belongs to marked."""
    return tuple(
        NavigationItem(str(text), reverse(f"contract:{name}"), current=name == current)
        for name, text in PLACES
    )


def crumbs(found: contract.Agreement | None = None) -> tuple[Link, ...]:
    """The register, and the agreement that a page is about."""
    first = (Link(_("Register of agreements"), reverse("contract:agreements")),)
    if found is None:
        return first
    return (*first, Link(found.reference, reverse("contract:agreement", args=[found.id])))


def import_crumbs(batch: contract.Batch | None = None) -> tuple[Link, ...]:
    """The register, its imports, and the import that a page is about."""
    above = (*crumbs(), Link(_("Import a register"), reverse("contract:imports")))
    if batch is None:
        return above
    return (*above, Link(batch.file_name, reverse("contract:import", args=[batch.id])))
