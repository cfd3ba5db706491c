"""Tables of the uplift stage."""

from carewright.uplift.models.draft import RoundDraft
from carewright.uplift.models.reading import Reading, ReadLine
from carewright.uplift.models.round import UpliftLine, UpliftProvider, UpliftRound
from carewright.uplift.models.said import (
    FloorReason,
    PaySeen,
    ProviderAnswer,
    Settlement,
)

__all__ = [
    "FloorReason",
    "PaySeen",
    "ProviderAnswer",
    "ReadLine",
    "Reading",
    "RoundDraft",
    "Settlement",
    "UpliftLine",
    "UpliftProvider",
    "UpliftRound",
]
