"""The kinds of thing that agreements are made of; every code is kept for ever."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from carewright_engine.costing.price_lines import PriceUnit as Unit
from carewright_engine.rules.duties import Risk
from carewright_engine.rules.facts import Kind

__all__ = [
    "ONE_PERSON", "PRICED", "Authority", "DayKind", "Kind", "OptionState", "Regime", "Risk", "Side",
    "Unit",
]  # fmt: skip


#: One person's placement: protected data, seen by those who may see people, never published.
ONE_PERSON: Final = frozenset({Kind.SPOT, Kind.INDIVIDUAL_SERVICE_FUND})
#: Bought by the unit, so nothing can be paid without a price.
PRICED: Final = frozenset({Kind.FRAMEWORK_CALL_OFF, Kind.BLOCK, Kind.COST_AND_VOLUME, Kind.SPOT})


class Regime(StrEnum):
    """The law under which it was bought; the engine's rules know these codes."""

    PA2023 = "pa2023"
    PCR2015 = "pcr2015"
    PSR2023 = "psr2023"
    SCOT_HIGHER = "scot_higher"
    SCOT_REGULATED = "scot_regulated"
    BELOW_THRESHOLD = "below_threshold"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {
            "pa2023": "Procurement Act 2023",
            "pcr2015": "Public Contracts Regulations 2015",
            "psr2023": "Provider Selection Regime 2023",
            "scot_higher": "Scotland, above the threshold of the 2015 regulations",
            "scot_regulated": "Scotland, regulated by the 2014 Act",
            "below_threshold": "Below every threshold",
        }[self.value]


class Side(StrEnum):
    """On which side of an agreement a party stands."""

    BUYER = "buyer"
    PROVIDER = "provider"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return self.value.capitalize()


class DayKind(StrEnum):
    """On which days a price counts; a price for any day gives way to one for such a day."""

    ANY = "any"
    WEEKDAY = "weekday"
    WEEKEND = "weekend"
    BANK_HOLIDAY = "bank_holiday"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {"any": "Any day"}.get(self.value, self.value.replace("_", " ").capitalize())


class Authority(StrEnum):
    """Whether whoever signed could bind the party on that day, at that value."""

    HELD = "held"
    LACKED = "lacked"
    NOT_OURS = "not_ours"  # another party's own scheme says who binds it

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {
            "held": "Had authority", "lacked": "Had no authority",
            "not_ours": "Theirs to say",
        }[self.value]  # fmt: skip


class OptionState(StrEnum):
    """What became of an option to extend."""

    OPEN = "open"
    TAKEN = "taken"
    DECLINED = "declined"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {"open": "To be decided", "taken": "Taken", "declined": "Not taken"}[self.value]
