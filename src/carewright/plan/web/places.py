"""The way back through the pages of the stage."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.plan import api as plan
from carewright.ui.rows import Link


def crumbs(found: plan.Decision | None = None) -> tuple[Link, ...]:
    """The list of decisions, and the one that the page is about."""
    first = (Link(_("Sourcing decisions"), reverse("plan:decisions")),)
    if found is None:
        return first
    return (*first, Link(found.reference, reverse("plan:decision", args=[found.id])))
