"""The way back through the pages of the stage."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.contract import api as contract
from carewright.ui.rows import Link


def crumbs(found: contract.Agreement | None = None) -> tuple[Link, ...]:
    """The register, and the agreement that a page is about."""
    first = (Link(_("Register of agreements"), reverse("contract:agreements")),)
    if found is None:
        return first
    return (*first, Link(found.reference, reverse("contract:agreement", args=[found.id])))
