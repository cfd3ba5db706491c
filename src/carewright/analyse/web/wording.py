"""Turns of phrase that several parts of the page share: counts, days, names of columns."""

from __future__ import annotations

from datetime import date
from typing import Final

from carewright.ui.formats import calendar
from carewright_engine.provision.answers import Value, shown
from carewright_engine.provision.kinds_of_care import KIND_BY_KEY, name_of
from carewright_engine.provision.questions import Question
from carewright_engine.provision.words import listed

RUN_BY: Final = {
    "publicly_run": "Publicly run",
    "private": "Private",
    "voluntary": "Voluntary",
    "not_said": "Not said",
}
KINDS_OF_AREA: Final = {
    "council": "council",
    "integration_authority": "integration authority",
    "health_board": "health board",
    "country": "nation",
    "locality": "locality",
    "intermediate_zone": "locality",
}
ALL_KINDS: Final = "Every kind of care, side by side"
#: Rates below this are told with a decimal, as 3.4 and 2.6 both sound like 3.
TOLD_WHOLE_FROM: Final = 20


def kind_in_words(question: Question) -> str:
    """'Care homes for older people'."""
    if question.kind is None:
        return ALL_KINDS
    return name_of(KIND_BY_KEY[question.kind], question.care_group)


def sentence(words: str) -> str:
    """Words with a capital letter and a full stop."""
    return words[:1].upper() + words[1:].rstrip(".") + "." if words else ""


def capital(words: str) -> str:
    """Words with a capital letter."""
    return words[:1].upper() + words[1:]


def number(value: Value) -> float | None:
    """The value if it is a number."""
    return float(value) if isinstance(value, int | float) else None


def count(value: Value) -> int:
    """A count of a table; nothing stated counts as none."""
    return int(value) if isinstance(value, int | float) else 0


def plain_number(value: Value, decimals: int = 1) -> str:
    """39.5 and 40: a decimal only where it says something."""
    found = number(value)
    if found is None:
        return "Not known"
    return shown(found, "", 0 if round(found, decimals) == int(found) else decimals)


def whole(value: Value) -> str:
    """2,334, whatever stands behind the point."""
    return shown(value, "", 0)


def share(value: Value, decimals: int = 0) -> str:
    """96%, or 11.3% where tenths tell."""
    return shown(value, "share", decimals)


def nearly(value: Value) -> str:
    """A share that is not all of them is never rounded up to all, nor one that is some to none."""
    found = number(value)
    if found is None or found in (0, 1):
        return share(value)
    return ">99%" if found >= 0.995 else "<1%" if found < 0.005 else share(found)


def rate(value: Value) -> str:
    """85 of a large rate, 3.4 of a small one."""
    found = number(value)
    return shown(value, "", 0 if found is not None and found >= TOLD_WHOLE_FROM else 1)


def written_day(iso: Value) -> str:
    """31 March 2022."""
    try:
        return calendar().day(date.fromisoformat(str(iso)))
    except ValueError:
        return str(iso)


def year_of(iso: Value) -> str:
    """2022."""
    return str(iso)[:4]


def years_between(earlier: Value, later: Value) -> str:
    """'three years'."""
    names = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    years = int(year_of(later)) - int(year_of(earlier))
    said = names[years] if 0 < years < len(names) else str(years)
    return f"{said} year{'' if years == 1 else 's'}"


def column_words(name: str) -> str:
    """A column's name as people say it."""
    return _COLUMNS.get(name) or capital(name.replace("_", " "))


_COLUMNS: Final = {
    "run_by": "Run by",
    "share_of_places": "Share of places",
    "median_size": "Median size",
    "staff_wte": "Staff (whole-time equivalent)",
    "staff_known": "State their staff",
    "care_group": "For whom",
    "main_area_of_care": "Main area of care",
    "as_at": "True on",
    "hhi": "Concentration (HHI)",
    "hhi_group": "Concentration (HHI)",
    "good_share": "Graded 4 or better",
    "half_within_km": "Half within, km",
    "services_here": "Services here",
    "data_zone": "Data zone",
    "nearest_km": "Nearest, km",
    "nearest_good_km": "Nearest graded 4 or better, km",
    "lower_998": "Lower limit, 99.8 in 100",
    "lower_95": "Lower limit, 95 in 100",
    "upper_95": "Upper limit, 95 in 100",
    "upper_998": "Upper limit, 99.8 in 100",
    **RUN_BY,
}

__all__ = [
    "ALL_KINDS",
    "KINDS_OF_AREA",
    "RUN_BY",
    "capital",
    "column_words",
    "count",
    "kind_in_words",
    "listed",
    "nearly",
    "number",
    "plain_number",
    "rate",
    "sentence",
    "share",
    "whole",
    "written_day",
    "year_of",
    "years_between",
]
