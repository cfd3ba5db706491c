"""What all earlier variations of an agreement come to, as the tests of each regime ask it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from carewright_engine.rules.modification_grounds import Limit, every_ground

_SMALL: Final = frozenset({Limit.SMALL, Limit.NET_SMALL})


@dataclass(frozen=True, slots=True)
class Earlier:
    """A variation that stands or is asked for: by how many pence, and on which ground."""

    change_pence: int
    ground: str
    own_decision: bool
    applied: bool  # the agreement's value holds it already
    ended_before: date | None = None  # the end that it moved, where it moved one
    worth_pence: int = 0  # with what a longer term comes to
    ends_before: date | None = None  # the end that it asks for, where it asks for one
    asked_at: datetime | None = None  # None: before anybody kept that


@dataclass(frozen=True, slots=True)
class SoFar:
    """Sums over what stands or is asked for; a value is None where the agreement's is unknown."""

    original_pence: int | None  # at award
    value_pence: int | None  # as it is estimated now, with what is not applied yet
    small_pence: int  # net, of those made because they were small
    own_decision_pence: int  # net, of those that the authority's own decision brought about
    net_pence: int


def so_far(value_pence: int | None, earlier: Iterable[Earlier]) -> SoFar:
    """The sums, from the agreement's value as it stands and what changed it."""
    found = list(earlier)
    net = sum(each.change_pence for each in found)
    applied = sum(each.change_pence for each in found if each.applied)
    original = None if value_pence is None else value_pence - applied
    return SoFar(
        original_pence=original,
        value_pence=None if original is None else original + net,
        small_pence=sum(each.change_pence for each in found if is_small(each.ground)),
        own_decision_pence=sum(each.change_pence for each in found if each.own_decision),
        net_pence=net,
    )


def is_small(ground: str) -> bool:
    """Whether changes on the ground are added up, as each is carried by being small."""
    return any(_SMALL & row.limits for row in every_ground().get(ground, ()))


def asked_before(earlier: Iterable[Earlier], at: datetime | None) -> tuple[Earlier, ...]:
    """Those that were asked for before; whatever comes later is itself judged with this one."""
    return tuple(
        each for each in earlier if at is None or each.asked_at is None or each.asked_at < at
    )


def end_at_award(ends_before: date | None, earlier: Iterable[Earlier]) -> date | None:
    """The end before any variation moved it; the first that moved one says which it was."""
    moved = [each.ended_before for each in earlier if each.ended_before is not None]
    return moved[0] if moved else ends_before
