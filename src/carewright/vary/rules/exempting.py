"""What keeps an exemption from being asked for or relied on, and whether it has lapsed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from carewright.contract.api import Blocker, Regime, Term, further_pence
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
    return [Blocker(where, says) for met, says, where in asked if not met]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relied:
    """An exemption that an agreement is to rely on."""

    state: ExemptionState
    scope: Scope
    regime: Regime
    starts_on: date
    ends_before: date
    value_pence: int
    used_pence: int
    agreements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Relying:
    """The agreement that is to rely on it, with its value over the days that are valued.

    Its term is the longest that it allows, as a value is estimated with every option to extend.
    """

    regime: Regime
    term: Term
    value_term: Term
    value_pence: int | None
    covered_pence: int = 0  # what it uses of other exemptions that count on days of this one


def blockers_to_rely(relied: Relied, relying: Relying, *, pence: int, on: date) -> list[Blocker]:
    """Why an agreement cannot rely on it with so much, on the day on which it is named."""
    found = []
    if relied.state is not ExemptionState.GRANTED:
        found.append(Blocker("", "Nobody has granted it"))
    if on < relied.starts_on:
        found.append(Blocker("", f"It counts from {written_date(relied.starts_on)}"))
    if has_lapsed(relied.ends_before, on):
        last = Term(relied.starts_on, relied.ends_before).last_day
        found.append(Blocker("", f"It lapsed: its last day was {written_date(last)}"))
    if relied.regime is not relying.regime:
        found.append(
            Blocker("agreement", f"It was granted under other rules: {relied.regime.label}")
        )
    if relied.scope is Scope.SINGLE and relied.agreements:
        found.append(Blocker("", "It was granted for one agreement, which relies on it already"))
    return found + _of_its_value(relied, relying, pence)


def _of_its_value(relied: Relied, relying: Relying, pence: int) -> list[Blocker]:
    """A reliance uses what the agreement comes to on the days that the exemption covers."""
    if relying.value_pence is None:
        says = "Nobody knows what the agreement is worth, so nobody can say how much of it is used"
        return [Blocker("agreement", says)]
    least = exempted_pence(relied, relying)
    left = relied.value_pence - relied.used_pence
    found = []
    if not least:
        found.append(Blocker("agreement", "No day of the agreement lies within its term"))
    if pence < least:
        says = f"{pounds(least)} of the agreement falls on its days, and no less is used"
        found.append(Blocker("pence", says))
    if pence > left:
        found.append(Blocker("pence", f"{pounds(left)} is left of it, which is less"))
    return found


def exempted_pence(relied: Relied, relying: Relying) -> int:
    """What the agreement comes to on the days of both, at its own rate, by months begun.

    What other exemptions carry already is not carried twice.
    """
    first = max(relied.starts_on, relying.term.since)
    last = min(relied.ends_before, relying.term.ends_before or relied.ends_before)
    if last <= first:
        return 0
    worth = further_pence(relying.value_pence or 0, relying.value_term, after=first, until=last)
    return max(1, worth - relying.covered_pence)


def has_lapsed(ends_before: date, on: date) -> bool:
    """Whether its term has run out."""
    return on >= ends_before
