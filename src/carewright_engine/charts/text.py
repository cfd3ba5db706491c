"""How wide words are, so that no label overlaps or is cut off.

The figures are the advance widths of Atkinson Hyperlegible Next, the face of every page, in
thousandths of the font size. Digits count as tabular. Arial, which stands in where a saved file is
opened without the face, comes within a fortieth of them.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

SIZE: Final = 14.0
"""All words in charts are 14 px, on a telephone too."""

LINE: Final = 18.0
"""From one line of words to the next."""

RISE: Final = 11.0
"""From the baseline to the top of a capital, with a hair of air."""

FALL: Final = 3.5
"""From the baseline to the foot of a g."""

ELLIPSIS: Final = "…"

# From space (32) to tilde (126), regular and bold.
_REGULAR: Final = (
    *(280, 286, 301, 651, 592, 919, 731, 160, 299, 299, 485, 606, 210, 362, 210, 387),
    *(648, 632, 632, 632, 632, 632, 632, 632, 632, 632, 210, 210, 553, 628, 553, 480),
    *(778, 626, 613, 645, 669, 569, 552, 694, 694, 392, 512, 631, 541, 824, 693, 714),
    *(592, 724, 614, 592, 558, 690, 593, 856, 623, 575, 607, 317, 387, 344, 552, 372),
    *(243, 525, 566, 485, 564, 538, 314, 558, 550, 252, 245, 492, 262, 845, 550, 548),
    *(566, 574, 349, 471, 326, 540, 461, 684, 481, 449, 460, 344, 237, 344, 555),
)
_BOLD: Final = (
    *(312, 303, 390, 765, 610, 969, 725, 210, 335, 335, 485, 595, 271, 373, 272, 440),
    *(659, 632, 632, 632, 632, 632, 632, 632, 632, 632, 272, 272, 569, 612, 569, 547),
    *(781, 678, 643, 658, 688, 597, 566, 718, 701, 424, 561, 663, 552, 858, 717, 746),
    *(629, 756, 650, 610, 607, 686, 644, 886, 685, 650, 618, 340, 440, 344, 582, 400),
    *(288, 552, 596, 510, 596, 563, 365, 593, 571, 300, 259, 555, 318, 882, 571, 576),
    *(596, 599, 376, 508, 376, 567, 530, 740, 539, 521, 505, 381, 254, 381, 537),
)
_BEYOND_ASCII: Final = {
    **{"£": 634, "€": 678, "–": 504, "—": 832, "‘": 269, "’": 269, "“": 479, "”": 479},
    **{"…": 780, "−": 606, "×": 536, "·": 294, "•": 438, "½": 852, "°": 394, "±": 611},
}
_UNLISTED: Final = 760  # wider than nearly every Latin letter
_IDEOGRAPH: Final = 1100  # emoji and East Asian writing


def plain(text: object) -> str:
    """One line of words that XML can hold: no control characters, runs of white space made one."""
    kept = (character if _may_stand_in_xml(character) else " " for character in str(text))
    return " ".join("".join(kept).split())


def width(text: str, *, bold: bool = False) -> float:
    """How many pixels the words take at 14 px."""
    return sum(_advance(character, bold) for character in text) * SIZE / 1000


def fits(text: str, room: float, *, bold: bool = False) -> bool:
    return width(text, bold=bold) <= room + 0.05  # sums of widths carry rounding


def shortened(text: str, room: float, *, bold: bool = False) -> str:
    """The words, or as many of them as fit, with an ellipsis where some are left out."""
    if fits(text, room, bold=bold):
        return text
    kept = text
    while kept and not fits(kept.rstrip() + ELLIPSIS, room, bold=bold):
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS if kept or fits(ELLIPSIS, room, bold=bold) else ""


def wrapped(text: str, room: float, *, lines: int = 3, bold: bool = False) -> tuple[str, ...]:
    """The words over at most so many lines; a word too long for a line is broken."""
    done: list[str] = []
    rest = text
    while rest and len(done) < lines - 1 and not fits(rest, room, bold=bold):
        head = _first_line(rest, room, bold)
        done.append(head.rstrip())
        rest = rest[len(head) :].lstrip()
    return (*done, shortened(rest, room, bold=bold)) if rest or not done else tuple(done)


def widest(lines: tuple[str, ...] | list[str], *, bold: bool = False) -> float:
    return max((width(line, bold=bold) for line in lines), default=0.0)


def _first_line(text: str, room: float, bold: bool) -> str:
    taken = 1
    while taken < len(text) and fits(text[: taken + 1], room, bold=bold):
        taken += 1
    space = text.rfind(" ", 0, taken + 1)
    return text[:space] if space > 0 else text[:taken]


@lru_cache(maxsize=4096)
def _advance(character: str, bold: bool) -> int:
    code = ord(character)
    if 32 <= code <= 126:
        return (_BOLD if bold else _REGULAR)[code - 32]
    if character in _BEYOND_ASCII:
        return _BEYOND_ASCII[character]
    if unicodedata.combining(character):
        return 0
    # An accented letter is as wide as the letter under the accent.
    base = unicodedata.normalize("NFD", character)[0]
    if 32 <= ord(base) <= 126:
        return _advance(base, bold)
    is_wide = unicodedata.east_asian_width(character) in "WF" or code > 0xFFFF
    return _IDEOGRAPH if is_wide else _UNLISTED


def _may_stand_in_xml(character: str) -> bool:
    code = ord(character)
    return not (
        code < 32 or 127 <= code < 160 or 0xD800 <= code <= 0xDFFF or code & 0xFFFE == 0xFFFE
    )
