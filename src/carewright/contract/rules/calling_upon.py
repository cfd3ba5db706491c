"""Whether an agreement is called off from a framework, which schemes of delegation ask.

Nobody says so of their own agreement: the framework stands in the register, and its dates and its
providers are those of what is called off. Whatever does not fit counts as outside any framework.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from carewright.contract.rules.life_of_an_agreement import NEVER_AGREED, AgreementState
from carewright.contract.rules.terms import Term
from carewright.contract.rules.words import Kind
from carewright.platform.api import Blocker

Named = tuple[str, str]
"""A provider by its number in a register, where it has one, and its name."""


@dataclass(frozen=True, slots=True)
class Framework:
    """The agreement that is called upon."""

    kind: Kind
    state: AgreementState
    term: Term
    over_on: date | None
    providers: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class CalledOff:
    """What is called off: from which day, from whom."""

    starts_on: date | None
    providers: tuple[Named, ...]


def blockers_to_call_upon(framework: Framework, called: CalledOff) -> list[Blocker]:
    """Why the agreement counts as outside the framework; nothing where it is within."""
    if framework.kind is not Kind.FRAMEWORK:
        return [Blocker("framework", "What it names is no framework agreement")]
    if framework.state in NEVER_AGREED:
        return [Blocker("framework", "The framework is not signed")]
    found = []
    if not _covers(framework, called.starts_on):
        found.append(Blocker("framework", "It does not begin within the term of the framework"))
    if not called.providers or not all(_is_on(framework.providers, e) for e in called.providers):
        found.append(Blocker("framework", "Its provider is not on the framework"))
    return found


def _covers(framework: Framework, day: date | None) -> bool:
    if day is None or not framework.term.covers(day):
        return False
    return framework.over_on is None or day <= framework.over_on


def _is_on(among: Sequence[Named], provider: Named) -> bool:
    """By the number where both have one, else by the name."""
    number, name = provider
    return any(
        number == other if number and other else name.casefold() == called.casefold()
        for other, called in among
    )
