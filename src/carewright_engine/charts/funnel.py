"""Funnel plot: which areas differ by more than chance and size explain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from carewright_engine.charts.axes import Tick, Upright, axis_note, foot, upright
from carewright_engine.charts.key import drawn_key
from carewright_engine.charts.labels import Box, Wanted, around, placed
from carewright_engine.charts.picture import (
    FOCUS,
    Caption,
    ChartTable,
    KeyItem,
    Picture,
    Width,
    cell,
    picture,
)
from carewright_engine.charts.rows import NO_NAME
from carewright_engine.charts.scales import Linear, Number, Unit, finite, known, ticks
from carewright_engine.charts.svg import Drawing, Point, circle, line, path, words
from carewright_engine.charts.text import LINE, plain, shortened, width

_FROM_NOUGHT_BELOW: Final = 0.3
"""The axis starts at nought unless the lowest figure is more than this share of the highest."""


_NAMED_IN_PLACE_FROM: Final = 480.0


@dataclass(frozen=True, slots=True)
class FunnelPoint:
    """One area: how large it is, and its rate."""

    name: str
    size: Number
    rate: Number
    is_named: bool = False
    """Named in the picture, because it is out of the ordinary."""
    is_focus: bool = False
    """The area that the page is about."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A pair of curves between which most areas lie if only chance parts them."""

    name: str
    """For instance "95% limits"."""
    curve: tuple[tuple[float, float, float], ...]
    """Size, lower limit, upper limit, from the smallest size to the largest."""


@dataclass(frozen=True, slots=True)
class Centre:
    """The level for all areas together: 79.3, "Scotland 79"."""

    rate: float
    words: str


@dataclass(frozen=True, slots=True)
class _Plot:
    points: tuple[FunnelPoint, ...]
    centre: Centre
    limits: tuple[Limit, ...]
    unit: Unit
    sizes_are: str
    rates_are: str


@dataclass(frozen=True, slots=True)
class _Frame:
    axis: Upright
    across: Linear
    right: float


def funnel(
    caption: Caption,
    points: Sequence[FunnelPoint],
    centre: Centre,
    limits: Sequence[Limit],
    *,
    unit: Unit | None = None,
    sizes_are: str = "Size",
    rates_are: str = "Rate",
    points_are: str = "Area",
    wide: Width = 680,
) -> Picture:
    """Every area a ring, the one in focus filled, the limits as bands, widest first."""
    plot = _Plot(
        tuple(points), centre, tuple(limits), unit or Unit(), plain(sizes_are), plain(rates_are)
    )
    return picture(
        caption,
        _table(plot, points_are),
        lambda size: _drawn(plot, size),
        wide=wide,
        is_empty=not _seen(plot),
    )


def _drawn(plot: _Plot, size: float) -> Drawing:
    heading = drawn_key(_key(plot, size), size)
    top = heading.height + 14.0
    frame = _frame(plot, size, top, top + (210 if size < 500 else 290))
    bottom = frame.axis.scale.start
    marks = [*heading.marks, *_bands(plot, frame), *frame.axis.marks]
    if _has_centre(plot):
        y = frame.axis.scale.within(plot.centre.rate)
        marks.append(line(frame.axis.left, y, frame.right, y, "ref"))
    marks += _points(plot, frame)
    marks += _labels(plot, frame, size)
    marks += _feet(frame, size)
    notes = _notes(plot, frame)
    for place, note in enumerate(notes):
        text = shortened(note, size)
        if note is plot.sizes_are:
            x = max((frame.axis.left + frame.right - width(text)) / 2, 0.0)
        else:
            x = 0.0
        marks.append(words(x, bottom + 42 + LINE * place, text, "quiet"))
    return Drawing(size, bottom + 30 + LINE * len(notes), tuple(marks))


def _has_centre(plot: _Plot) -> bool:
    return finite(plot.centre.rate) is not None


def _key(plot: _Plot, size: float) -> tuple[KeyItem, ...]:
    """On a telephone, level and limits are named in a key; elsewhere they are named in place."""
    if size >= _NAMED_IN_PLACE_FROM:
        return ()
    centre = [KeyItem("level", "ref", plot.centre.words)] if _has_centre(plot) else []
    order = sorted(plot.limits, key=_breadth)
    looks = ["inner", *("outer" for _ in order)] if len(order) > 1 else ["outer"]
    limits = (
        KeyItem("square", look, limit.name) for limit, look in zip(order, looks, strict=False)
    )
    return (*centre, *limits)


def _frame(plot: _Plot, size: float, top: float, bottom: float) -> _Frame:
    seen = _seen(plot)
    rates = [rate for _, _, rate in seen] + known([plot.centre.rate])
    low, high = min(rates), max(rates)
    air = (high - low) * 0.12
    is_near_nought = low <= high * _FROM_NOUGHT_BELOW
    axis = upright(
        min(low - (air if low < 0 else 0), 0.0) if is_near_nought else low - air,
        max(high + air, 0.0),
        plot.unit,
        top=top,
        bottom=bottom,
        right=size - 8,
    )
    largest = max((s for _, s, _ in seen), default=1.0)
    ends = ticks(min(min(s for _, s, _ in seen), 0.0), max(largest, 0.0), most=5)
    return _Frame(axis, Linear(ends[0], ends[-1], axis.left, size - 8), size - 8)


def _bands(plot: _Plot, frame: _Frame) -> list[str]:
    """Each limit as an area, cut off at the edge of the plot; the widest lies undermost."""
    marks = []
    order = sorted(plot.limits, key=lambda limit: -_breadth(limit))
    for place, limit in enumerate(order):
        upper, lower = _edges(limit, frame)
        look = "inner" if place == len(order) - 1 and len(order) > 1 else "outer"
        marks.append(path([upper + lower[::-1]], look, closed=True))
    return marks


