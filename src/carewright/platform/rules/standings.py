"""In one word, how it stands with somebody's sign-in."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from carewright.platform.rules.dormancy import soon_dormant


class SignInStanding(StrEnum):
    """How it stands with an officer's sign-in; of several, the one that somebody must act upon."""

    LEFT = "left"
    DISABLED = "disabled"
    LOCKED = "locked"
    SOON_DISABLED = "soon_disabled"
    NO_SECOND_FACTOR = "no_second_factor"
    IN_USE = "in_use"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {
            SignInStanding.LEFT: "Has left",
            SignInStanding.DISABLED: "Disabled, not used",
            SignInStanding.LOCKED: "Locked",
            SignInStanding.SOON_DISABLED: "Disabled soon",
            SignInStanding.NO_SECOND_FACTOR: "No second factor yet",
            SignInStanding.IN_USE: "In use",
        }[self]


def standing_of(
    *,
    active: bool,
    disabled: bool,
    locked: bool,
    second_factor: bool,
    since: datetime,
    at: datetime,
) -> SignInStanding:
    """The first that applies, the most final first."""
    if not active:
        return SignInStanding.LEFT
    if disabled:
        return SignInStanding.DISABLED
    if locked:
        return SignInStanding.LOCKED
    if soon_dormant(since, at):
        return SignInStanding.SOON_DISABLED
    return SignInStanding.IN_USE if second_factor else SignInStanding.NO_SECOND_FACTOR
