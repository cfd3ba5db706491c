"""The parts of the decide stage, which each of its pages leads to."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.decide import api as decide
from carewright.ui.rows import Link, NavigationItem


def places(here: str) -> tuple[NavigationItem, ...]:
    """Where one may go within the stage; `here` is the route of the present page."""
    wanted = [
        ("waiting", _("Waiting for you")),
        ("register", _("What was decided")),
        ("urgent", _("Done before approval")),
        ("schemes", _("Scheme of delegation")),
    ]
    return tuple(
        NavigationItem(text, reverse(f"decide:{route}"), current=route == here)
        for route, text in wanted
    )


def crumbs(approval: decide.Approval | None = None) -> tuple[Link, ...]:
    """The way back to what waits, and to one request."""
    first = (Link(_("Decisions"), reverse("decide:waiting")),)
    if approval is None:
        return first
    return (*first, Link(approval.reference, reverse("decide:request", args=[approval.id])))


def crumbs_to_schemes() -> tuple[Link, ...]:
    """The way back to the scheme of delegation."""
    return (*crumbs(), Link(_("Scheme of delegation"), reverse("decide:schemes")))
