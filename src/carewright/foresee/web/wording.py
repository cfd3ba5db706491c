"""Turns of phrase of a projection: how figures are rounded, and what each finding says."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log10
from typing import Final

from carewright.ui.formats import MINUS, number


@dataclass(frozen=True, slots=True)
class Support:
    """A kind of support as a page speaks of it."""

    name: str  # Home care
    column: str  # Hours
    many: str  # hours of home care a week
    short: str  # hours a week
    chart: str  # Hours of home care in one week
    dots: str  # one counted week in each financial year


SUPPORTS: Final = {
    "care_at_home": Support(
        "Home care", "Hours", "hours of home care a week", "hours a week",
        "Hours of home care in one week", "one counted week in each financial year",
    ),
    "care_home": Support(
        "Care homes", "Places", "places in care homes", "places",
        "Places in care homes", "people counted in each financial year",
    ),
}  # fmt: skip

STANDINGS: Final = {
    "published": "Published",
    "fitted": "Fitted to published figures",
    "derived": "Derived from published figures",
    "borrowed": "Borrowed from elsewhere",
    "local": "Local evaluation",
    "judgement": "Judgement; evidence needed",
    "practice": "Practice figure; evidence needed",
}
#: Keeps a sign on the line of its pounds, where a telephone has little room; takes none itself.
JOINER: Final = "\N{WORD JOINER}"
#: So many letters of a scenario's name find room beside its line.
SHORT_NAME: Final = 26


def step_for(largest: float) -> int:
    """To what figures are rounded where the largest is this: three of its digits are kept."""
    return int(10 ** max(floor(log10(abs(largest))) - 2, 0)) if abs(largest) >= 1 else 1


def rounded(value: float, step: int) -> int:
    """The nearest whole step, halves up."""
    return floor(value / step + 0.5) * step


def about(value: float) -> str:
    """Two digits, as a sentence says it: 49,632 is about 50,000."""
    step = int(10 ** max(floor(log10(abs(value))) - 1, 0)) if abs(value) >= 1 else 1
    return number(rounded(value, step))


def signed(value: int) -> str:
    """+4,900 or −4,000; nothing is 0."""
    return f"+{number(value)}" if value > 0 else number(value)


def change(before: float, after: float) -> str:
    """+38%; a dash where there was nothing to begin with."""
    if before <= 0:
        return "–"
    share = round(100 * (after / before - 1))
    return f"+{share}%" if share > 0 else f"{MINUS}{-share}%" if share < 0 else "0%"


def chance(share: float) -> str:
    """'83 in 100'; what is not certain is never rounded to all or nothing."""
    if 0 < share < 0.01:
        return "fewer than 1 in 100"
    if 0.99 < share < 1:
        return "more than 99 in 100"
    return f"{round(100 * share)} in 100"


def money(pounds: float) -> str:
    """£5.1 million, £412,000 or £950."""
    sign, amount = (f"{MINUS}{JOINER}" if pounds < 0 else ""), abs(pounds)
    if amount >= 999_500:
        return f"{sign}£{number(amount / 1_000_000, 1)} million"
    return f"{sign}£{number(rounded(amount, step_for(amount)))}"


def more_money(pounds: float) -> str:
    """A difference: +£5.1 million or −£412,000."""
    return f"+{JOINER}{money(pounds)}" if pounds > 0 else money(pounds)


def band_in_words(band: str) -> str:
    """'18-64' is '18 to 64', '85+' is '85 and over'."""
    return band.replace("-", " to ").replace("–", " to ").replace("+", " and over")


def short_name(name: str) -> str:
    """A scenario's name where there is little room: as many whole words as fit."""
    if len(name) <= SHORT_NAME:
        return name
    words = name[:SHORT_NAME].rpartition(" ")[0] or name[: SHORT_NAME - 1]
    return f"{words.rstrip(' ,;:')}…"
