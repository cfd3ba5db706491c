"""The parts of "Who is who", which each of its pages leads to."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.rows import NavigationItem


def places(officer: platform.Officer, here: str) -> tuple[NavigationItem, ...]:
    """Where the officer may go within "Who is who"; `here` is the route of the present page."""
    wanted = [
        ("absence", _("Your absence"), Act.ARRANGE_COVER),
        ("absences", _("Everybody's absences"), Act.ARRANGE_COVER_FOR_OTHERS),
    ]
    return tuple(
        NavigationItem(text, reverse(f"platform:{route}"), current=route == here)
        for route, text, act in wanted
        if platform.may(officer, act)
    )
