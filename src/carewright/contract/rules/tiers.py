"""Duties come in tiers: a small grant is not invalid for want of an exit plan.

The limits are this service's own proposal and no law; an agreement of unknown value is treated as
one of the middle.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from carewright.contract.rules.words import Kind, Risk


class Tier(IntEnum):
    """How much is asked of an agreement."""

    LIGHT = 1
    STANDARD = 2
    FULL = 3

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {1: "Few duties", 2: "Usual duties", 3: "All duties"}[self.value]


LIGHT_UP_TO_PENCE: Final = 1_000_000
STANDARD_UP_TO_PENCE: Final = 50_000_000


def tier_of(*, kind: Kind, value_pence: int | None, risk: Risk) -> Tier:
    """By value over the term and by risk; what could do much harm is never light."""
    if value_pence is None:
        return Tier.FULL if risk is Risk.HIGH else Tier.STANDARD
    if risk is Risk.HIGH or value_pence > STANDARD_UP_TO_PENCE:
        return Tier.STANDARD if kind is Kind.SPOT else Tier.FULL
    light = value_pence <= LIGHT_UP_TO_PENCE and risk is Risk.LOW
    return Tier.LIGHT if light else Tier.STANDARD
