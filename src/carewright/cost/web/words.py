"""Turns of phrase of the cost pages: years, large sums and rises."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _

from carewright.ui.formats import MINUS, percent, pounds
from carewright_engine.values.money import rounded_ratio

_MILLION: Final = 100_000_000
_COUNTED: Final = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
)  # fmt: skip


def year_named(first: int) -> str:
    """2026/27."""
    return f"{first}/{(first + 1) % 100:02d}"


def large(pence: int) -> str:
    """£14m, £1.84m, £920,000: as a sentence says a large sum."""
    if abs(pence) < _MILLION:
        return pounds(pence, whole=True)
    hundredths = rounded_ratio(abs(pence), _MILLION // 100)
    figure = f"{Decimal(hundredths) / 100:,.2f}".rstrip("0").rstrip(".")
    return f"{MINUS if pence < 0 else ''}£{figure}m"


def rise(share: Decimal) -> str:
    """2.78%, 9.8%, 3%."""
    figure = percent(share, 2).removesuffix("%")
    return f"{figure.rstrip('0').rstrip('.') if '.' in figure else figure}%"


def first_upper(words: str) -> str:
    """The words with a capital first, and NHS left as it is."""
    return words[:1].upper() + words[1:]


def in_words(how_many: int) -> str:
    """Five, as a sentence says it."""
    return _COUNTED[how_many] if how_many < len(_COUNTED) else str(how_many)


def solved_sentence(first: int, total: int, years: int, growth: Decimal) -> str:
    """£14m in the first year comes to £74m over five at 2.78% a year."""
    return _("%(first)s in the first year comes to %(total)s over %(years)s at %(rise)s a year") % {
        "first": large(first), "total": large(total), "years": in_words(years),
        "rise": rise(growth),
    }  # fmt: skip
