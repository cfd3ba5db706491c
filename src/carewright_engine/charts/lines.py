"""Lines over time. Where the way of counting changed, the line ends and a new one begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from carewright_engine.charts.axes import Tick, Upright, axis_note, foot, upright
from carewright_engine.charts.key import drawn_key
from carewright_engine.charts.labels import Box, Wanted, around, placed, spread_apart, text_box
from carewright_engine.charts.palette import word_tone
from carewright_engine.charts.picture import (
    PUBLIC,
    Caption,
    Cell,
    ChartTable,
    KeyItem,
    Picture,
    Tone,
    Width,
    cell,
    picture,
)
from carewright_engine.charts.scales import NOT_KNOWN, Linear, Number, Unit, finite, known
from carewright_engine.charts.svg import Drawing, Point, circle, line, path, words
from carewright_engine.charts.text import LINE, plain, shortened, width

_LABELLED_AT_MOST: Final = 6
_NAMES_AT_MOST: Final = 0.3


@dataclass(frozen=True, slots=True)
class Moment:
    """One point in time and its figure: 2022, "31 March 2022", 46."""

    at: float
    value: Number
    words: str = ""
    """What the axis says; left empty, the number of the year."""


@dataclass(frozen=True, slots=True)
class LineSeries:
    """One line, in the order of time."""

    name: str
    moments: tuple[Moment, ...]
    tone: Tone = PUBLIC
    is_dashed: bool = False


@dataclass(frozen=True, slots=True)
class Break:
    """Between the points before and after this time the way of counting changed."""

    at: float
    words: str = "Counting changed"


@dataclass(frozen=True, slots=True)
class Band:
    """A range that a figure is likely to lie in; its words say how likely: "95 in 100"."""

    name: str
    edges: tuple[tuple[float, float, float], ...]
    """Time, lower edge, upper edge."""
    tone: Tone = "seq-1"


@dataclass(frozen=True, slots=True)
class Reference:
    """A level to compare with: "Scotland 79"."""

    value: float
    words: str


@dataclass(frozen=True, slots=True)
class LinePlot:
    """All that is drawn in one plot of lines."""

    series: tuple[LineSeries, ...]
    unit: Unit
    breaks: tuple[Break, ...] = ()
    bands: tuple[Band, ...] = ()
    reference: Reference | None = None
    is_from_nought: bool = True


def lines(
    caption: Caption,
    series: Sequence[LineSeries],
    *,
    unit: Unit | None = None,
    breaks: Sequence[Break] = (),
    bands: Sequence[Band] = (),
    reference: Reference | None = None,
    is_from_nought: bool = True,
    times_are: str = "Year",
    wide: Width = 680,
) -> Picture:
    """Lines with their names and figures beside them; a gap where a figure is not known."""
    plot = LinePlot(
        tuple(series), unit or Unit(), tuple(breaks), tuple(bands), reference, is_from_nought
    )
    return picture(
        caption,
        _table(plot, times_are),
        lambda size: _drawn(plot, size),
        wide=wide,
        key=_key(plot, wide),
        is_empty=not known(moment.value for one in series for moment in one.moments),
    )


def stretches(series: LineSeries, breaks: Sequence[Break]) -> list[list[Moment]]:
    """The runs of known points that one line may join."""
    runs: list[list[Moment]] = [[]]
    moments = sorted((m for m in series.moments if finite(m.at) is not None), key=lambda m: m.at)
    for place, moment in enumerate(moments):
        before = moments[place - 1].at if place else moment.at
        if any(before < stop.at <= moment.at for stop in breaks):
            runs.append([])
        if finite(moment.value) is None:
            runs.append([])
        else:
            runs[-1].append(moment)
    return [run for run in runs if run]


def _drawn(plot: LinePlot, size: float) -> Drawing:
    heading = drawn_key(_key(plot, size), size)
    at_end = _ends_are_named(plot, size)
    margin = _margin(plot, size, at_end)
    top = heading.height + 12 + (LINE if plot.breaks else 0)
    bottom = top + (200 if size < 500 else 230)
    low, high = _range(plot)
    right = size - margin
    axis = upright(low, high, plot.unit, top=top, bottom=bottom, right=right)
    times = _times(plot)
    across = Linear(times[0], times[-1], axis.left + 14, right - (0 if margin > 30 else 14))
    marks = [*heading.marks, *axis.marks, *_bands(plot, across, axis)]
    marks += _reference(plot, axis, right)
    break_marks, taken = _breaks(plot, across, top, bottom, size)
    marks += break_marks
    for series in plot.series:
        marks += _line(series, plot, across, axis)
    taken += [*axis.boxes, *_points_as_boxes(plot, across, axis)]
    marks += _labels(plot, across, axis, taken, size, at_end)
    marks += _feet(plot, across, bottom, size)
    note = axis_note(axis.scale.low, plot.unit)
    marks.append(words(0, bottom + 44, note, "quiet"))
    return Drawing(size, bottom + (50 if note else 30), tuple(marks))


def _line(series: LineSeries, plot: LinePlot, across: Linear, axis: Upright) -> list[str]:
    dashes = " dashes" if series.is_dashed else ""
    runs = stretches(series, plot.breaks)
    routes = [[_spot(moment, across, axis) for moment in run] for run in runs]
    marks = [path(routes, f"line line-{series.tone}{dashes}")]
    are_many = sum(len(run) for run in runs) > 16
    for route in routes:
        shown = route if not are_many or len(route) == 1 else []
        marks += [circle(x, y, 4.5 if len(route) < 9 else 3.4, series.tone) for x, y in shown]
    return marks


def _spot(moment: Moment, across: Linear, axis: Upright) -> Point:
    return across(moment.at), axis.scale(finite(moment.value) or 0.0)


def _bands(plot: LinePlot, across: Linear, axis: Upright) -> list[str]:
    marks = []
    for band in plot.bands:
        upper = [(across(at), axis.scale(high)) for at, _, high in band.edges]
        lower = [(across(at), axis.scale(low)) for at, low, _ in reversed(band.edges)]
        marks.append(path([upper + lower], band.tone, closed=True))
    return marks


def _reference(plot: LinePlot, axis: Upright, right: float) -> list[str]:
    if plot.reference is None or finite(plot.reference.value) is None:
        return []
    y = axis.scale(plot.reference.value)
    return [line(axis.left, y, right, y, "ref")]


def _breaks(
    plot: LinePlot, across: Linear, top: float, bottom: float, size: float
) -> tuple[list[str], list[Box]]:
    """A dotted line where counting changed, its words over the plot where nothing else stands."""
    marks: list[str] = []
    taken: list[Box] = []
    times = _times(plot)
    for stop in plot.breaks:
        before = max((at for at in times if at < stop.at), default=stop.at)
        x = across((stop.at + before) / 2)
        text = shortened(plain(stop.words), size * 0.6)
        starts = min(x, size - width(text) - 1)
        box = text_box(starts, top - 14, text, "start")
        marks.append(line(x, top - 8, x, bottom, "break"))
        if not any(box.overlaps(other) for other in taken):
            taken.append(box)
            marks.append(words(starts, top - 14, text, "quiet"))
    return marks, taken


def _labels(
    plot: LinePlot,
    across: Linear,
    axis: Upright,
    taken: list[Box],
    size: float,
    at_end: bool,
) -> list[str]:
    marks: list[str] = []
    if at_end:
        marks += _end_labels(plot, across, axis, taken)
    within = Box(axis.left, axis.scale.end - 16, size, axis.scale.start - 2)
    wanted = [
        label
        for series in plot.series
        for label in _point_labels(series, plot, across, axis, at_end)
    ]
    if plot.reference is not None and finite(plot.reference.value) is not None:
        wanted.append(_reference_label(plot.reference, axis, size))
    wanted += _unknown_labels(plot, across, axis)
    return [*marks, *placed(wanted, within=within, taken=taken, leaders=False)]


def _point_labels(
    series: LineSeries, plot: LinePlot, across: Linear, axis: Upright, at_end: bool
) -> list[Wanted]:
    """Every figure of a short lone line; of others, the ends of each stretch."""
    runs = stretches(series, plot.breaks)
    moments = [moment for run in runs for moment in run]
    is_short = len(plot.series) == 1 and len(moments) <= _LABELLED_AT_MOST
    chosen = moments if is_short else [end for run in runs for end in (run[-1], run[0])]
    last = moments[-1] if moments else None
    if not is_short and len(plot.series) > 2:
        chosen = [last] if last else []
    return [
        Wanted(
            *_spot(moment, across, axis),
            plot.unit.say(moment.value),
            f"{word_tone(series.tone)} halo",
            bold=True,
        )
        for moment in dict.fromkeys(chosen)
        if not (at_end and moment is last)
    ]


def _reference_label(reference: Reference, axis: Upright, size: float) -> Wanted:
    text = shortened(plain(reference.words), size * 0.5)
    x = axis.left + 6 + width(text, bold=True) / 2
    return Wanted(x, axis.scale(reference.value), text, "strong halo", reach=1, bold=True)


def _unknown_labels(plot: LinePlot, across: Linear, axis: Upright) -> list[Wanted]:
    """Words at the foot of the plot where a lone line has a gap."""
    if len(plot.series) != 1:
        return []
    moments = plot.series[0].moments
    gaps = [m for m in moments if finite(m.value) is None and finite(m.at) is not None]
    foot_of_plot = axis.scale.start - 14
    return [Wanted(across(m.at), foot_of_plot, NOT_KNOWN, "quiet halo", reach=-4) for m in gaps]


def _end_labels(plot: LinePlot, across: Linear, axis: Upright, taken: list[Box]) -> list[str]:
    """Each line's name and last figure, to its right; they make room for one another."""
    ends = _ends(plot)
    wanted = [_spot(moment, across, axis)[1] for _, moment in ends]
    heights = spread_apart(wanted, LINE, low=axis.scale.end, high=axis.scale.start)
    marks = []
    for (series, moment), y in zip(ends, heights, strict=True):
        x = across(moment.at)
        start = across.end + 10
        if abs(y - _spot(moment, across, axis)[1]) > 6 or start - x > 24:
            marks.append(line(x + 6, _spot(moment, across, axis)[1], start - 2, y, "leader"))
        text = _end_text(series, moment, plot.unit)
        taken.append(text_box(start, y + 5, text, "start", bold=True))
        marks.append(words(start, y + 5, text, word_tone(series.tone)))
    return marks