def _edges(limit: Limit, frame: _Frame) -> tuple[list[Point], list[Point]]:
    scale, across = frame.axis.scale, frame.across
    curve = [at for at in limit.curve if len(known(at)) == 3 and across.low <= at[0] <= across.high]
    upper = [(across(size), scale.within(high)) for size, _, high in curve]
    lower = [(across(size), scale.within(low)) for size, low, _ in curve]
    return upper, lower


def _breadth(limit: Limit) -> float:
    widths = [high - low for _, low, high in limit.curve if len(known((low, high))) == 2]
    return sum(widths) / len(widths) if widths else 0.0


def _points(plot: _Plot, frame: _Frame) -> list[str]:
    """Rings for all; the area in focus last, so that it lies on top."""
    marks = [
        circle(frame.across(size), frame.axis.scale(rate), 4.5, "hollow")
        for point, size, rate in _seen(plot)
        if not point.is_focus
    ]
    return marks + [
        circle(frame.across(size), frame.axis.scale(rate), 7, f"{FOCUS} rim")
        for point, size, rate in _seen(plot)
        if point.is_focus
    ]


def _labels(plot: _Plot, frame: _Frame, size: float) -> tuple[str, ...]:
    """The area in focus first, then the centre, then those out of the ordinary, then the limits."""
    spots = {
        place: (frame.across(s), frame.axis.scale(rate))
        for place, (_, s, rate) in enumerate(_seen(plot))
    }
    taken = [around(x, y, 5) for x, y in spots.values()] + list(frame.axis.boxes)
    wanted = [
        _point_label(point, spots[place], plot.unit, size)
        for focus in (True, False)
        for place, (point, _, _) in enumerate(_seen(plot))
        if point.is_focus is focus and (point.is_focus or point.is_named)
    ]
    is_in_key = bool(_key(plot, size))
    centre = [] if is_in_key or not _has_centre(plot) else [_centre_label(plot, frame, size)]
    limits = [] if is_in_key else _limit_labels(plot, frame)
    within = Box(frame.axis.left - 2, frame.axis.scale.end - 12, size, frame.axis.scale.start - 2)
    return placed([*wanted[:1], *centre, *wanted[1:], *limits], within=within, taken=taken)


def _point_label(point: FunnelPoint, spot: Point, unit: Unit, size: float) -> Wanted:
    name = plain(point.name) or NO_NAME
    if not point.is_focus:
        return Wanted(*spot, shortened(name, size * 0.55), "quiet halo", reach=4)
    said = shortened(f"{name} {unit.say(point.rate)}", size * 0.5, bold=True)
    return Wanted(*spot, said, "word-2 halo", reach=7, bold=True)


def _centre_label(plot: _Plot, frame: _Frame, size: float) -> Wanted:
    """On its line, at the right end if there is room, or farther left."""
    text = shortened(plain(plot.centre.words), size * 0.5, bold=True)
    half = width(text, bold=True) / 2
    y = frame.axis.scale.within(plot.centre.rate)
    free = frame.right - frame.axis.left - 2 * half
    spots = [(frame.right - half - free * share, y) for share in (0.0, 0.2, 0.4, 0.6, 0.8, 0.95)]
    return Wanted(
        *spots[0],
        text,
        "strong halo",
        reach=1,
        bold=True,
        is_above=True,
        may_stand_off=False,
        elsewhere=tuple(spots[1:]),
    )


def _limit_labels(plot: _Plot, frame: _Frame) -> list[Wanted]:
    """At the right end of each lower curve: within the inner limits, below the outer."""
    marks = []
    order = sorted(plot.limits, key=_breadth)
    for place, limit in enumerate(order):
        _, lower = _edges(limit, frame)
        text = shortened(plain(limit.name), frame.right * 0.4)
        if lower and text:
            x = min(lower[-1][0], frame.right) - width(text) / 2 - 2
            y = _curve_at(lower, x - width(text) / 2) + 2 if place else lower[-1][1] - 2
            marks.append(
                Wanted(x, y, text, "quiet halo", 0, is_above=place == 0, may_stand_off=False)
            )
    return marks


def _curve_at(curve: Sequence[Point], x: float) -> float:
    """How low the curve runs from here to its right end."""
    return max((y for at, y in curve if at >= x), default=curve[-1][1])


def _feet(frame: _Frame, size: float) -> tuple[str, ...]:
    steps = ticks(frame.across.low, frame.across.high, most=5)
    places = [Tick(frame.across(step), Unit().say(step)) for step in steps]
    return foot(places, frame.axis.scale.start + 20, width_of_figure=size)


def _notes(plot: _Plot, frame: _Frame) -> list[str]:
    unknown = len(plot.points) - len(_seen(plot))
    notes = (
        plot.sizes_are,
        axis_note(frame.axis.scale.low, plot.unit),
        f"Not known: {unknown}." if unknown else "",
    )
    return [note for note in notes if note]


def _seen(plot: _Plot) -> list[tuple[FunnelPoint, float, float]]:
    return [
        (point, size, rate)
        for point in plot.points
        if (size := finite(point.size)) is not None and (rate := finite(point.rate)) is not None
    ]


def _table(plot: _Plot, points_are: str) -> ChartTable:
    rows = tuple((point.name, cell(point.size), cell(point.rate)) for point in plot.points)
    return ChartTable(
        (points_are, plot.sizes_are, plot.rates_are), rows, (Unit(), Unit(), plot.unit)
    )
