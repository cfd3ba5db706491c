"""Who may read a round a second time: nobody who touched it, nor whoever stands in for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from carewright.platform.api import Blocker


@dataclass(frozen=True, slots=True)
class Reader:
    """A person by their account, with the accounts of those for whom they stand in."""

    account_id: UUID
    covers: frozenset[UUID]
    may_check: bool  # by a role of their own; a power that was lent does not count
    may_see_people: bool = True


def blockers_to_read(
    reader: Reader, touched_by: Iterable[UUID], *, placements: bool = False
) -> list[Blocker]:
    """Why the person cannot be the second reader; nothing if they may.

    `placements`: the round raises prices of one person each, which not everybody may see.
    """
    touched = frozenset(touched_by)
    found = []
    if not reader.may_check:
        found.append(Blocker("reader", "None of this person’s own roles lets them read a round"))
    if reader.account_id in touched:
        found.append(Blocker("reader", "Nobody reads a round that they had a hand in"))
    if reader.covers & touched:
        says = "Whoever stands in for somebody who had a hand in the round does not read it"
        found.append(Blocker("reader", says))
    if placements and not reader.may_see_people:
        says = "The round has prices of one person each: choose a reader who may see people"
        found.append(Blocker("reader", says))
    return found


def answers_agree(pairs: Iterable[tuple[int, int | None]]) -> bool:
    """Whether every price that the reader came to is the one of the round, to the penny."""
    return all(expected == answered for expected, answered in pairs)
