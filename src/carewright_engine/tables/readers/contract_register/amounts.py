"""Amounts of money, prices of a unit, and lengths of time, as people type them into a register."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from carewright_engine.tables.gaps import Absence
from carewright_engine.tables.readers.contract_register.found import (
    Found,
    first_said,
    missing,
    says_nothing,
)
from carewright_engine.values.money import MOST_A_UNIT

#: A sum, a price or a span takes no more letters; a longer cell is kept unread, not searched.
MOST_LETTERS: Final = 300
MOST_PENCE: Final = 10**13  # a hundred thousand million pounds: no council's contract is larger
_AMOUNT: Final = (
    r"(?:£|gbp)?\s*([0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,13})(\.[0-9]{1,9})?"
    r"\s*(bn|billion|m|million|k|thousand)?"
)
_ABOUT: Final = (
    r"(?:(?:approx(?:imately|\.)?|about|circa|c\.?|est(?:imated|\.)?|up to|max(?:imum)?(?: of)?)"
    r"\s*)?"
)
_YEARLY: Final = r"(?:per annum|p\.?\s?a\.?|per year|a year|annually|/\s?y(?:ea)?r)"
_TAX: Final = r"[(]?(?:excl?\.?|excluding|inc\.?|incl\.?|including|plus|\+)\s*vat[)]?"
MONEY: Final = re.compile(
    rf"{_ABOUT}{_AMOUNT}(?:\s*(?:-|–|to)\s*{_AMOUNT})?\s*({_YEARLY})?\s*(?:{_TAX})?"
)
#: Accountants write what is taken off in brackets: it is no price.
BRACKETED: Final = re.compile(r"[(]\s*£?\s*[0-9][0-9,.]*\s*[)]")
TIMES: Final = {"bn": 9, "billion": 9, "m": 6, "million": 6, "k": 3, "thousand": 3}
ONE_AMOUNT: Final = re.compile(_AMOUNT)
UNITS: Final = (
    (r"visit", "visit"),
    (r"hour|\bhrs?\b|/h\b|\bp/?h\b", "hour"),
    (r"session", "session"),
    (r"night|sleep", "night"),
    (r"week|\bp/?w\b", "week"),
    (r"\bday|daily", "day"),
    (r"one.?off|lump sum|fixed sum", "one_off"),
)
DAYS_IN: Final = {"day": 1, "week": 7, "month": 30, "year": 365}
MONTHS_IN: Final = {"day": 12 / 365, "week": 84 / 365, "month": 1.0, "year": 12.0}
MOST_DAYS: Final = 36_500  # a hundred years: no notice and no contract is longer
SPAN: Final = re.compile(
    r"(?:min(?:imum)?\.? )?(\d{1,6}(?:\.\d{1,9})?)\s*(?:calendar |working )?"
    r"(d(?:ay)?s?|w(?:ee)?ks?|m(?:on)?ths?|y(?:ea)?rs?)\b['’]?s?"
    r"(?: (?:written )?notice)?(?: (?:either|any) side| in writing)?"
)


def money(column: str, text: str) -> Found:
    """Pence, and the top of a range; 'up to' a sum is that sum, the most that may be paid."""
    if gap := says_nothing(text):
        return Found({}, gap)
    if len(text) > MOST_LETTERS:
        return missing(Absence.UNREAD, text)
    plain = " ".join(text.lower().split())
    if plain in ("nil", "none", "free"):
        return Found({f"{column}_pence": 0})
    found = MONEY.fullmatch(plain)
    if not found or (found[7] and column == "total"):
        return missing(Absence.UNREAD, text)
    low, high = _pence(*found.group(1, 2, 3)), found[4] and _pence(*found.group(4, 5, 6))
    if low > MOST_PENCE or (high and not low <= high <= MOST_PENCE):
        return missing(Absence.UNREAD, text)
    return Found({f"{column}_pence": low, **({f"{column}_to_pence": high} if high else {})})


def _pence(whole: str, part: str | None, times: str | None) -> int:
    pounds = Decimal(whole.replace(",", "") + (part or ""))
    pence = pounds * 10 ** (TIMES.get(times or "", 0) + 2)
    return int(pence.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def price(text: str, header: str) -> Found:
    """'£21.50 per hour', or 21.50 under a header that says of what."""
    if gap := says_nothing(text):
        return Found({}, gap)
    if len(text) > MOST_LETTERS:
        return missing(Absence.UNREAD, text)
    amounts = ONE_AMOUNT.findall(re.sub(r"\d+\s*-?\s*min\w*", "", text.lower()))
    if len(amounts) != 1 or "-" in text or BRACKETED.search(text):
        return missing(Absence.UNREAD, text)
    pence = _pence(*amounts[0])
    if pence > MOST_A_UNIT:
        return missing(Absence.UNREAD, text)
    unit = unit_of(text) or unit_of(header)
    return Found({"price_pence": pence, **(unit or {})})


def unit_of(text: str) -> dict[str, str | int] | None:
    """The unit that words name, and the minutes of a visit."""
    unit = first_said(text.replace("_", " "), UNITS)
    if unit is None:
        return None
    minutes = re.search(r"(?<!\d)(\d{1,3})\s*-?\s*min", text.lower())
    return {"price_unit": unit, **({"price_minutes": int(minutes[1])} if minutes else {})}


def price_unit(text: str) -> Found:
    """A cell that names the unit alone."""
    if gap := says_nothing(text):
        return Found({}, gap)
    unit = unit_of(text)
    return Found(unit) if unit else missing(Absence.OTHER, text)


def notice(column: str, text: str, header: str) -> Found:
    """Days of notice; a month is counted as thirty days, a year as 365."""
    span = _span(text, header)
    if isinstance(span, Found):
        return span
    size, unit = span
    return Found({f"{column}_days": round(size * DAYS_IN[unit])})


def months(column: str, text: str, header: str) -> Found:
    """A length in months."""
    span = _span(text, header)
    if isinstance(span, Found):
        return span
    size, unit = span
    return Found({column: size * MONTHS_IN[unit]})


def _span(text: str, header: str) -> tuple[float, str] | Found:
    """How many of which unit; a bare number counts what the header says it counts."""
    if gap := says_nothing(text):
        return Found({}, gap)
    if len(text) > MOST_LETTERS:
        return missing(Absence.UNREAD, text)
    plain = " ".join(text.lower().split())
    found, named = SPAN.fullmatch(plain), re.search(r"day|week|month|year", header.lower())
    if found:
        size, unit = float(found[1]), _unit(found[2])
    elif named and re.fullmatch(r"\d{1,6}(?:\.\d{1,9})?", plain):
        size, unit = float(plain), named[0]
    else:
        return missing(Absence.UNREAD, text)
    return (size, unit) if size * DAYS_IN[unit] <= MOST_DAYS else missing(Absence.UNREAD, text)


def _unit(word: str) -> str:
    return {"d": "day", "w": "week", "m": "month", "y": "year"}[word[0]]
