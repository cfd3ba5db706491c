"""What members called in may go back once to whoever decided it, who says whether it stands.

In England scrutiny may recommend that a decision which is made and not implemented be reconsidered
by the person who made it (Local Government Act 2000 s.9F(4); verified: no); elsewhere standing
orders say so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from carewright.decide.rules.life_of_a_request import RequestState
from carewright.decide.rules.who_may import (
    ACTED,
    AUTHOR,
    FOR_REQUESTER,
    OWN_REQUEST,
    Case,
    Power,
    no_power,
    not_this_person,
)
from carewright.platform.api import Blocker


class Verdict(StrEnum):
    """What whoever decided says of it when it has come back."""

    CONFIRMED = "confirmed"
    CHANGED = "changed"

    @property
    def label(self) -> str:
        """As a button and the page of the request say it."""
        return {
            "confirmed": "It stands as it was decided",
            "changed": "It does not stand: what is wanted now is asked for anew",
        }[self.value]


@dataclass(frozen=True, slots=True)
class SentBack:
    """That a decision was sent back, and whether its decider has said what becomes of it."""

    due_at: datetime
    verdict: Verdict | None


def blockers_to_send_back(
    state: RequestState, held: Sequence[str], before: SentBack | None, *, reasons: str,
    due_at: datetime, at: datetime,
) -> list[Blocker]:  # fmt: skip
    """Why members cannot send a decision back: it goes back once, while it is called in."""
    found = []
    if state is not RequestState.APPROVED or not held:
        found.append(Blocker("", "Only what was decided and is called in can be sent back."))
    if before is not None:
        found.append(Blocker("", "It was sent back before, and a decision goes back once."))
    if not reasons.strip():
        found.append(Blocker("", "Say why it should be decided again"))
    if due_at <= at:
        found.append(Blocker("", "Give a day that lies ahead"))
    return found


def blockers_to_decide_again(
    case: Case, sent_back: SentBack | None, *, minuted: bool
) -> list[Blocker]:
    """Why the person cannot say whether it stands; nothing if they may.

    The power is that of the last step, whoever used it then: they may be away. A committee says
    it by its minute.
    """
    if sent_back is None or sent_back.verdict is not None:
        return [Blocker("", "Nobody has sent this decision back, or it was decided again.")]
    barred = (OWN_REQUEST, AUTHOR, FOR_REQUESTER, ACTED)
    found = [each for each in not_this_person(case) if each in barred]
    if minuted and not case.committee:
        found.append(Blocker("", "No committee decided this."))
    if not minuted and not found and power_to_decide_again(case) is None:
        found.append(no_power(case))
    return found


def power_to_decide_again(case: Case) -> Power | None:
    """The role by which the person may say it: their own first, then of those they cover."""
    for holder in (case.person, *case.stands_in_for):
        if case.askers & {holder.account_id, *holder.covers}:
            continue
        for role in sorted(case.roles & holder.roles):
            return Power(role, holder, holder is case.person)
    return None
