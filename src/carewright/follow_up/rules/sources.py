"""Where findings and needs come from."""

from __future__ import annotations

from enum import StrEnum


class Source(StrEnum):
    """What brought an action about."""

    AUDIT = "audit"
    VISIT = "visit"
    STRATEGY = "strategy"
    MEETING = "meeting"
    REVIEW = "review"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return self.value.capitalize()
