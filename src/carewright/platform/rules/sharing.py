"""What partners show each other, and who may take part in what: declared kind by kind."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from carewright.platform.rules.blockers import Blocker

#: Shares of a pool are whole parts of ten thousand, so that 33.33% is exact and sums are checked.
WHOLE_POOL: Final = 10_000


class SharedKind(StrEnum):
    """A kind of object that partners may show each other; there is no word for all of them."""

    TASK = "task"
    FINDING = "finding"
    REVIEW = "review"
    APPROVAL = "approval"
    PAPER = "paper"
    SCENARIO = "scenario"
    PROJECTION = "projection"
    SOURCING = "sourcing"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {
            "task": "Actions", "finding": "Findings", "review": "Reviews",
            "approval": "Requests for approval", "paper": "Papers for decision",
            "scenario": "Scenarios", "projection": "Projections of need",
            "sourcing": "Sourcing decisions",
        }[self.value]  # fmt: skip


class Level(StrEnum):
    """How far partners may go with what one of them has shared."""

    SEE = "see"
    COMMENT = "comment"  # and see
    DECIDE = "decide"  # and change, comment and see

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {
            "see": "See", "comment": "See and comment", "decide": "See, comment and decide"
        }[self.value]  # fmt: skip

    def allows(self, wanted: Level) -> bool:
        """Whether this level holds the wanted one."""
        return wanted in ORDER[: ORDER.index(self) + 1]

    @property
    def or_more(self) -> tuple[Level, ...]:
        """This level and those that hold it."""
        return ORDER[ORDER.index(self) :]


ORDER: Final = (Level.SEE, Level.COMMENT, Level.DECIDE)


@dataclass(frozen=True, slots=True)
class Part:
    """One organisation's part in a partnership; None: it pays into no pool."""

    organisation_id: UUID
    share: int | None  # parts of ten thousand of the pooled budget


def blockers_to_terms(
    parts: Sequence[Part],
    shared: Mapping[SharedKind, Level],
    *,
    lead_id: UUID,
    known: Collection[UUID],
    after: date | None,
    starts_on: date,
) -> list[Blocker]:
    """Why organisations cannot work together on such terms."""
    members = [part.organisation_id for part in parts]
    found = []
    if lead_id not in members or len(set(members)) < 2:
        found.append(Blocker("members", "A partnership has its lead and at least one other member"))
    if len(set(members)) < len(members) or set(members) - set(known):
        found.append(Blocker("members", "Name each member once, from those that work here"))
    if not shared:
        found.append(Blocker("", "Say of at least one kind of object how far partners may go"))
    if after and starts_on < after:
        found.append(Blocker("starts_on", "New terms cannot begin before those that they replace"))
    return [*found, *_blockers_to_shares([part.share for part in parts])]


def _blockers_to_shares(shares: Sequence[int | None]) -> list[Blocker]:
    given = [share for share in shares if share is not None]
    if not given:
        return []
    if len(given) < len(shares):
        says = "Give every member's share of the pool, 0 for one that pays nothing, or none at all"
        return [Blocker("shares", says)]
    if sum(given) != WHOLE_POOL or min(given) < 0:
        says = f"The shares add up to {sum(given) / 100:g}%. Make them add up to 100%"
        return [Blocker("shares", says)]
    return []
