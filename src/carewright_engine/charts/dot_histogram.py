"""A dot for each home, piled up in bands: the shape of a whole and every one of its parts."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from carewright_engine.charts.axes import Tick, foot
from carewright_engine.charts.key import drawn_key
from carewright_engine.charts.labels import Box, text_box
from carewright_engine.charts.picture import (
    Caption,
    Cell,
    ChartTable,
    KeyItem,
    Picture,
    Width,
    picture,
)
from carewright_engine.charts.scales import Number, Unit, finite, known, round_step
from carewright_engine.charts.stacked_bars import Part
from carewright_engine.charts.svg import Drawing, circle, line, paragraph, words
from carewright_engine.charts.text import LINE, plain, wrapped

_PLOT: Final = 168.0
_PITCH: Final = 12.4
_LEAST_PITCH: Final = 6.0
_BANDS_AT_MOST: Final = 24
_COUNT: Final = Unit()


@dataclass(frozen=True, slots=True)
class Dot:
    """One home: its figure, and which part of the whole it belongs to."""

    value: Number
    part: str


@dataclass(frozen=True, slots=True)
class _Bands:
    """Equal bands; each holds figures from its lower edge up to, not at, the next."""

    first: float
    wide: float
    counts: tuple[tuple[int, ...], ...]
    """For each band, how many of each part."""
    unknown: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Grain:
    """How dots are piled: their distance, how many stand side by side, what each stands for."""

    pitch: float
    across: int
    each: int


def dot_histogram(
    caption: Caption,
    parts: Sequence[Part],
    dots: Sequence[Dot],
    *,
    band: float | None = None,
    unit: Unit | None = None,
    axis: str = "",
    one_is: str = "home",
    many_are: str = "homes",
    wide: Width = 480,
) -> Picture:
    """Dots in bands of equal width, counted from nought."""
    unit = unit or Unit()
    bands = _banded(parts, dots, band)
    key = tuple(KeyItem("circle", part.tone, part.name) for part in parts)
    read = caption.how_to_read or f"One dot is one {one_is}, in bands of {unit.say(bands.wide)}"
    return picture(
        Caption(caption.name, caption.title, caption.description, read),
        _table(parts, bands, unit, axis or "Band"),
        lambda size: _drawn(parts, bands, unit, size, key, axis, many_are),
        wide=wide,
        key=key,
        is_empty=not dots or not parts,
    )


def _drawn(
    parts: Sequence[Part],
    bands: _Bands,
    unit: Unit,
    size: float,
    key: Sequence[KeyItem],
    axis: str,
    many_are: str,
) -> Drawing:
    heading = drawn_key(key, size)
    left, right = 12.0, size - 12.0
    slot = (right - left) / max(len(bands.counts), 1)
    grain = _grain(bands, slot)
    tallest = max((_deep(counts, grain) for counts in bands.counts), default=0)
    base = heading.height + LINE + max(tallest, 2) * grain.pitch + 4
    marks = list(heading.marks)
    for place, counts in enumerate(bands.counts):
        marks += _pile(parts, counts, left + slot * (place + 0.5), base, grain)
    marks += _told(bands, left, slot, base, grain)
    marks += _foot(bands, unit, left, slot, base, size)
    notes = _notes(bands, grain, axis, many_are)
    y = base + 40
    for note in notes:
        lines = wrapped(note, size)
        marks += paragraph(size / 2, y, lines, "quiet", "middle")
        y += LINE * len(lines)
    return Drawing(size, y - LINE + 8, tuple(marks))


def _pile(
    parts: Sequence[Part], counts: tuple[int, ...], middle: float, base: float, grain: _Grain
) -> list[str]:
    tones = [
        part.tone
        for part, count in zip(parts, counts, strict=True)
        for _ in range(math.ceil(count / grain.each))
    ]
    start = middle - (grain.across - 1) * grain.pitch / 2
    return [
        circle(
            start + place % grain.across * grain.pitch,
            base - grain.pitch * (place // grain.across + 0.5) - 3,
            grain.pitch * 0.43,
            tone,
        )
        for place, tone in enumerate(tones)
    ]


def _told(bands: _Bands, left: float, slot: float, base: float, grain: _Grain) -> list[str]:
    """The count over each pile; where piles stand too close, the larger ones speak."""
    marks: list[str] = []
    taken: list[Box] = []
    piles = sorted(enumerate(bands.counts), key=lambda pile: (-sum(pile[1]), pile[0]))
    for place, counts in piles:
        x = left + slot * (place + 0.5)
        y = base - grain.pitch * _deep(counts, grain) - 9
        said = _COUNT.say(sum(counts))
        box = text_box(x, y, said, "middle", bold=True).grown(2)
        if sum(counts) and not any(box.overlaps(other) for other in taken):
            taken.append(box)
            marks.append(words(x, y, said, "strong", "middle"))
    return marks


def _foot(
    bands: _Bands, unit: Unit, left: float, slot: float, base: float, size: float
) -> list[str]:
    edges = range(len(bands.counts) + 1)
    step = max(math.ceil(len(bands.counts) / 6), 1)
    shown = [edge for edge in edges if edge % step == 0]
    ticks = [
        Tick(left + slot * edge, unit.short(bands.first + bands.wide * edge, bands.wide))
        for edge in shown
    ]
    marks = [line(left, base, left + slot * len(bands.counts), base, "axis")]
    marks += [line(tick.x, base, tick.x, base + 5, "axis") for tick in ticks]
    return [*marks, *foot(ticks, base + 20, width_of_figure=size)]


def _notes(bands: _Bands, grain: _Grain, axis: str, many_are: str) -> list[str]:
    unknown = sum(bands.unknown)
    return [
        note
        for note in (
            plain(axis),
            f"One dot is up to {_COUNT.say(grain.each)} {many_are}." if grain.each > 1 else "",
            f"Not known: {_COUNT.say(unknown)}." if unknown else "",
        )
        if note
    ]


def _banded(parts: Sequence[Part], dots: Sequence[Dot], band: float | None) -> _Bands:
    figures = known(dot.value for dot in dots)
    low, high = min(figures, default=0.0), max(figures, default=0.0)
    low = min(low, 0.0)
    wide = finite(band) or 0.0
    least = round_step((high - low) / _BANDS_AT_MOST) if high > low else 1.0
    wide = wide if wide > 0 and (high - low) / wide <= _BANDS_AT_MOST else least
    first = math.floor(low / wide) * wide
    number = min(int((high - first) / wide) + 1, _BANDS_AT_MOST + 2)
    names = {part.name: place for place, part in enumerate(parts)}
    counts = [[0] * len(parts) for _ in range(number)]
    unknown = [0] * len(parts)
    for dot in dots:
        value, part = finite(dot.value), names.get(dot.part, len(parts) - 1)
        if value is None:
            unknown[part] += 1
        else:
            counts[min(int((value - first) / wide), number - 1)][part] += 1
    return _Bands(first, wide, tuple(map(tuple, counts)), tuple(unknown))


def _grain(bands: _Bands, slot: float) -> _Grain:
    """The largest dots that pile no higher than the plot; if none are, each stands for more."""
    most = max((sum(counts) for counts in bands.counts), default=0)
    for each in (1, 10, 100, 1000, 10_000, 100_000, 1_000_000):
        for pitch in (_PITCH, 10.0, 8.0, _LEAST_PITCH):
            across = max(int((slot - 4) / pitch), 1)
            if math.ceil(most / each / across) * pitch <= _PLOT:
                return _Grain(pitch, across, each)
    return _Grain(_LEAST_PITCH, max(int(slot / _LEAST_PITCH), 1), max(most // 20, 1))


def _deep(counts: tuple[int, ...], grain: _Grain) -> int:
    return math.ceil(sum(math.ceil(count / grain.each) for count in counts) / grain.across)


def _table(parts: Sequence[Part], bands: _Bands, unit: Unit, axis: str) -> ChartTable:
    def name(place: int) -> str:
        low = bands.first + bands.wide * place
        return f"{unit.say(low)} to under {unit.say(low + bands.wide)}"

    rows: list[tuple[Cell, ...]] = [
        (name(place), *counts, sum(counts)) for place, counts in enumerate(bands.counts)
    ]
    if sum(bands.unknown):
        rows.append(("Not known", *bands.unknown, sum(bands.unknown)))
    return ChartTable((axis, *(part.name for part in parts), "All"), tuple(rows))
