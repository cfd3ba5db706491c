"""How a grant stands to what councils undertook towards the bodies that they fund."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from carewright.contract.api import Agreement, Kind
from carewright.platform.api import Blocker
from carewright_engine.rules import facts as law
from carewright_engine.rules.duties import DutyFacts
from carewright_engine.rules.undertakings import Undertaking, falls_short, undertakings

#: Agreements with bodies that are funded rather than bought from.
FUNDED: Final = frozenset({Kind.GRANT, Kind.SERVICE_LEVEL})


class Standing(StrEnum):
    """How it stands to one undertaking."""

    MET = "met"
    EXCEPTION = "exception"
    NOT_ASSESSED = "not_assessed"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return self.value.replace("_", " ").capitalize()


class ApplicationState(StrEnum):
    """What became of an application."""

    RECEIVED = "received"
    AGREED = "agreed"
    DECLINED = "declined"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return self.value.capitalize()


APPLICATION_MOVES: Final[Mapping[ApplicationState, frozenset[ApplicationState]]] = {
    ApplicationState.RECEIVED: frozenset({ApplicationState.AGREED, ApplicationState.DECLINED}),
    ApplicationState.AGREED: frozenset(),
    ApplicationState.DECLINED: frozenset(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a body asks for: whole pence, the full cost of the work with its share of overheads."""

    applicant: str
    purpose: str
    asked_pence: int
    full_cost_pence: int
    overhead_pence: int
    received_on: date

    @property
    def not_met_pence(self) -> int:
        """How much of the full cost the money asked for leaves to be found elsewhere."""
        return max(self.full_cost_pence - self.asked_pence, 0)


def asked_of(found: Agreement, on: date) -> tuple[Undertaking, ...]:
    """The undertakings that count for the agreement, in proportion to its value and risk."""
    words = found.wording
    if words.kind not in FUNDED:
        return ()
    kind = law.Kind(words.kind.value)
    return undertakings(DutyFacts(kind, words.value_pence, words.risk), on)


def blockers_to_apply(asked: Asked, today: date) -> list[Blocker]:
    """What is missing in an application, or does not hold together."""
    checks = (
        (not asked.applicant.strip(), "applicant", "Say who asks"),
        (not asked.purpose.strip(), "purpose", "Say what the money is for"),
        (asked.asked_pence <= 0, "asked_pence", "Say how much is asked for"),
        (asked.overhead_pence > asked.full_cost_pence, "overhead_pence",
         "Overheads are a part of the full cost, so they are no more than it"),
        (asked.received_on > today, "received_on", "It came today or before"),
    )  # fmt: skip
    return [Blocker(field, says) for wrong, field, says in checks if wrong]


def blockers_to_check(
    undertaking: Undertaking, standing: Standing, told: Decimal | None, reason: str, on: date
) -> list[Blocker]:
    """Why a check cannot stand so: a time that falls short is an exception, with its reason."""
    found = []
    if standing is Standing.EXCEPTION and not reason.strip():
        found.append(Blocker("reason", "An exception says why"))
    if standing is Standing.MET and undertaking.limit and told is None:
        found.append(Blocker("told", undertaking.asks))
    short = falls_short(undertaking, told, on) if told is not None else None
    if short and standing is Standing.MET:
        found.append(Blocker("standing", f"It is not met: {short}. Record the exception"))
    return found


def reason_on_record(undertaking: Undertaking, found: Agreement) -> str:
    """What the agreement's own record says about it already."""
    words = found.wording
    if undertaking.id == "compact.advance":
        if words.paid_in_advance:
            return f"Paid in advance. {words.advance_grounds}"
        return "Not paid in advance"
    if undertaking.id == "compact.notice" and words.own_notice_days is not None:
        return f"We give {words.own_notice_days} days of notice"
    return ""
