"""Numbers as a person would say them."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

_TEN: Final = (
    *("no", "one", "two", "three", "four", "five"),
    *("six", "seven", "eight", "nine", "ten"),
)


def count_in_words(number: int) -> str:
    """'six' up to ten; figures beyond."""
    return _TEN[number] if 0 <= number < len(_TEN) else f"{number:,}"


def about_one_in(part: float) -> str:
    """'six in seven': the simplest fraction of at most ten parts, within 2 in 100."""
    closest = Fraction(part).limit_denominator(10)
    for parts in range(1, 11):
        simple = Fraction(round(part * parts), parts)
        if abs(float(simple) - part) <= 0.02 and 0 < simple < 1:
            closest = simple
            break
    if closest in (0, 1) or abs(float(closest) - part) > 0.02:
        return f"{part * 100:.0f} in 100"
    return f"{count_in_words(closest.numerator)} in {count_in_words(closest.denominator)}"


def share_in_words(part: float) -> str:
    """'Under half', 'About half', 'Over half', 'All', 'None', else a plain fraction."""
    if part in (0, 1):
        return "All" if part else "None"
    if 0.48 <= part <= 0.52:
        return "About half"
    if 0.4 <= part < 0.48:
        return "Under half"
    if 0.52 < part <= 0.6:
        return "Over half"
    return about_one_in(part).capitalize()


def listed(parts: list[str]) -> str:
    """'a, b and c'."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
