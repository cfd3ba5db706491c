"""Whether something new may begin under an agreement; care that is given never stops for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from carewright.contract.rules.life_of_an_agreement import OVER, AgreementState
from carewright.contract.rules.terms import Term
from carewright.ui.formats import written_date


class Basis(StrEnum):
    """On what something goes ahead."""

    AGREEMENT = "agreement"
    EXCEPTION = "exception"  # dated, with an owner and a reason
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, by a code that other stages may ask for."""

    code: str
    says: str


@dataclass(frozen=True, slots=True)
class Successor:
    """What is used in an agreement's place."""

    id: UUID
    reference: str
    title: str
    is_running: bool


@dataclass(frozen=True, slots=True)
class GoesOn:
    """A dated exception by which care goes on: somebody owns it, and it has a clock."""

    id: UUID
    reason: str
    owner: str
    starts_on: date
    until: date  # the last day of the clock; care goes on after it, and that is an owner's debt


@dataclass(frozen=True, slots=True)
class CallOffFacts:
    """What is known of the agreement when somebody asks."""

    reference: str
    state: AgreementState
    term: Term
    is_signed: bool | None  # None: the file that it came from does not say
    successor: Successor | None = None
    goes_on: GoesOn | None = None
    over_on: date | None = None  # the last day, where somebody has ended it


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether it may begin or go on, and on what; the reasons say what stands in the way."""

    allowed: bool
    basis: Basis
    reasons: tuple[Reason, ...] = ()
    successor: Successor | None = None
    exception: GoesOn | None = None

    @property
    def exception_wanted(self) -> bool:
        """Whether somebody has to record a dated exception, as none covers the day."""
        return self.basis is Basis.EXCEPTION and self.exception is None


def answer(
    facts: CallOffFacts, *, on: date, urgent: bool = False, already_supported: bool = False
) -> Answer:
    """A new routine call-off needs an agreement in force; people and urgent need do not wait.

    People already supported, care that was delivered and urgent need go on by a dated exception
    where the agreement does not carry them. That nobody has recorded one yet never stops them.
    """
    against = reasons_against(facts, on=on)
    if not against:
        return Answer(True, Basis.AGREEMENT, _soon_over(facts, on))
    if not (urgent or already_supported):
        return Answer(False, Basis.NOTHING, against, facts.successor)
    standing = facts.goes_on if facts.goes_on and facts.goes_on.starts_on <= on else None
    late = (_out_of_time(standing),) if standing and on > standing.until else ()
    return Answer(True, Basis.EXCEPTION, (*against, *late), facts.successor, standing)


def reasons_against(facts: CallOffFacts, *, on: date) -> tuple[Reason, ...]:
    """Why a new routine call-off is refused on the day; empty where it is not."""
    found = [*_over(facts, on), *_not_begun(facts, on)]
    if facts.is_signed is False:
        found.append(Reason("UNSIGNED", f"{facts.reference} is not signed by both sides"))
    if found and facts.successor:
        found.append(_instead(facts.successor))
    return tuple(found)


def _over(facts: CallOffFacts, on: date) -> list[Reason]:
    if facts.term.is_over(on):
        last = written_date(facts.term.last_day)
        return [Reason("EXPIRED", f"{facts.reference} ended on {last}")]
    # Care of a day before it ended was given under it, whenever somebody asks.
    never = facts.state is AgreementState.ABANDONED
    if never or (facts.state in OVER and (facts.over_on is None or on > facts.over_on)):
        return [Reason("OVER", f"{facts.reference} was {facts.state.label.lower()}")]
    return []


def _not_begun(facts: CallOffFacts, on: date) -> list[Reason]:
    if on < facts.term.since:
        begins = written_date(facts.term.starts_on)
        return [Reason("NOT_BEGUN", f"{facts.reference} begins on {begins}")]
    if facts.state in (AgreementState.DRAFT, AgreementState.APPROVED, AgreementState.SIGNED):
        state = facts.state.label.lower()
        return [Reason("NOT_LIVE", f"{facts.reference} is {state} and has not been begun")]
    return []


def _instead(successor: Successor) -> Reason:
    if successor.is_running:
        return Reason("SUCCESSOR", f"Use {successor.reference} {successor.title}")
    return Reason(
        "SUCCESSOR", f"{successor.reference} {successor.title} follows, and has not begun yet"
    )


def _soon_over(facts: CallOffFacts, on: date) -> tuple[Reason, ...]:
    if facts.state is not AgreementState.ENDING:
        return ()
    last = written_date(facts.term.last_day)
    return (Reason("ENDING", f"{facts.reference} is being ended; its last day is {last}"),)


def _out_of_time(standing: GoesOn) -> Reason:
    day = written_date(standing.until)
    return Reason("CLOCK", f"The exception ran until {day}: {standing.owner} has to decide")
