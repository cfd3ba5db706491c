"""How much is asked of an agreement: by value and risk, as the council has it and no law says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import chain
from typing import Final

from carewright_engine.rules.cells import Cells
from carewright_engine.rules.dated import Dated, dated_of
from carewright_engine.rules.facts import Kind
from carewright_engine.rules.obligation_rules import KINDS_OF, Kinds
from carewright_engine.rules.reading import Rows, held_on, holds_on, read, text_of
from carewright_engine.rules.rows import Row, shared
from carewright_engine.rules.words import FACTS

FILE: Final = "duties.csv"
LIMITS_FILE: Final = "duty_limits.csv"
COLUMNS: Final = ("id", "words", "from", "to", "tier", "kinds", "why", "source", "verified")
RISK: Final = "how much harm it would do if it failed"


class Tier(StrEnum):
    """How much is asked."""

    LIGHT = "light"
    STANDARD = "standard"
    FULL = "full"


class Risk(StrEnum):
    """How much harm it would do if the agreement failed."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return self.value.capitalize()


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty(Row):
    """One thing that an agreement has to have, from a tier on."""

    tier: Tier  # asked from this tier on
    kinds: Kinds
    why: str


@dataclass(frozen=True, slots=True)
class DutyPolicy:
    """A council's own rows, or those proposed here: duties, limits of tiers, visits a year."""

    duties: Rows[Duty]
    limits: Rows[Dated]


@dataclass(frozen=True, slots=True)
class DutyFacts:
    """What decides how much is asked; None is not known."""

    kind: Kind | None = None
    value_pence: int | None = None  # over the term, without extensions
    risk: Risk | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """The tier, why, what it asks, and how many visits a year; or what is not known."""

    tier: Tier | None
    because: str
    duties: tuple[Duty, ...]
    visits_a_year: int | None
    needs: tuple[str, ...] = ()


@cache
def proposed_policy() -> DutyPolicy:
    """What a council has that has not yet said otherwise."""
    return DutyPolicy(read_duties(text_of(FILE)), dated_of(LIMITS_FILE))


def read_duties(text: str, file: str = FILE) -> Rows[Duty]:
    """The duties of a file, by name; `RefusedData` with every fault if there is one."""
    return read(file, text, COLUMNS, _duty)


def duties(facts: DutyFacts, on: date, policy: DutyPolicy | None = None) -> Asked:
    """What the council asks of such an agreement on the day."""
    policy = policy or proposed_policy()
    tier, because = _tier(facts, on, policy)
    if tier is None or facts.kind is None:
        return Asked(None, because, (), None, _missing(facts))
    rows = chain.from_iterable(policy.duties.values())
    asked = tuple(
        row
        for row in rows
        if holds_on(row, on)
        and facts.kind in KINDS_OF[row.kinds]
        and _ORDER[row.tier] <= _ORDER[tier]
    )
    visits = held_on(policy.limits, f"policy.visits.{tier.value}", on).value
    return Asked(tier, because, asked, int(visits))


def _tier(facts: DutyFacts, on: date, policy: DutyPolicy) -> tuple[Tier | None, str]:
    light, standard = (
        held_on(policy.limits, f"policy.tier.{name}_up_to", on) for name in ("light", "standard")
    )
    value, risk = facts.value_pence, facts.risk
    if facts.kind is None:
        return None, ""
    if risk is Risk.HIGH:
        return _most_of(facts.kind), "its failure would do much harm"
    if value is not None and value > standard.pence:
        return _most_of(facts.kind), f"its value is above {standard.shown}"
    if value is None or risk is None:
        return None, ""
    if value <= light.pence and risk is Risk.LOW:
        return Tier.LIGHT, f"its value is {light.shown} or less and its failure would do no harm"
    small = value <= light.pence
    why = "its failure would do some harm" if small else f"its value is above {light.shown}"
    return Tier.STANDARD, why


def _most_of(kind: Kind) -> Tier:
    """One person's place is watched through that person's review, not by a plan of its own."""
    return Tier.STANDARD if kind is Kind.SPOT else Tier.FULL


def _missing(facts: DutyFacts) -> tuple[str, ...]:
    names = (
        (facts.kind, FACTS["kind"]), (facts.value_pence, FACTS["value_pence"]), (facts.risk, RISK),
    )  # fmt: skip
    return tuple(words for fact, words in names if fact is None)


def _duty(cells: Cells) -> Duty:
    return Duty(
        **shared(cells),
        tier=cells.one_of("tier", Tier),
        kinds=cells.one_of("kinds", Kinds),
        why=cells.words("why"),
    )


_ORDER: Final = {tier: place for place, tier in enumerate(Tier)}
