"""What keeps an agreement's words from being kept."""

from __future__ import annotations

from datetime import date

from carewright.contract.rules.life_of_an_agreement import OPEN_TO_CHANGE, OVER, AgreementState
from carewright.contract.rules.terms import Blocker, Term, blockers_to_term
from carewright.contract.rules.words import ONE_PERSON, Kind, Unit
from carewright.ui.formats import pounds
from carewright_engine.values.money import MOST_A_UNIT

CLOSED = Blocker("Its words were approved. Take it back to a draft before you change them")


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
        found.append(Blocker("Say on which day it begins", "starts_on"))
    if not title.strip():
        found.append(Blocker("Give the agreement a title", "title"))
    if names_person and kind not in ONE_PERSON:
        found.append(Blocker(f"A {kind.label.lower()} is not for one person", "person"))
    if in_advance and not grounds.strip():
        found.append(Blocker("Say why it is paid in advance", "advance_grounds"))
    return found


def blockers_to_change(state: AgreementState) -> list[Blocker]:
    """Why its words cannot be changed now."""
    return [] if state in OPEN_TO_CHANGE else [CLOSED]


def blockers_to_price(
    *, unit: Unit, minutes: int, pence: int, starts_on: date, reason: str, term: Term,
    state: AgreementState,
) -> list[Blocker]:  # fmt: skip
    """Why a price line cannot be kept; once the words are closed, a price says why it changes."""
    found = []
    if not 0 <= pence <= MOST_A_UNIT:
        most = pounds(MOST_A_UNIT, whole=True)
        found.append(Blocker(f"Enter a price between £0 and {most} for one unit", "pence"))
    if state not in OPEN_TO_CHANGE and not reason.strip():
        found.append(Blocker("Say why the price changes", "reason"))
    if unit is Unit.VISIT and not minutes:
        found.append(Blocker("Say how many minutes a visit takes", "minutes"))
    if unit is not Unit.VISIT and minutes:
        found.append(Blocker("Only a visit has minutes", "minutes"))
    if starts_on < term.since:
        found.append(Blocker("The price begins before the agreement does", "starts_on"))
    if term.is_over(starts_on):
        found.append(Blocker("The price begins after the agreement has ended", "starts_on"))
    if state in OVER:
        found.append(Blocker("The agreement is over"))
    return found
