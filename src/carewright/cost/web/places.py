"""The parts of the cost pages, and the way back through them."""

from __future__ import annotations

from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.rows import Link, NavigationItem

#: Each part with its words, and the act without which it is closed.
PLACES: Final = (
    ("forecast", _lazy("Forecast"), Act.SEE_AGREEMENTS),
    ("home_care", _lazy("Least price of home care"), Act.SEE_AGREEMENTS),
    ("side_by_side", _lazy("Side by side"), Act.SEE_AGREEMENTS),
    ("own_costs", _lazy("Our own costs"), Act.SEE_COSTS),
    ("care_homes", _lazy("Care homes"), Act.SEE_COSTS),
    ("returns", _lazy("Returns of costs"), Act.SEE_COSTS),
    ("reference", _lazy("Reference data"), Act.SEE_AGREEMENTS),
    ("solve", _lazy("Solve a figure"), Act.SEE_AGREEMENTS),
)


def places(current: str, officer: platform.Officer) -> tuple[NavigationItem, ...]:
    """The parts of the stage that are open to the officer, the page's own marked."""
    return tuple(
        NavigationItem(str(text), reverse(f"cost:{name}"), current=name == current)
        for name, text, act in PLACES
        if platform.may(officer, act)
    )


def crumbs(*more: Link) -> tuple[Link, ...]:
    """The register of agreements and the forecast of what they cost."""
    first = (
        Link(_("Register of agreements"), reverse("contract:agreements")),
        Link(_("Cost"), reverse("cost:forecast")),
    )
    return (*first, *more)


def to_returns() -> Link:
    """The returns of costs."""
    return Link(_("Returns of costs"), reverse("cost:returns"))
