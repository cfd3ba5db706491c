"""What the variety report finds, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from carewright_engine.tables.gaps import Absence


class Basis(StrEnum):
    """Why a value is proposed for a standard contract."""

    MOST_COMMON = "most_common"
    MOST_CAREFUL = "most_careful"
    MIDDLE = "middle"  # of prices: to compare with, not to agree
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Holder:
    """A contract, as a list names it."""

    id: str
    council: str
    name: str
    supplier: str


@dataclass(frozen=True, slots=True)
class Held:
    """One way in which a term is written, and who holds it so."""

    shown: str
    holders: tuple[Holder, ...]

    @property
    def councils(self) -> tuple[str, ...]:
        """The councils that hold it so, in the alphabet's order."""
        return tuple(sorted({holder.council for holder in self.holders}))


@dataclass(frozen=True, slots=True)
class Apart:
    """A contract whose term is unlike nearly all others'."""

    holder: Holder
    shown: str
    why: str


@dataclass(frozen=True, slots=True)
class Standard:
    """What a standard contract would say, on what basis, and why."""

    shown: str
    basis: Basis
    why: str


@dataclass(frozen=True, slots=True)
class TermFound:
    """How one term is written among like contracts.

    `not_known` counts, by why, the contracts of which nobody can say; `does_not_arise` those of
    which the question is not asked. The counts add up to the contracts of the group.
    """

    name: str
    words: str
    held: tuple[Held, ...]  # most often held first
    not_known: Mapping[Absence, int]
    does_not_arise: int
    within: tuple[str, ...]  # councils that hold it in more than one way
    between: bool  # whether councils' own usual ways differ
    apart: tuple[Apart, ...]
    standard: Standard

    @property
    def differs(self) -> bool:
        """Whether it is held in more than one way."""
        return len(self.held) > 1

    @property
    def known(self) -> int:
        """Contracts of which it is known."""
        return sum(len(each.holders) for each in self.held)


@dataclass(frozen=True, slots=True)
class LikeContracts:
    """Contracts for like services, and how their terms differ."""

    like: str
    contracts: int
    councils: tuple[str, ...]
    terms: tuple[TermFound, ...]

    @property
    def differing(self) -> tuple[TermFound, ...]:
        """The terms that are held in more than one way."""
        return tuple(each for each in self.terms if each.differs)


@dataclass(frozen=True, slots=True)
class Variety:
    """Every group that is large enough, and what was not compared."""

    groups: tuple[LikeContracts, ...]
    too_few: Mapping[str, int]  # care -> contracts, where they are fewer than `least`
    not_told: int  # contracts whose words name no kind of care that is compared
    least: int
