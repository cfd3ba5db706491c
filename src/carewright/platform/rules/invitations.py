"""Who may be invited to what, how long an invitation lasts, and what a provider's number proves."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

INVITATION_LASTS: Final = timedelta(days=7)

#: Companies House: 8 digits or two letters and 6 digits. Charity Commission: 6 or 7 digits.
#: OSCR (Scotland): SC and 6 digits, which is also the form of a Scottish company's number.
PROVIDER_NUMBER: Final = re.compile(r"\d{6,8}|[A-Z]{2}\d{6}|[A-Z]{2}\d{5}R")


class InvitationKind(StrEnum):
    """What accepting an invitation makes of somebody."""

    OFFICER = "officer"
    PROVIDER = "provider"  # the first person of a provider, whose organisation is opened with it
    REPRESENTATIVE = "representative"  # somebody who opens one person's record: carer, attorney

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {
            InvitationKind.OFFICER: "Officer",
            InvitationKind.PROVIDER: "Provider’s first person",
            InvitationKind.REPRESENTATIVE: "Representative",
        }[self]


class InvitationState(StrEnum):
    """Where an invitation stands."""

    OPEN = "open"
    EXPIRED = "expired"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"


def state_of(
    *,
    expires_at: datetime,
    accepted_at: datetime | None,
    withdrawn_at: datetime | None,
    at: datetime,
) -> InvitationState:
    """Where an invitation stands at a moment; on the stroke of its end it opens no more."""
    if accepted_at is not None:
        return InvitationState.ACCEPTED
    if withdrawn_at is not None:
        return InvitationState.WITHDRAWN
    return InvitationState.OPEN if at < expires_at else InvitationState.EXPIRED


def tidied_number(typed: str) -> str:
    """A company or charity number without spaces, in capitals."""
    return re.sub(r"[\s-]", "", typed).upper()


def blockers_to_provider(*, name: str, number: str, proof: str) -> list[str]:
    """What is missing before a provider may be let in."""
    found = []
    if not name.strip():
        found.append("Give the provider’s registered name")
    if not PROVIDER_NUMBER.fullmatch(tidied_number(number)):
        found.append(
            "Give the number at Companies House, the Charity Commission or OSCR, "
            "like 01234567, 1123456 or SC012345"
        )
    if len(proof.strip()) < 10:
        found.append("Say where you looked the number up, and when")
    return found
