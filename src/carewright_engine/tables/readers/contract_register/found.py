"""What one cell of a register yields: values, or why there is none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from carewright_engine.tables.gaps import Absence, Gap

Value = str | int | float | bool | date | None

NOT_KNOWN: Final = re.compile(
    r"[-–—?.]+|tb[acd]|to be (?:confirmed|agreed|determined|advised|decided)|#?n/?\.?a\.?|"
    r"not (?:applicable|known|stated|available|specified)|unknown|null|#ref!|#value!"
)
SEVERAL: Final = re.compile(
    r"(?:various|multiple|several)(?: (?:providers?|suppliers?|contractors?|organisations?|"
    r"companies|firms|lots?|dates?|values?|amounts?|rates?))?"
)
NO_END: Final = re.compile(
    r"rolling(?: .*)?|(?:annual|yearly|monthly) rolling.*|on-? ?going|open[- ]?ended|perpetual|"
    r"no (?:end|expiry)(?: date)?|indefinite(?:ly)?|evergreen|until (?:further notice|terminated)|"
    r"\d{1,2}[/.-]\d{1,2}[/.-](?:2999|9999)|(?:2999|9999)-\d{2}-\d{2}.*"
)


#: No way of saying nothing is longer.
MOST_LETTERS: Final = 60


@dataclass(frozen=True, slots=True)
class Found:
    """Values by canonical column; with a gap there are none, or not all."""

    values: Mapping[str, Value]
    gap: Gap | None = None


def missing(absence: Absence, text: str = "") -> Found:
    """No value, and why."""
    return Found({}, Gap(absence, text))


def says_nothing(text: str) -> Gap | None:
    """'TBC', 'N/A', a dash or 'Various' where a value should stand: no value, and no mistake."""
    if len(text) > MOST_LETTERS:
        return None
    plain = text.strip().lower()
    if NOT_KNOWN.fullmatch(plain):
        return Gap(Absence.NOT_KNOWN, text)
    if SEVERAL.fullmatch(plain):
        return Gap(Absence.SEVERAL, text)
    return None


def first_said(text: str, words: tuple[tuple[str, str], ...]) -> str | None:
    """What the first pattern found in a text stands for."""
    plain = text.lower()
    return next((meaning for found, meaning in _compiled(words) if found.search(plain)), None)


@cache
def _compiled(words: tuple[tuple[str, str], ...]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), meaning) for pattern, meaning in words)
