"""The kinds of decision that a scheme of delegation gives to somebody."""

from __future__ import annotations

from enum import StrEnum


class DecidedAct(StrEnum):
    """What an approval is asked for; the code is kept for ever."""

    STRATEGY = "strategy"
    SOURCING = "sourcing"
    AWARD = "award"
    CONTRACT_SIGNATURE = "contract_signature"
    VARIATION = "variation"
    EXTENSION = "extension"
    EXEMPTION = "exemption"
    UPLIFT = "uplift"
    PLACEMENT = "placement"
    GRANT = "grant"
    CLOSURE = "closure"

    @property
    def label(self) -> str:
        """As a screen and the file of a scheme say it."""
        return self.value.replace("_", " ").capitalize()


class Framework(StrEnum):
    """On which side of a framework a row of the scheme stands."""

    IN = "in"
    OUT = "out"
    EITHER = "either"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {
            "in": "Within a framework",
            "out": "Outside any framework",
            "either": "Within a framework or outside",
        }[self.value]
