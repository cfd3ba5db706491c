"""Columns of blocks: a block for each dated duty, so that a heavy week is seen as it builds up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from carewright_engine.charts.bars import Bar, drawn_bars
from carewright_engine.charts.picture import (
    PUBLIC,
    Caption,
    ChartTable,
    Picture,
    Tone,
    Width,
    picture,
)
from carewright_engine.charts.scales import Unit
from carewright_engine.charts.svg import Drawing, line, paragraph, rect, words
from carewright_engine.charts.text import LINE, width, wrapped

_BLOCK: Final = 7.0
_PITCH: Final = 9.0
_SLOT_AT_MOST: Final = 96.0
#: A taller pile would leave the page; then bars say the same.
_HIGHEST: Final = 30
PEAK: Final[Tone] = "cat-2"


@dataclass(frozen=True, slots=True)
class Pile:
    """One column: "23 Nov", five blocks; a peak has words that say why it stands out."""

    name: str
    blocks: int
    peak: str = ""


def blocks(
    caption: Caption,
    piles: Sequence[Pile],
    *,
    rows_are: str = "Week beginning",
    figures_are: str = "Duties",
    wide: Width = 1000,
) -> Picture:
    """A column of blocks for each; where they do not fit, bars that say the same."""
    table = ChartTable(
        (rows_are, figures_are), tuple((each.name, each.blocks) for each in piles), (Unit(), Unit())
    )

    def draw(size: float) -> Drawing:
        if _fits(piles, size):
            return _drawn(piles, size)
        return drawn_bars([Bar(p.name, p.blocks, _tone(p)) for p in piles], Unit(), size, ())

    return picture(caption, table, draw, wide=wide, is_empty=not any(p.blocks for p in piles))


def _drawn(piles: Sequence[Pile], size: float) -> Drawing:
    slot = min(size / len(piles), _SLOT_AT_MOST)
    said = 1 if any(pile.peak for pile in piles) else 0
    base = LINE * (1 + said) + _PITCH * max(pile.blocks for pile in piles) + 6
    marks: list[str] = []
    for place, pile in enumerate(piles):
        marks += _pile(pile, slot * (place + 0.5), min(slot * 0.3, 14.0), base)
        marks += paragraph(slot * (place + 0.5), base + 19, [pile.name], "", "middle")
        if pile.peak:
            marks.append(_peak(pile, slot * (place + 0.5), base, size))
    marks.append(line(0, base, slot * len(piles), base, "axis"))
    return Drawing(size, base + 8 + LINE, tuple(marks))


def _pile(pile: Pile, middle: float, wide: float, base: float) -> list[str]:
    marks = [
        rect(middle - wide / 2, base - _PITCH * (n + 1), wide, _BLOCK, _tone(pile))
        for n in range(pile.blocks)
    ]
    if pile.blocks:
        marks.append(words(middle, _top(pile, base), str(pile.blocks), "strong", "middle"))
    return marks


def _peak(pile: Pile, middle: float, base: float, size: float) -> str:
    half = width(pile.peak, bold=True) / 2 + 1
    x = min(max(middle, half), size - half)
    return words(x, _top(pile, base) - LINE, pile.peak, "strong", "middle")


def _top(pile: Pile, base: float) -> float:
    return base - _PITCH * pile.blocks - 6


def _tone(pile: Pile) -> Tone:
    return PEAK if pile.peak else PUBLIC


def _fits(piles: Sequence[Pile], size: float) -> bool:
    slot = min(size / max(len(piles), 1), _SLOT_AT_MOST)
    whole = all(len(wrapped(pile.name, slot - 4, lines=2)) == 1 for pile in piles)
    return whole and max((pile.blocks for pile in piles), default=0) <= _HIGHEST
