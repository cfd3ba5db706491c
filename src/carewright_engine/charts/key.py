"""A key says once what a tone stands for, where the same tones come back again and again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from carewright_engine.charts.picture import KeyItem
from carewright_engine.charts.svg import circle, diamond, line, rect, words
from carewright_engine.charts.text import plain, shortened, width

_ROW: Final = 24.0
_MARK: Final = 20.0
_BETWEEN: Final = 18.0


@dataclass(frozen=True, slots=True)
class DrawnKey:
    """The key's marks and the height it takes from the top of the figure."""

    height: float
    marks: tuple[str, ...]


def drawn_key(items: Sequence[KeyItem], room: float, *, top: float = 0.0) -> DrawnKey:
    """Items side by side, in as many rows as they need."""
    marks: list[str] = []
    x, y = 0.0, top
    for item in items:
        label = shortened(plain(item.words), room - _MARK)
        needed = _MARK + width(label)
        if x and x + needed > room:
            x, y = 0.0, y + _ROW
        marks += [_mark(item, x, y), words(x + _MARK, y + 14, label)]
        x += needed + _BETWEEN
    return DrawnKey(y - top + _ROW + 6 if items else 0.0, tuple(marks))


def _mark(item: KeyItem, x: float, y: float) -> str:
    middle = y + 9.5
    if item.mark == "circle":
        return circle(x + 7, middle, 6, item.tone)
    if item.mark == "diamond":
        return diamond(x + 7, middle, 7, item.tone)
    if item.mark == "square":
        return rect(x + 1, middle - 6, 12, 12, item.tone)
    if item.mark == "level":
        return line(x, middle, x + 14, middle, item.tone)
    dashes = " dashes" if item.mark == "dashes" else ""
    return line(x + 1.5, middle, x + 14, middle, f"line line-{item.tone}{dashes}")
