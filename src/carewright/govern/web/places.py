"""The parts of the stage of papers, which each of its pages leads to."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.govern import api as govern
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.formats import written_date
from carewright.ui.rows import Link, NavigationItem


def places(officer: platform.Officer, here: str) -> tuple[NavigationItem, ...]:
    """Where the officer may go among papers; `here` is the route of the present page."""
    wanted = [
        ("papers", _("Papers"), Act.SEE_PAPERS),
        ("meetings", _("Meetings"), Act.SEE_PAPERS),
        ("decisions", _("Decisions"), Act.SEE_PAPERS),
        ("directions", _("Directions"), Act.SEE_DIRECTIONS),
    ]
    return tuple(
        NavigationItem(text, reverse(f"govern:{route}"), current=route == here)
        for route, text, act in wanted
        if platform.may(officer, act)
    )


def crumbs(paper: govern.Paper | None = None) -> tuple[Link, ...]:
    """The way back to the list and to one paper."""
    first = (Link(_("Papers"), reverse("govern:papers")),)
    if paper is None:
        return first
    return (*first, Link(paper.reference, reverse("govern:paper", args=[paper.id])))


def crumbs_to_meetings(met: govern.Meeting | None = None) -> tuple[Link, ...]:
    """The way back to the list of meetings and to one of them."""
    first = (Link(_("Meetings"), reverse("govern:meetings")),)
    if met is None:
        return first
    day = written_date(met.starts_at)
    return (*first, Link(f"{met.body}, {day}", reverse("govern:meeting", args=[met.id])))


def crumbs_to_directions() -> tuple[Link, ...]:
    """The way back to the list of directions."""
    return (Link(_("Directions"), reverse("govern:directions")),)
