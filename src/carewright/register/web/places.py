"""The parts of the register, which each of its pages leads to."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.register import api as register
from carewright.ui.rows import Link, NavigationItem


def places(officer: platform.Officer, here: str) -> tuple[NavigationItem, ...]:
    """Where the officer may go within the register; `here` is the route of the present page."""
    wanted = [
        ("files", _("Published files"), Act.SEE_FACTS),
        ("services", _("Services"), Act.SEE_FACTS),
        ("who_runs_anywhere", _("Who runs services"), Act.CONFIRM_FACTS),
        ("groups", _("Groups of providers"), Act.CONFIRM_FACTS),
        ("corrections", _("Values put right"), Act.SEE_FACTS),
        ("capacity", _("Capacity"), Act.SEE_FACTS),
        ("people", _("People"), Act.SEE_PEOPLE),
    ]
    return tuple(
        NavigationItem(text, reverse(f"register:{route}"), current=route == here)
        for route, text, act in wanted
        if platform.may(officer, act)
    )


def crumbs(found: register.Dataset | None = None) -> tuple[Link, ...]:
    """The way back to the list of files and to one of them."""
    first = (Link(_("Published files"), reverse("register:files")),)
    if found is None:
        return first
    return (*first, Link(found.file_name, reverse("register:file", args=[found.id])))


def crumbs_to_services() -> tuple[Link, ...]:
    """The way back to the list of services."""
    return (Link(_("Services"), reverse("register:services")),)


def crumbs_to_people() -> tuple[Link, ...]:
    """The way back to the list of people."""
    return (Link(_("People"), reverse("register:people")),)


def crumbs_to_capacity() -> tuple[Link, ...]:
    """The way back to the list of capacity."""
    return (Link(_("Capacity"), reverse("register:capacity")),)
