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


def blockers_to_change(
    *, cancelled: bool, minuted: bool, reason: str, moves_to: datetime | None = None, at: datetime
) -> list[Blocker]:
    """Why a meeting is not moved, or with no new time cancelled: it was held, or is off already."""
    if cancelled:
        return [Blocker("state", "The meeting was cancelled")]
    if minuted:
        return [Blocker("state", "A resolution of this meeting is recorded, so it was held")]
    found = []
    if moves_to is not None and moves_to <= at:
        found.append(Blocker("day", "Give a day and hour that lie ahead"))
    if not reason.strip():
        found.append(Blocker("reason", "Say why, for all who wait for the meeting"))
    return found


def blockers_to_take_off(*, minuted: bool, off: bool, reason: str) -> list[Blocker]:
    """Why a paper is not taken off an agenda; one that has not been resolved on may always be."""
    if minuted:
        return [Blocker("state", "The resolution has been recorded, and a minute is not changed")]
    if off:
        return [Blocker("state", "The paper is not on this agenda any more")]
    return [] if reason.strip() else [Blocker("reason", "Say why the paper is taken off")]


def blockers_to_put_on_agenda(
    *, waits: bool, listed: bool, meets_on: date, today: date, cancelled: bool = False
) -> list[Blocker]:
    """Why a paper does not come before a meeting; one that is late still may, on the day."""
    if cancelled:
        return [Blocker("paper", "The meeting was cancelled")]
    if not waits:
        return [Blocker("paper", "No step of the paper waits for this body")]
    if listed:
        return [Blocker("paper", "The paper is on this agenda already")]
    return [Blocker("paper", "The meeting is over")] if meets_on < today else []


def blockers_to_resolve(
    *, minuted: bool, off: bool, starts_at: datetime, at: datetime, resolution: str, reference: str
) -> list[Blocker]:
    """Why a resolution cannot be recorded."""
    if off:
        return [Blocker("state", "The paper is not on this agenda any more")]
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
