"""The working days that members have to look at a decision: before it is taken, and after.

How many, and for which decisions, is the council's own scheme to say. In England executive
decisions that are made but not implemented may be called in (Local Government Act 2000 s.9F(2)(a)
and (4), as remembered; not yet checked against the source); elsewhere standing orders say so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from carewright.decide.rules.life_of_a_request import ENDED, RequestState
from carewright.decide.rules.reconsidering import SentBack
from carewright.platform.api import Blocker
from carewright.ui.formats import written_datetime
from carewright.ui.rows import State


@dataclass(frozen=True, slots=True)
class Days:
    """What the days of one decision come to; None where the scheme gives none."""

    decide_from: datetime | None = None  # nobody takes the last step before
    carry_out_from: datetime | None = None  # nothing is carried out before; known once approved
    spared: bool = False  # it could not wait: scrutiny agreed, or somebody acted by urgent power

    def before(self, at: datetime) -> datetime | None:
        """Until when members may look at it before it is decided; None: not any more."""
        return None if self.spared else _ahead(self.decide_from, at)

    def after(self, at: datetime) -> datetime | None:
        """Until when they may call in what was decided; None: not any more."""
        return None if self.spared else _ahead(self.carry_out_from, at)


def blockers_to_carry_out(
    state: RequestState, days: Days, held: Sequence[str], at: datetime, *,
    sent_back: SentBack | None = None,
) -> list[Blocker]:  # fmt: skip
    """Everything that keeps what was asked for from being done now; nothing if it may be."""
    if state is not RequestState.APPROVED:
        return [Blocker("", f"It is not approved: {state.label.lower()}.")]
    found = [Blocker("", f"It is on hold: {reason}") for reason in held]
    if until := days.after(at):
        says = f"Scrutiny may call it in until {written_datetime(until)}, so it waits until then."
        found.append(Blocker("", says))
    if sent_back is not None and sent_back.verdict is None:
        says = f"Whoever decided it says by {written_datetime(sent_back.due_at)} whether it stands."
        found.append(Blocker("", says))
    return found


@dataclass(frozen=True, slots=True)
class Note:
    """What members' days mean for a decision now, as a page says it."""

    title: str
    words: str
    look: State = "soon"  # "soon" where somebody must still do or wait for something


def notes_of(
    state: RequestState, days: Days, held: Sequence[str], at: datetime, *, agreed: str,
    sent_back: SentBack | None = None,
) -> list[Note]:  # fmt: skip
    """The days that run, what they keep from being done, and who agreed to do without them."""
    found = []
    if state not in ENDED and (until := days.before(at)):
        words = f"Nobody takes the last step before {written_datetime(until)}."
        found.append(Note("Members may look at it before it is decided", words))
    against = blockers_to_carry_out(state, days, held, at, sent_back=sent_back)
    if state is RequestState.APPROVED and against:
        words = " ".join(each.says for each in against)
        found.append(Note("It cannot be carried out yet", words))
    if agreed:
        found.append(Note("It goes on without members' days", agreed))
    return found


def blockers_to_hold(state: RequestState, days: Days, at: datetime) -> list[Blocker]:
    """Why the decision cannot be held up: it is over, and its days are too."""
    if state not in ENDED:
        return []
    if state is not RequestState.APPROVED or days.carry_out_from is None or days.spared:
        return [Blocker("", "This has been decided, so it cannot be held up.")]
    if days.after(at) is None:
        until = written_datetime(days.carry_out_from)
        return [Blocker("", f"It could be called in until {until}.")]
    return []


def blockers_to_spare(
    state: RequestState, days: Days, held: Sequence[str], at: datetime, *, reason: str
) -> list[Blocker]:
    """Why nobody can agree that it cannot wait for members' days."""
    found = [Blocker("", f"Scrutiny of it has not ended: {reason}") for reason in held]
    coming = state not in ENDED and not days.spared
    if not coming and days.after(at) is None:
        found.append(Blocker("", "No days run that it would have to wait for."))
    if not reason.strip():
        found.append(Blocker("", "Say why it cannot wait"))
    return found


def _ahead(moment: datetime | None, at: datetime) -> datetime | None:
    return moment if moment is not None and at < moment else None