def _ends(plot: LinePlot) -> list[tuple[LineSeries, Moment]]:
    runs = ((series, stretches(series, plot.breaks)) for series in plot.series)
    return [(series, found[-1][-1]) for series, found in runs if found]


def _end_text(series: LineSeries, moment: Moment, unit: Unit) -> str:
    name = plain(series.name)
    return f"{name} {unit.say(moment.value)}".strip()


def _ends_are_named(plot: LinePlot, size: float) -> bool:
    """Whether all names have room beside the ends of their lines."""
    ends = _ends(plot)
    widest = max((width(_end_text(s, m, plot.unit), bold=True) for s, m in ends), default=0.0)
    return len(plot.series) > 1 and len(ends) <= 9 and widest <= size * _NAMES_AT_MOST


def _margin(plot: LinePlot, size: float, at_end: bool) -> float:
    if at_end:
        return 12 + max(width(_end_text(s, m, plot.unit), bold=True) for s, m in _ends(plot))
    lasts = (width(plot.unit.say(moment.value), bold=True) for _, moment in _ends(plot))
    return min(14 + max(lasts, default=0.0), size * 0.3)


def _key(plot: LinePlot, size: float) -> tuple[KeyItem, ...]:
    """Names in a key only where they cannot stand beside their lines."""
    bands = tuple(KeyItem("square", band.tone, band.name) for band in plot.bands)
    if len(plot.series) < 2 or _ends_are_named(plot, size):
        return bands
    named = (
        KeyItem("dashes" if series.is_dashed else "line", series.tone, series.name)
        for series in plot.series
    )
    return (*bands, *named)


