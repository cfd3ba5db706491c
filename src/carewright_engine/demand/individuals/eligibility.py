"""Who is eligible for support, by nation: Scotland's bands and England's three tests, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from carewright_engine.demand.individuals.need_model import LEVELS, Need
from carewright_engine.demand.refusing import (
    BadParameter,
    require_between,
)


@dataclass(frozen=True, slots=True)
class Rules:
    """The share of people at each level of need who meet a nation's rules, and where from."""

    name: str
    meets: tuple[float, ...]  # by level of need
    source: str
    verified: bool

    def __post_init__(self) -> None:
        if len(self.meets) != LEVELS:
            raise BadParameter("meets", f"{len(self.meets)} shares", f"{LEVELS}, one a level")
        require_between("meets", self.meets, 0, 1)
        if not self.source.strip():
            raise BadParameter("source", "empty", "where the rule is written")


def scottish_bands(lowest: Need) -> Rules:
    """Everybody from one band of risk upwards, as the national framework lets a council choose."""
    return Rules(
        name=f"Scotland: {lowest.name.lower()} and above",
        meets=tuple(float(level >= max(lowest, Need.LOW)) for level in Need),
        source="National eligibility framework, Scottish Government and COSLA, 28 September 2009",
        verified=False,
    )


#: The tests look at outcomes, which levels of need do not record: shares stand for them.
ENGLISH_TESTS: Final = Rules(
    name="England: three tests",
    meets=(0.0, 0.02, 0.3, 0.95, 1.0),
    source="Care Act 2014 s.13 and SI 2015/313: needs from an impairment or illness, two or more "
    "of ten outcomes not achieved, significant impact on wellbeing. The shares are practice "
    "figures, not fitted.",
    verified=False,
)
#: Practice in most Scottish councils; each says for itself.
SCOTTISH_DEFAULT: Final = scottish_bands(Need.SUBSTANTIAL)
