"""The sections of an analysis's page: which figures are facts, which go to tables, beside what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from carewright.analyse.web.blocks import Row, SectionPage
from carewright.analyse.web.reading import Reading
from carewright.analyse.web.sections.accessibility import accessibility
from carewright.analyse.web.sections.capacity import capacity
from carewright.analyse.web.sections.cost import cost
from carewright.analyse.web.sections.gap import gap
from carewright.analyse.web.sections.market import market
from carewright.analyse.web.sections.overview import overview
from carewright.analyse.web.sections.quality import quality
from carewright.analyse.web.sections.type_of_care import type_of_care

#: The dimensions by the words that stand over them.
CAPTIONS: Final[Mapping[str, str]] = {
    "overview": "All kinds",
    "type": "Type",
    "quality": "Quality",
    "capacity": "Capacity",
    "cost": "Cost",
    "accessibility": "Accessibility",
    "market": "Market",
    "gap": "Gap now",
}
_LAID_OUT: Final[Mapping[str, Callable[[Reading], tuple[Row, ...]]]] = {
    "overview": overview,
    "type": type_of_care,
    "quality": quality,
    "capacity": capacity,
    "cost": cost,
    "accessibility": accessibility,
    "market": market,
    "gap": gap,
}


def sections(reading: Reading) -> tuple[SectionPage, ...]:
    """Every dimension of the answer, in its order."""
    return tuple(
        SectionPage(part.name, CAPTIONS[part.name], part.heading, _LAID_OUT[part.name](reading))
        for part in reading.answer.sections
    )
