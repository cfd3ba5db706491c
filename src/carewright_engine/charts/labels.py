"""Labels that keep out of each other's way.

A label that finds no free place is left out: its figure is in the table, and two words printed
over one another are worse than one word fewer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from carewright_engine.charts.svg import Anchor, line, words
from carewright_engine.charts.text import FALL, RISE, SIZE, width

_AIR: Final = 2.0
_DIAGONAL: Final = 0.75


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        return (
            self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )

    def grown(self, by: float) -> Box:
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words that want to stand beside a mark."""

    x: float
    y: float
    text: str
    look: str = ""
    reach: float = 6.0
    """How far the mark reaches from its middle."""
    bold: bool = False
    is_above: bool = False
    """Above the mark rather than beside it, if it can choose."""
    may_stand_off: bool = True
    """Farther from the mark, with a fine line to it, where there is no room close by."""
    has_leader: bool = True
    elsewhere: tuple[tuple[float, float], ...] = ()
    """Other spots that the words may stand at as well, such as along a line."""


def text_box(x: float, y: float, text: str, anchor: Anchor, *, bold: bool = False) -> Box:
    """The room that words on a baseline take."""
    wide = width(text, bold=bold)
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    return Box(left, y - RISE, left + wide, y + FALL)


def around(x: float, y: float, reach: float) -> Box:
    return Box(x - reach, y - reach, x + reach, y + reach)


def placed(labels: Iterable[Wanted], *, within: Box, taken: Iterable[Box] = ()) -> tuple[str, ...]:
    """The labels, first come first served, each where it touches nothing that is already there."""
    marks: list[str] = []
    obstacles = list(taken)
    for label in labels:
        for x, y, anchor, far in _places(label):
            box = text_box(x, y, label.text, anchor, bold=label.bold)
            if within.holds(box) and not any(map(box.grown(_AIR).overlaps, obstacles)):
                obstacles.append(box)
                if far and label.has_leader:
                    marks.append(_leader(label, box))
                marks.append(words(x, y, label.text, label.look, anchor))
                break
    return tuple(marks)


def spread_apart(
    wanted: Sequence[float], gap: float, *, low: float, high: float
) -> tuple[float, ...]:
    """Heights as near as can be to those wanted, at least a gap apart, between low and high.

    Neighbours that crowd each other move as one block, each block centred on what its members want.
    """
    order = sorted(range(len(wanted)), key=lambda index: (wanted[index], index))
    blocks: list[tuple[float, list[int]]] = []
    for index in order:
        blocks.append((wanted[index], [index]))
        while len(blocks) > 1 and _crowded(blocks[-2], blocks[-1], gap):
            _, later = blocks.pop()
            _, earlier = blocks.pop()
            blocks.append(_block(earlier + later, wanted, gap))
    flat = {
        index: start + gap * place
        for start, members in ((_first(block, gap), block[1]) for block in blocks)
        for place, index in enumerate(members)
    }
    return _held([flat[index] for index in range(len(wanted))], order, gap, low, high)


def _block(members: list[int], wanted: Sequence[float], gap: float) -> tuple[float, list[int]]:
    starts = [wanted[index] - gap * place for place, index in enumerate(members)]
    return sum(starts) / len(starts) + gap * (len(members) - 1) / 2, members


def _first(block: tuple[float, list[int]], gap: float) -> float:
    return block[0] - gap * (len(block[1]) - 1) / 2


def _crowded(one: tuple[float, list[int]], other: tuple[float, list[int]], gap: float) -> bool:
    return _first(other, gap) - (_first(one, gap) + gap * (len(one[1]) - 1)) < gap


def _held(
    heights: list[float], order: list[int], gap: float, low: float, high: float
) -> tuple[float, ...]:
    """Pushes down from the top edge, then up from the bottom edge."""
    floor = low
    for index in order:
        heights[index] = max(heights[index], floor)
        floor = heights[index] + gap
    ceiling = high
    for index in reversed(order):
        heights[index] = min(heights[index], ceiling)
        ceiling = heights[index] - gap
    return tuple(heights)


def _places(label: Wanted) -> Iterable[tuple[float, float, Anchor, bool]]:
    """Beside the mark or above it first, then the corners, then farther off with a line."""
    for x, y in ((label.x, label.y), *label.elsewhere):
        spot = replace(label, x=x, y=y)
        near, far = _upright_places(spot, 0.0), _beside(spot)
        first = (*near, *far) if label.is_above else (*far, *near)
        yield from ((*place, False) for place in (*first, *_corners(spot, 0.0)))
    for step in (12.0, 24.0, 40.0) if label.may_stand_off else ():
        beside = () if label.has_leader else _beside(replace(label, reach=label.reach + step))
        for place in (*beside, *_upright_places(label, step), *_corners(label, step)):
            yield *place, True


def _beside(label: Wanted) -> tuple[tuple[float, float, Anchor], ...]:
    off, y = label.reach + 5, label.y + SIZE * 0.35
    return (label.x + off, y, "start"), (label.x - off, y, "end")


def _upright_places(label: Wanted, step: float) -> tuple[tuple[float, float, Anchor], ...]:
    off = label.reach + 5 + step
    return (label.x, label.y - off + 1, "middle"), (label.x, label.y + off + 9, "middle")


def _corners(label: Wanted, step: float) -> tuple[tuple[float, float, Anchor], ...]:
    slant = (label.reach + 5 + step) * _DIAGONAL
    high, low = label.y - slant + 1, label.y + slant + 9
    return (
        (label.x + slant, high, "start"),
        (label.x - slant, high, "end"),
        (label.x + slant, low, "start"),
        (label.x - slant, low, "end"),
    )


def _leader(label: Wanted, box: Box) -> str:
    """A fine line from the mark to the nearest edge of its words."""
    x = min(max(label.x, box.left), box.right)
    y = box.bottom if box.bottom < label.y else box.top
    return line(label.x, label.y, x, y, "leader")
