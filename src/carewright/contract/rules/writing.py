"""What keeps an agreement's words from being kept."""

from __future__ import annotations

from datetime import date

from carewright.contract.rules.life_of_an_agreement import OPEN_TO_CHANGE, OVER, AgreementState
from carewright.contract.rules.terms import Term, blockers_to_term
from carewright.contract.rules.words import ONE_PERSON, Kind, Unit
from carewright.platform.api import Blocker
from carewright.ui.formats import pounds
from carewright_engine.values.money import MOST_A_UNIT

CLOSED = Blocker("", "Its words were approved. Take it back to a draft before you change them")


def blockers_to_words(
    *,
    title: str,
    kind: Kind,
    term: Term,
    names_person: bool,
    in_advance: bool,
    grounds: str,
    begins_unknown: bool = False,
) -> list[Blocker]:
    """Why an agreement cannot be kept in these words.

    Only one whose file does not say when it began is kept without a first day.
    """
    found = blockers_to_term(term)
    if term.starts_on is None and not begins_unknown:
        found.append(Blocker("starts_on", "Say on which day it begins"))
    if not title.strip():
        found.append(Blocker("title", "Give the agreement a title"))
    if names_person and kind not in ONE_PERSON:
        found.append(Blocker("person", f"A {kind.label.lower()} is not for one person"))
    if in_advance and not grounds.strip():
        found.append(Blocker("advance_grounds", "Say why it is paid in advance"))
    return found


def blockers_to_outgrow(
    stood: Term, stood_pence: int | None, *, term: Term, value_pence: int | None
) -> list[Blocker]:
    """Why the words of an agreement that relies on an exemption are not made for more or longer.

    As much of the exemption is used as it came to when somebody said that it relies on it.
    """
    says = "It relies on an exemption from competition, which counted it"
    found = []
    if (value_pence or 0) > (stood_pence or 0):
        counted = pounds(stood_pence or 0, whole=True)
        found.append(Blocker("value_pence", f"{says} at {counted}. Vary it once it is signed"))
    earlier = term.since < stood.since
    later = stood.ends_before and (not term.ends_before or term.ends_before > stood.ends_before)
    if earlier or later:
        found.append(Blocker("last_day", f"{says} for its own days. Vary it once it is signed"))
    return found


def blockers_to_change(state: AgreementState) -> list[Blocker]:
    """Why its words cannot be changed now."""
    return [] if state in OPEN_TO_CHANGE else [CLOSED]


def blockers_to_unit_price(pence: int, field: str) -> list[Blocker]:
    """Why nothing can cost so much, or less than nothing, a unit."""
    if 0 <= pence <= MOST_A_UNIT:
        return []
    most = pounds(MOST_A_UNIT, whole=True)
    return [Blocker(field, f"Enter a price between £0 and {most} for one unit")]


def blockers_to_price(
    *, unit: Unit, minutes: int, pence: int, starts_on: date, reason: str, term: Term,
    state: AgreementState,
) -> list[Blocker]:  # fmt: skip
    """Why a price line cannot be kept; once the words are closed, a price says why it changes."""
    found = blockers_to_unit_price(pence, "pence")
    if state not in OPEN_TO_CHANGE and not reason.strip():
        found.append(Blocker("reason", "Say why the price changes"))
    if unit is Unit.VISIT and not minutes:
        found.append(Blocker("minutes", "Say how many minutes a visit takes"))
    if unit is not Unit.VISIT and minutes:
        found.append(Blocker("minutes", "Only a visit has minutes"))
    if starts_on < term.since:
        found.append(Blocker("starts_on", "The price begins before the agreement does"))
    if term.is_over(starts_on):
        found.append(Blocker("starts_on", "The price begins after the agreement has ended"))
    if state in OVER:
        found.append(Blocker("", "The agreement is over"))
    return found
