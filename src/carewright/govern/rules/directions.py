"""Directions of an integration joint board to the bodies that carry out its functions.

An integration joint board directs a council or health board to carry out each function that it
plans, in writing, with the money for it, and may vary or revoke what it directed by a later
direction (Public Bodies (Joint Working) (Scotland) Act 2014 s.26 to 28, as remembered; not yet
checked against the source).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from carewright.platform.api import Blocker, OrganisationKind

#: Whom a joint board directs.
DIRECTED: Final = frozenset({OrganisationKind.COUNCIL, OrganisationKind.HEALTH_BOARD})
#: The law that these rules follow, and whether a person has checked it against its source.
LAW: Final = "Public Bodies (Joint Working) (Scotland) Act 2014, sections 26 to 28"
LAW_VERIFIED: Final = False


class DirectionState(StrEnum):
    """Where a direction stands; whoever receives it sees it once it is issued."""

    DRAFT = "draft"
    ISSUED = "issued"
    SUPERSEDED = "superseded"
    REVOKED = "revoked"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return self.value.capitalize()


DIRECTION_MOVES: Final[Mapping[DirectionState, frozenset[DirectionState]]] = {
    DirectionState.DRAFT: frozenset({DirectionState.ISSUED}),
    DirectionState.ISSUED: frozenset({DirectionState.SUPERSEDED, DirectionState.REVOKED}),
    DirectionState.SUPERSEDED: frozenset(),
    DirectionState.REVOKED: frozenset(),
}


class Replacing(StrEnum):
    """What a later direction does to an earlier one."""

    SUPERSEDES = "supersedes"
    REVOKES = "revokes"

    @property
    def leaves(self) -> DirectionState:
        """How the earlier direction stands once the later one is issued."""
        return {
            Replacing.SUPERSEDES: DirectionState.SUPERSEDED,
            Replacing.REVOKES: DirectionState.REVOKED,
        }[self]

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {"supersedes": "It takes its place", "revokes": "It revokes it"}[self.value]


class NoteKind(StrEnum):
    """What the receiving body says."""

    ACKNOWLEDGED = "acknowledged"
    PROGRESS = "progress"


@dataclass(frozen=True, slots=True)
class DirectionFacts:
    """What the rules ask of the words of a direction."""

    title: str
    text: str
    functions: str
    payment: str
    money_pence: int | None
    recipient: str
    recipient_kind: OrganisationKind | None  # None: a body that does not work here
    starts_on: date
    ends_before: date | None


def blockers_to_direct(kind: OrganisationKind) -> list[Blocker]:
    """Why an organisation gives no directions."""
    if kind is OrganisationKind.INTEGRATION_AUTHORITY:
        return []
    return [Blocker("", "Only an integration joint board gives directions")]


def blockers_to_write(said: DirectionFacts) -> list[Blocker]:
    """What the words of a direction still lack."""
    wanted = (
        ("title", said.title, "Give the direction a title"),
        ("text", said.text, "Say what the body is directed to do"),
        ("functions", said.functions, "Name the functions that it is to carry out"),
        ("payment", said.payment, "Say how the money is paid, or that none is"),
        ("to_name", said.recipient, "Say which body is directed"),
    )
    found = [Blocker(where, says) for where, words, says in wanted if not words]
    if said.recipient_kind is not None and said.recipient_kind not in DIRECTED:
        found.append(Blocker("to", "Only a council or a health board is directed"))
    if said.money_pence is None:
        found.append(Blocker("money_pence", "Give the amount, 0 where no money goes with it"))
    if said.ends_before is not None and said.ends_before <= said.starts_on:
        found.append(Blocker("ends_before", "It ends after the day on which it begins"))
    return found


def blockers_to_issue(
    *,
    state: DirectionState,
    approved: bool,
    earlier: DirectionState | None,
) -> list[Blocker]:
    """Why a direction cannot be issued now; `earlier` is the state of what it replaces."""
    found = []
    if DirectionState.ISSUED not in DIRECTION_MOVES[state]:
        found.append(Blocker("", "The direction is issued already"))
    if not approved:
        found.append(Blocker("request", "The decision that it rests on is not approved"))
    if earlier is not None and earlier is not DirectionState.ISSUED:
        found.append(Blocker("replaces", "The direction that it replaces no longer stands"))
    return found


def blockers_to_say(
    kind: NoteKind, *, acknowledged: bool, text: str, standing: bool
) -> list[Blocker]:
    """Why the receiving body cannot say this now."""
    found = []
    if kind is NoteKind.ACKNOWLEDGED and acknowledged:
        found.append(Blocker("", "The direction is acknowledged already"))
    if kind is NoteKind.PROGRESS and not text:
        found.append(Blocker("text", "Say what has been done"))
    if kind is NoteKind.PROGRESS and not acknowledged:
        found.append(Blocker("", "Acknowledge the direction first"))
    if not standing:
        found.append(Blocker("", "The direction no longer stands"))
    return found
