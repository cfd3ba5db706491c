"""The cells of one line of reference data, each read strictly as what its column must hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final, TypeVar

from carewright_engine.rules.refusing import Fault

Choice = TypeVar("Choice", bound=StrEnum)

_ID: Final = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*")
_NUMBER: Final = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,6})?")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
#: What stands in for a cell that could not be read; a line with a fault is never used.
_NO_DAY: Final = date(1, 1, 1)


@dataclass(frozen=True, slots=True)
class Cells:
    """One line; a fault is kept rather than raised, so that a person sees all of them at once."""

    file: str
    line: int
    texts: Mapping[str, str]
    faults: list[Fault] = field(default_factory=list)

    def refuse(self, column: str, reason: str) -> None:
        """Keep that the line cannot be used, and why."""
        self.faults.append(Fault(self.file, self.line, column, reason))

    def words(self, column: str) -> str:
        """Words for a person; they may not be missing."""
        text = self.texts[column]
        if not text:
            self.refuse(column, "nothing is given")
        return text

    def identity(self, column: str) -> str:
        """A stable name in small letters, with full stops between its parts."""
        text = self.words(column)
        if text and not _ID.fullmatch(text):
            self.refuse(column, f'"{text}" is not small letters, figures, _ and full stops')
        return text

    def identities(self, column: str) -> tuple[str, ...]:
        """Names with a space between each and the next; none where the cell is empty."""
        names = tuple(self.texts[column].split())
        for name in names:
            if not _ID.fullmatch(name):
                self.refuse(column, f'"{name}" is not small letters, figures, _ and full stops')
        return names

    def day(self, column: str) -> date:
        """A day written like 2026-04-01."""
        return self.day_or_none(column, required=True) or _NO_DAY

    def day_or_none(self, column: str, *, required: bool = False) -> date | None:
        """A day written like 2026-04-01, or nothing."""
        text = self.texts[column]
        if not text and not required:
            return None
        try:
            if _DAY.fullmatch(text):
                return date.fromisoformat(text)
        except ValueError:
            pass
        self.refuse(column, f'"{text}" is not a day written like 2026-04-01')
        return None

    def period(self) -> tuple[date, date | None]:
        """From which day the line holds, and the first day on which it no longer does."""
        starts_on, ends_before = self.day("from"), self.day_or_none("to")
        if ends_before is not None and ends_before <= starts_on and starts_on != _NO_DAY:
            self.refuse("to", f"{ends_before} is not after {starts_on}, the day it begins")
        return starts_on, ends_before

    def number(self, column: str, lowest: Decimal, highest: Decimal, places: int) -> Decimal:
        """A number within a range, with so many figures after the point at most."""
        text = self.texts[column]
        if not _NUMBER.fullmatch(text):
            self.refuse(column, f'"{text}" is not a number written like 1234.56')
            return lowest
        found = Decimal(text)
        if not lowest <= found <= highest:
            self.refuse(column, f"{text} is outside {lowest} to {highest}")
        if -int(found.as_tuple().exponent) > places:
            self.refuse(column, f"{text} has more than {places} figures after the point")
        return found

    def whole(self, column: str, lowest: int, highest: int) -> int:
        """A whole number within a range."""
        return int(self.number(column, Decimal(lowest), Decimal(highest), 0))

    def one_of(self, column: str, choices: type[Choice]) -> Choice:
        """One of the words that the column may hold."""
        text = self.texts[column]
        known = [choice.value for choice in choices]
        if text not in known:
            self.refuse(column, f'"{text}" is none of {", ".join(known)}')
            return next(iter(choices))
        return choices(text)

    def some_of(self, column: str, choices: type[Choice]) -> frozenset[Choice]:
        """Several of the words that the column may hold, a space between each and the next."""
        known = [choice.value for choice in choices]
        named = self.texts[column].split()
        for text in named:
            if text not in known:
                self.refuse(column, f'"{text}" is none of {", ".join(known)}')
        return frozenset(choices(text) for text in named if text in known)
