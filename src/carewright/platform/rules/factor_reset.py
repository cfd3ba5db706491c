"""When somebody who lost every second factor may set up a new one, and who has to say so.

Two colleagues who know the person stand in for the factor that is gone: one asks, another
confirms. An administrator alone could otherwise take any account over.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

#: How long a check of somebody's identity is fresh enough to be confirmed.
ASKED_LASTS: Final = timedelta(hours=24)
#: How long the link works once it is confirmed.
LINK_LASTS: Final = timedelta(hours=1)
#: Whoever was let in for less than this is no independent second person.
KNOWN_FOR: Final = timedelta(days=14)
SHORTEST_CHECK: Final = 20


class ResetState(StrEnum):
    """How far a reset has come; only the first two are still open."""

    ASKED = "asked"
    CONFIRMED = "confirmed"
    USED = "used"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {
            ResetState.ASKED: "Waits for a second person",
            ResetState.CONFIRMED: "Link sent",
            ResetState.USED: "Set up anew",
            ResetState.EXPIRED: "Ran out",
            ResetState.WITHDRAWN: "Withdrawn",
        }[self]


@dataclass(frozen=True, slots=True)
class ResetTimes:
    """The moments of one reset; None for what has not happened."""

    asked_at: datetime
    confirmed_at: datetime | None = None
    link_ends_at: datetime | None = None
    used_at: datetime | None = None
    withdrawn_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Confirmer:
    """What counts about whoever would be the second person."""

    officer_id: UUID
    account_id: UUID
    enrolled_at: datetime
    let_in_by_asker: bool  # invited, enrolled or given the role by whoever asks
    stands_in_for: frozenset[UUID] = frozenset()  # officers, on the day


@dataclass(frozen=True, slots=True)
class Parties:
    """Whom a reset is about and who asked for it: officers and the accounts behind them."""

    officer_id: UUID
    account_id: UUID
    asker_id: UUID
    asker_account_id: UUID


def state_of(times: ResetTimes, at: datetime) -> ResetState:
    """How it stands at a moment."""
    if times.withdrawn_at:
        return ResetState.WITHDRAWN
    if times.used_at:
        return ResetState.USED
    ends_at = times.link_ends_at or times.asked_at + ASKED_LASTS
    if at >= ends_at:
        return ResetState.EXPIRED
    return ResetState.CONFIRMED if times.confirmed_at else ResetState.ASKED


def blockers_to_asking(
    *, oneself: bool, at_work: bool, disabled: bool, has_factor: bool, checked: str
) -> list[str]:
    """Why nobody can ask for this now."""
    found = []
    if oneself:
        found.append("Nobody asks for themselves: ask a colleague to")
    if not at_work:
        found.append("This person does not work here any more")
    if disabled:
        found.append("The account is disabled: enable it first")
    if not has_factor:
        found.append("There is no second factor to replace: it is set up at the next sign-in")
    if len(checked.strip()) < SHORTEST_CHECK:
        found.append("Say how you made sure that it is this person, in a sentence")
    return found


def blockers_to_confirming(
    parties: Parties, second: Confirmer, *, state: ResetState, at: datetime
) -> list[str]:
    """Why this person cannot be the second one."""
    found = []
    if state is not ResetState.ASKED:
        found.append(f"Nothing waits to be confirmed here: {state.label.lower()}")
    # By account, so that nobody is two people by having two offices.
    if second.account_id == parties.asker_account_id:
        found.append("Whoever asks does not confirm: it takes a second person")
    if second.account_id == parties.account_id:
        found.append("Nobody confirms their own reset")
    if second.stands_in_for & {parties.asker_id, parties.officer_id}:
        found.append("Whoever stands in for one of the two today is no second person")
    if second.let_in_by_asker:
        found.append("Whoever asks let you in or gave you a role: somebody else confirms")
    if at - second.enrolled_at < KNOWN_FOR:
        found.append(f"You have worked here for less than {KNOWN_FOR.days} days")
    return found
