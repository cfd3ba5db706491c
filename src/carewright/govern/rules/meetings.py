"""Bodies that decide together, and how a resolution ends what a paper asked for."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from carewright.platform.api import Blocker


class BodyKind(StrEnum):
    """What a body is."""

    COMMITTEE = "committee"
    EXECUTIVE = "executive"
    COUNCIL = "council"
    JOINT_BOARD = "joint_board"
    SCRUTINY = "scrutiny"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {
            "executive": "Executive or cabinet",
            "council": "Full council",
            "joint_board": "Joint board",
            "scrutiny": "Overview and scrutiny",
        }.get(self.value, self.value.capitalize())


def reported_to(
    done_at: datetime, met_before: datetime | None, starts_at: datetime, *, at: datetime
) -> bool:
    """Whether something done and still not approved comes before a meeting of the body.

    It comes before each meeting until it is approved, heard of there before or not; of meetings
    to come, before the next: by the one after that it may have been approved.
    """
    is_next_or_past = met_before is None or met_before <= at
    return done_at <= starts_at and is_next_or_past


def blockers_to_put_on_agenda(
    *, waits: bool, listed: bool, meets_on: date, today: date
) -> list[Blocker]:
    """Why a paper does not come before a meeting; one that is late still may, on the day."""
    if not waits:
        return [Blocker("paper", "No step of the paper waits for this body")]
    if listed:
        return [Blocker("paper", "The paper is on this agenda already")]
    return [Blocker("paper", "The meeting is over")] if meets_on < today else []


def blockers_to_resolve(
    *, minuted: bool, starts_at: datetime, at: datetime, resolution: str, reference: str
) -> list[Blocker]:
    """Why a resolution cannot be recorded."""
    if minuted:
        return [Blocker("state", "The resolution has been recorded, and a minute is not changed")]
    found = []
    if starts_at > at:
        found.append(Blocker("state", "The meeting has not begun yet"))
    if not resolution.strip():
        found.append(Blocker("resolution", "Write the resolution as it was minuted"))
    if not reference.strip():
        found.append(Blocker("minute_reference", "Give the reference of the minute"))
    return found
