"""Nations, each with its own law on how a public body decides."""

from __future__ import annotations

from enum import StrEnum


class Nation(StrEnum):
    """Whose law a decision stands under."""

    SCOTLAND = "scotland"
    ENGLAND = "england"
    WALES = "wales"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return self.value.capitalize()


def nation_of(area_code: str | None) -> Nation | None:
    """The nation that an area's code begins with; None where it says nothing."""
    by_letter = {"S": Nation.SCOTLAND, "E": Nation.ENGLAND, "W": Nation.WALES}
    return by_letter.get((area_code or " ")[0])
