"""What a return of costs must say, and whether what it says adds up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Final

from carewright.platform.api import Blocker
from carewright_engine.costing.care_home_lines import LINES, TYPES, key_of
from carewright_engine.costing.what_is_in import Element, Held
from carewright_engine.rules.totals import difference

MOST_LINES: Final = 60
MOST_PENCE: Final = 100_000_000_000
#: No line of a return is longer; what is, is not searched for a sum.
MOST_LETTERS: Final = 300
_SUM: Final = re.compile(r"[,:;\t][ \t]*£?[ \t]*([0-9][0-9,]*(?:\.[0-9]{1,2})?)$")


class Kind(StrEnum):
    """Whose costs a return tells of."""

    OPEN_BOOK = "open_book"
    CARE_HOME = "care_home"
    OWN_SERVICE = "own_service"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {
            "open_book": "Open book of a provider", "care_home": "Costs of a care home",
            "own_service": "Costs of an in-house service",
        }[self.value]  # fmt: skip


class Outcome(StrEnum):
    """What came of the check by a second person."""

    ACCEPTED = "accepted"
    REFUSED = "refused"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class CostLine:
    """One line of a return, in the words of whoever returned it; in pence."""

    words: str
    pence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a return says; amounts in pence over the period, both days as they are covered.

    `units` are hours, weeks or visits given in it; of a care home, weeks in which beds were
    occupied, and `bed_weeks` those in which they could have been.
    """

    kind: Kind
    who: str
    service: str
    starts_on: date
    ends_before: date
    lines: tuple[CostLine, ...]
    stated_total_pence: int | None = None
    unit: str = ""
    units: Decimal | None = None
    bed_weeks: Decimal | None = None
    type_of_care: str = ""
    care_group: str = ""
    holds: tuple[tuple[Element, Held], ...] = ()
    source: str = ""


def lines_in(text: str) -> tuple[tuple[CostLine, ...], list[str]]:
    """The lines of a text with "words, amount" in each, and those that are not read so."""
    found, unread = [], []
    for line in filter(None, (each.strip() for each in text.splitlines())):
        said = _line(line)
        if said is None:
            unread.append(line[:MOST_LETTERS])
        else:
            found.append(said)
    return tuple(found), unread


def _line(line: str) -> CostLine | None:
    """The line of a return, where a sum stands behind words and a separator."""
    behind = _SUM.search(line) if len(line) <= MOST_LETTERS else None
    words = " ".join(line[: behind.start()].split()) if behind else ""
    pence = _pence(behind[1]) if behind else None
    return CostLine(words, pence) if words and pence is not None else None


def _pence(pounds: str) -> int | None:
    try:
        pence = int(Decimal(pounds.replace(",", "")) * 100)
    except InvalidOperation:
        return None
    return pence if pence <= MOST_PENCE else None


def blockers_to_record(said: Said) -> list[Blocker]:
    """Everything that keeps a return from being recorded."""
    found = [*_missing(said)]
    if said.ends_before <= said.starts_on:
        found.append(Blocker("last_day", "The last day must not come before the first"))
    words = [line.words.casefold() for line in said.lines]
    if len(set(words)) < len(words):
        found.append(Blocker("lines", "Two lines have the same words: tell them apart"))
    if len(words) > MOST_LINES:
        found.append(Blocker("lines", f"At most {MOST_LINES} lines"))
    if said.kind is Kind.CARE_HOME and (strange := strange_to_the_model(said.lines)):
        known = ", ".join(line.key for line in LINES)
        found.append(
            Blocker("lines", f"No line of the model: {'; '.join(strange)}. Its lines are: {known}")
        )
    return found


def strange_to_the_model(lines: Iterable[CostLine]) -> list[str]:
    """Words of lines that the model of care homes does not know: their pounds would be lost."""
    return [line.words for line in lines if key_of(line.words) is None]


def _missing(said: Said) -> Iterable[Blocker]:
    asked = {"who": said.who, "service": said.service, "source": said.source, "lines": said.lines}
    yield from (Blocker(name, "Say this as well") for name, value in asked.items() if not value)
    if said.kind is Kind.CARE_HOME:
        if said.type_of_care not in TYPES:
            yield Blocker("type_of_care", "Say which type of care the home gives")
        if not said.units or not said.bed_weeks:
            yield Blocker("units", "Say how many weeks beds were occupied, and could have been")
        elif said.units > said.bed_weeks:
            yield Blocker("units", "Beds cannot have been occupied for more weeks than there are")
    if said.kind is Kind.OWN_SERVICE and not said.units:
        yield Blocker("units", "Say how many units were given, as the cost of one is worked out")
    if said.units and not said.unit:
        yield Blocker("unit", "Say what one unit is")


def blockers_to_check(
    *, is_own: bool, stands_in: bool, checked: bool, says: str, outcome: Outcome
) -> list[Blocker]:
    """Everything that keeps somebody from checking a return."""
    found = []
    if checked:
        found.append(Blocker("", "It has been checked already"))
    if is_own:
        found.append(Blocker("", "Whoever recorded a return does not check it"))
    elif stands_in:
        found.append(Blocker("", "You stand in for whoever recorded it: somebody else checks it"))
    if outcome is Outcome.REFUSED and not says.strip():
        found.append(Blocker("says", "Say what is wrong with it"))
    return found


def does_not_add_up(stated_pence: int | None, lines: Sequence[CostLine]) -> str:
    """What is wrong with a stated total, in words; empty where it is the sum, or none is stated."""
    if stated_pence is None:
        return ""
    parts = {line.words: Decimal(line.pence).scaleb(-2) for line in lines}
    return difference(Decimal(stated_pence).scaleb(-2), parts) or ""
