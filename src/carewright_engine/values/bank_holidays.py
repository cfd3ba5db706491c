"""Bank holidays of the four nations, of any year."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cache
from typing import Final

import holidays


class Nation(StrEnum):
    """One of the four whose bank holidays differ; England and Wales share theirs today."""

    ENGLAND = "england"
    SCOTLAND = "scotland"
    WALES = "wales"
    NORTHERN_IRELAND = "northern_ireland"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return self.value.replace("_", " ").title()


#: The last year whose holidays the government has published; later ones follow the usual rules
#: and may yet gain a day by proclamation.
PUBLISHED_THROUGH: Final = 2028

_SUBDIVISIONS: Final = {
    Nation.ENGLAND: "ENG",
    Nation.SCOTLAND: "SCT",
    Nation.WALES: "WLS",
    Nation.NORTHERN_IRELAND: "NIR",
}


@cache
def bank_holidays(nation: Nation, year: int) -> frozenset[date]:
    """The weekdays of the year that are bank holidays there, substitute days included."""
    found = holidays.country_holidays("GB", subdiv=_SUBDIVISIONS[nation], years=year)
    return frozenset(day for day in found if day.weekday() < 5)


def is_published(day: date) -> bool:
    """Whether the government has said which days of that year are bank holidays."""
    return day.year <= PUBLISHED_THROUGH
