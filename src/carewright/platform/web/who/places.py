"""The parts of "Who is who", which each of its pages leads to."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.rows import Link, NavigationItem


def places(officer: platform.Officer, here: str) -> tuple[NavigationItem, ...]:
    """Where the officer may go within "Who is who"; `here` is the route of the present page."""
    wanted = [
        ("route_map", _("Whom to ask"), Act.SEE_ROUTE_MAP),
        ("escalation", _("Who is asked next"), Act.SEE_ROUTE_MAP),
        ("teams", _("Teams"), Act.SEE_TEAMS),
        ("localities", _("Localities"), Act.SEE_LOCALITIES),
        ("training", _("Lead officers and training"), Act.SEE_TRAINING),
        ("partnerships", _("Partnerships"), Act.SEE_PARTNERSHIP),
        ("absences", _("Absences"), Act.ARRANGE_COVER_FOR_OTHERS),
        ("officers", _("Officers and roles"), Act.SEE_OFFICERS),
        ("factor_resets", _("Lost second factors"), Act.SEE_FACTOR_RESETS),
        ("absence", _("Your absence"), Act.ARRANGE_COVER),
    ]
    return tuple(
        NavigationItem(text, reverse(f"platform:{route}"), current=route == here)
        for route, text, act in wanted
        if platform.may(officer, act)
    )


def crumbs(text: str, route: str) -> tuple[Link, ...]:
    """The way back from a page to the list that led to it."""
    return (Link(text, reverse(f"platform:{route}")),)
