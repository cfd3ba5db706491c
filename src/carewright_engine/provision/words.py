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


def share_of(part: float, one: str, many: str) -> str:
    """'Six homes in seven are', 'One home in three is', 'Under half of homes are', 'No home is'."""
    if part in (0, 1):
        return f"All {many} are" if part else f"No {one} is"
    for limit, words in ((0.4, ""), (0.48, "Under half"), (0.52, "About half"), (0.6, "Over half")):
        if words and part <= limit:
            return f"{words} of {many} are"
        if part < limit:
            break
    count, whole = about_one_in(part).split(" in ")
    noun, verb = (one, "is") if count == "one" else (many, "are")
    return f"{count.capitalize()} {noun} in {whole} {verb}"


def counted(number: int, one: str, many: str) -> str:
    """'1 home', '71 homes'."""
    return f"{number:,} {one if number == 1 else many}"


def listed(parts: list[str]) -> str:
    """'a, b and c'."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