def _feet(plot: LinePlot, across: Linear, bottom: float, size: float) -> tuple[str, ...]:
    said = {m.at: m.words for series in plot.series for m in series.moments if m.words}
    places = [Tick(across(at), said.get(at) or time_in_words(at)) for at in _times(plot)]
    return foot(places, bottom + 20, width_of_figure=size)


def time_in_words(at: float) -> str:
    """A year is said without a comma."""
    return f"{at:.0f}" if at == int(at) and abs(at) < 1e6 else f"{at:g}"


def _times(plot: LinePlot) -> list[float]:
    moments = {m.at for series in plot.series for m in series.moments}
    edges = {edge[0] for band in plot.bands for edge in band.edges}
    return sorted(known([*moments, *edges])) or [0.0]


def _range(plot: LinePlot) -> tuple[float, float]:
    figures = known(m.value for series in plot.series for m in series.moments)
    figures += known(edge for band in plot.bands for _, *ends in band.edges for edge in ends)
    figures += known([plot.reference.value]) if plot.reference else []
    low, high = min(figures), max(figures)
    return (min(low, 0.0), max(high, 0.0)) if plot.is_from_nought else (low, high)


def _points_as_boxes(plot: LinePlot, across: Linear, axis: Upright) -> list[Box]:
    """What labels keep clear of: the points, and the lines between them."""
    boxes: list[Box] = []
    for series in plot.series:
        for run in stretches(series, plot.breaks):
            spots = [_spot(moment, across, axis) for moment in run]
            boxes += [around(x, y, 4) for x, y in spots]
            boxes += [around(*spot, 1.5) for a, b in pairwise(spots) for spot in _between(a, b)]
    return boxes


def _between(one: Point, other: Point) -> list[Point]:
    steps = max(int(abs(other[0] - one[0]) / 5), 1)
    return [
        (one[0] + (other[0] - one[0]) * n / steps, one[1] + (other[1] - one[1]) * n / steps)
        for n in range(1, steps)
    ]


def _table(plot: LinePlot, times_are: str) -> ChartTable:
    times = _times(plot)
    said = {m.at: m.words for series in plot.series for m in series.moments if m.words}
    figures = [{m.at: m.value for m in series.moments} for series in plot.series]
    rows: list[tuple[Cell, ...]] = [
        (
            plain(said.get(at) or time_in_words(at)),
            *(cell(column.get(at)) for column in figures),
            *(edge for band in plot.bands for edge in _edges(band, at)),
        )
        for at in times
    ]
    band_columns = [f"{band.name}, {edge}" for band in plot.bands for edge in ("from", "to")]
    columns = (times_are, *(plain(series.name) for series in plot.series), *band_columns)
    return ChartTable(columns, tuple(rows), (Unit(), *(plot.unit for _ in columns[1:])))


def _edges(band: Band, at: float) -> tuple[Cell, Cell]:
    for time, low, high in band.edges:
        if time == at:
            return cell(low), cell(high)
    return "", ""
