"""What keeps an exemption from being asked for or relied on, and whether it has lapsed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from carewright.contract.api import Blocker
from carewright.ui.formats import pounds, written_date
from carewright.vary.rules.lives import ExemptionState
from carewright.vary.rules.words import Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemptionSaid:
    """What an exemption says; money in whole pence over its term."""

    title: str
    why: str
    alternatives: str
    value_pence: int
    starts_on: date
    ends_before: date
    ground_is_known: bool


def blockers_to_exempt(said: ExemptionSaid) -> list[Blocker]:
    """What is missing before somebody can decide on it."""
    asked = (
        (said.title.strip(), "Say what is bought without competition", "title"),
        (said.ground_is_known, "Choose a ground of the regime that counts on its first day",
         "ground"),
        (said.why.strip(), "Say how the ground is met", "why"),
        (said.alternatives.strip(), "Say which alternatives were considered, and why they fail",
         "alternatives"),
        (said.value_pence > 0, "Say what it is worth over its term", "value_pence"),
        (said.ends_before > said.starts_on, "The last day must not come before the first",
         "last_day"),
    )  # fmt: skip
    return [Blocker(says, where) for met, says, where in asked if not met]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relied:
    """An exemption that an agreement is to rely on."""

    state: ExemptionState
    scope: Scope
    starts_on: date
    ends_before: date
    value_pence: int
    used_pence: int
    agreements: int


def blockers_to_rely(relied: Relied, *, pence: int, on: date) -> list[Blocker]:
    """Why an agreement cannot rely on it with so much."""
    found = []
    if relied.state is not ExemptionState.GRANTED:
        found.append(Blocker("Nobody has granted it"))
    if has_lapsed(relied.ends_before, on):
        found.append(Blocker(f"It lapsed on {written_date(relied.ends_before)}"))
    if relied.scope is Scope.SINGLE and relied.agreements:
        found.append(Blocker("It was granted for one agreement, which relies on it already"))
    left = relied.value_pence - relied.used_pence
    if pence <= 0:
        found.append(Blocker("Say how much of it is used", "pence"))
    if pence > left:
        found.append(Blocker(f"{pounds(left)} is left of it, which is less", "pence"))
    return found


def has_lapsed(ends_before: date, on: date) -> bool:
    """Whether its term has run out."""
    return on >= ends_before
