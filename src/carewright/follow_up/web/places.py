"""The parts of follow-up, above each of its pages."""

from __future__ import annotations

from typing import Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from carewright.ui.rows import NavigationItem

PLACES: Final = (
    ("actions", _("Actions")),
    ("plans", _("Plans")),
    ("reviews", _("Reviews")),
    ("returning", _("Findings that return")),
)


def places(current: str = "") -> tuple[NavigationItem, ...]:
    """The parts of the stage, with the one that the page belongs to marked."""
    return tuple(
        NavigationItem(str(text), reverse(f"follow_up:{name}"), current=name == current)
        for name, text in PLACES
    )
