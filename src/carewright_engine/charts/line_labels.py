"""Names and figures beside lines: at their ends, and at the points that matter."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from carewright_engine.charts.labels import Box, Wanted, around, placed, spread_apart, text_box
from carewright_engine.charts.line_plot import (
    Frame,
    LinePlot,
    LineSeries,
    Moment,
    Reference,
    gaps,
    stretches,
)
from carewright_engine.charts.palette import word_tone
from carewright_engine.charts.picture import KeyItem
from carewright_engine.charts.scales import NOT_KNOWN, Unit, finite
from carewright_engine.charts.svg import Point, line, rect, words
from carewright_engine.charts.text import LINE, plain, shortened, width

_LABELLED_AT_MOST: Final = 6
_NAMED_AT_MOST: Final = 9
_NAMES_AT_MOST: Final = 0.3
_NEAR_THE_EDGE: Final = 24.0
_LEVEL_NAMED_FROM: Final = 400.0


def labels(frame: Frame, taken: list[Box]) -> list[str]:
    """Every label that finds room; what is taken already is kept clear of."""
    obstacles = [*taken, *_drawn_boxes(frame)]
    marks = _end_labels(frame, obstacles)
    marks += _unknown(frame, obstacles)
    wanted = [label for series in frame.plot.series for label in _figures(series, frame)]
    if frame.plot.reference and not _level_in_key(frame.plot, frame.size):
        wanted += _reference(frame.plot.reference, frame)
    top, bottom = frame.axis.scale.end, frame.axis.scale.start
    within = Box(frame.axis.left - 1, max(top - 16, 0), frame.size, bottom - 2)
    return [*marks, *placed(wanted, within=within, taken=obstacles)]


def ends_are_named(plot: LinePlot, size: float) -> bool:
    """Whether every name has room to the right of its line."""
    ends = plot.ends()
    widest = max((width(_named(s, m, plot.unit), bold=True) for s, m in ends), default=0.0)
    return 1 < len(plot.series) <= _NAMED_AT_MOST and widest <= size * _NAMES_AT_MOST


def right_margin(plot: LinePlot, size: float) -> float:
    """Room for what stands to the right of the lines."""
    named = ends_are_named(plot, size)
    said = [_named(s, m, plot.unit) if named else plot.unit.say(m.value) for s, m in plot.ends()]
    widest = max((width(text, bold=True) for text in said), default=0.0)
    return min(14 + widest, size * 0.4)


def key_items(plot: LinePlot, size: float) -> tuple[KeyItem, ...]:
    """Bands, and lines where their names cannot stand beside them."""
    bands = [KeyItem("square", band.tone, band.name) for band in plot.bands]
    if plot.reference and _level_in_key(plot, size):
        bands.append(KeyItem("level", "ref", plot.reference.words))
    if len(plot.series) < 2 or ends_are_named(plot, size):
        return tuple(bands)
    named = (
        KeyItem("dashes" if series.is_dashed else "line", series.tone, series.name)
        for series in plot.series
    )
    return (*bands, *named)


def _figures(series: LineSeries, frame: Frame) -> list[Wanted]:
    """Every figure of a short lone line; of others, the ends of each stretch."""
    runs = stretches(series, frame.plot.breaks)
    moments = [moment for run in runs for moment in run]
    is_alone = len(frame.plot.series) == 1
    if is_alone and len(moments) <= _LABELLED_AT_MOST:
        chosen = moments
    else:
        chosen = [end for run in runs[::-1] for end in (run[-1], run[0])] if is_alone else []
    at_end = [moment for _, moment in _reaching_the_edge(frame)]
    if not is_alone and moments and moments[-1] not in at_end:
        chosen = [moments[-1]]
    return [
        _figure(moment, series, frame, is_last=moment is moments[-1])
        for moment in dict.fromkeys(chosen)
    ]


def _figure(moment: Moment, series: LineSeries, frame: Frame, *, is_last: bool) -> Wanted:
    is_alone = len(frame.plot.series) == 1
    named = not is_alone and ends_are_named(frame.plot, frame.size)
    said = _named(series, moment, frame.plot.unit) if named else frame.plot.unit.say(moment.value)
    x, y = frame.spot(moment)
    above = not (is_last and is_alone)
    look = f"{word_tone(series.tone)} halo"
    return Wanted(x, y, said, look, bold=True, is_above=above, may_stand_off=False)


def _end_labels(frame: Frame, obstacles: list[Box]) -> list[str]:
    """To the right of lines that reach the edge; they make room for one another."""
    plot = frame.plot
    ends = _reaching_the_edge(frame)
    top, bottom = frame.axis.scale.end, frame.axis.scale.start
    if len(plot.series) < 2 or LINE * (len(ends) - 1) > bottom - top:
        return []
    heights = spread_apart([frame.spot(m)[1] for _, m in ends], LINE, low=top, high=bottom)
    named = ends_are_named(plot, frame.size)
    marks = []
    for (series, moment), y in zip(ends, heights, strict=True):
        x, own = frame.spot(moment)
        start = frame.across.end + 14
        text = _named(series, moment, plot.unit) if named else plot.unit.say(moment.value)
        text = shortened(text, frame.size - start, bold=True)
        if abs(y - own) > 5:
            marks.append(line(x + 6, own, start - 2, y, "leader"))
        obstacles.append(text_box(start, y + 5, text, "start", bold=True))
        marks.append(words(start, y + 5, text, word_tone(series.tone)))
    return marks


def _reaching_the_edge(frame: Frame) -> list[tuple[LineSeries, Moment]]:
    edge = frame.across.end - _NEAR_THE_EDGE
    return [(series, m) for series, m in frame.plot.ends() if frame.across(m.at) >= edge]


def _named(series: LineSeries, moment: Moment, unit: Unit) -> str:
    return f"{plain(series.name)} {unit.say(moment.value)}".strip()


def _unknown(frame: Frame, obstacles: list[Box]) -> list[str]:
    """Where a lone line has a gap, the words in a dashed box at the foot of the plot."""
    marks: list[str] = []
    for moment in gaps(frame.plot.series[0]) if len(frame.plot.series) == 1 else []:
        half = width(NOT_KNOWN) / 2 + 7
        x = min(max(frame.across(moment.at), frame.axis.left + half), frame.size - half - 1)
        y = frame.axis.scale.start - 16
        box = Box(x - half, y - 16, x + half, y + 8)
        if not any(box.overlaps(other) for other in obstacles):
            obstacles.append(box)
            marks.append(rect(box.left, box.top, 2 * half, 24, "unknown"))
            marks.append(words(x, y + 1, NOT_KNOWN, "quiet", "middle"))
    return marks


def _level_in_key(plot: LinePlot, size: float) -> bool:
    """On a telephone the level to compare with is named in the key, where it always has room."""
    return size < _LEVEL_NAMED_FROM and bool(plot.reference)


def _reference(reference: Reference, frame: Frame) -> list[Wanted]:
    """On its line, at the left end if there is room, or farther right."""
    if finite(reference.value) is None:
        return []
    text = shortened(plain(reference.words), frame.size * 0.5, bold=True)
    half = width(text, bold=True) / 2
    y = frame.axis.scale(reference.value)
    free = max(frame.across.end - frame.axis.left - 2 * half - 8, 0.0)
    first, *others = [(frame.axis.left + 6 + half + free * n / 5, y) for n in range(6)]
    return [
        Wanted(
            *first,
            text,
            "strong halo",
            reach=1,
            bold=True,
            is_above=True,
            may_stand_off=False,
            elsewhere=tuple(others),
        )
    ]


def _drawn_boxes(frame: Frame) -> list[Box]:
    """What labels keep clear of: the axis, the points, and the lines between them."""
    boxes = list(frame.axis.boxes)
    for series in frame.plot.series:
        for run in stretches(series, frame.plot.breaks):
            boxes += [around(*frame.spot(moment), 4) for moment in run]
            route = frame.route(series, run)
            boxes += [around(*spot, 1.5) for a, b in pairwise(route) for spot in _between(a, b)]
    return boxes


def _between(one: Point, other: Point) -> list[Point]:
    steps = max(int(max(abs(other[0] - one[0]), _upright(one, other)) / 5), 1)
    return [
        (one[0] + (other[0] - one[0]) * n / steps, one[1] + (other[1] - one[1]) * n / steps)
        for n in range(1, steps)
    ]


def _upright(one: Point, other: Point) -> float:
    """How long a line is that goes straight up or down, and so has no width."""
    return abs(other[1] - one[1]) if one[0] == other[0] else 0.0
