"""Lines over time. Where the way of counting changed, the line ends and a new one begins."""

from __future__ import annotations

from collections.abc import Sequence

from carewright_engine.charts.axes import Tick, axis_note, foot, round_years, upright
from carewright_engine.charts.key import drawn_key
from carewright_engine.charts.labels import Box, text_box
from carewright_engine.charts.line_labels import key_items, labels, right_margin
from carewright_engine.charts.line_plot import (
    Band,
    Break,
    Frame,
    LinePlot,
    LineSeries,
    Moment,
    Reference,
    gaps,
    stretches,
    time_in_words,
)
from carewright_engine.charts.picture import (
    Caption,
    Cell,
    ChartTable,
    Picture,
    Width,
    cell,
    picture,
)
from carewright_engine.charts.scales import Linear, Unit, finite, known
from carewright_engine.charts.svg import Drawing, circle, line, path, words
from carewright_engine.charts.text import LINE, plain, shortened, width

__all__ = ["Band", "Break", "LineSeries", "Moment", "Reference", "lines"]


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
        key=key_items(plot, wide),
        is_empty=not _has_points(plot),
    )


def _drawn(plot: LinePlot, size: float) -> Drawing:
    heading = drawn_key(key_items(plot, size), size)
    top = heading.height + 12 + (LINE if plot.breaks else 0)
    frame = _frame(plot, size, top, top + (190 if size < 600 else 230))
    bottom = frame.axis.scale.start
    breaks, taken = _breaks(frame)
    marks = [*heading.marks, *frame.axis.marks, *_bands(frame), *_reference(frame), *breaks]
    for series in plot.series:
        marks += _line(series, frame)
    marks += labels(frame, taken)
    marks += _feet(frame)
    below = bottom + 28
    for note in _notes(frame):
        below += LINE
        marks.append(words(0, below - 2, note, "quiet"))
    return Drawing(size, below + (4 if below > bottom + 28 else 0), tuple(marks))


def _frame(plot: LinePlot, size: float, top: float, bottom: float) -> Frame:
    right = size - right_margin(plot, size)
    axis = upright(*plot.range(), plot.unit, top=top, bottom=bottom, right=right)
    times = plot.times()
    return Frame(plot, Linear(times[0], times[-1], axis.left + _inset(plot), right), axis, size)


def _inset(plot: LinePlot) -> float:
    """Air before the first point; a lone line's first figure stands centred over it."""
    runs = stretches(plot.series[0], ())
    if len(plot.series) > 1 or not runs:
        return 14.0
    return max(14.0, width(plot.unit.say(runs[0][0].value), bold=True) / 2 + 3)


def _line(series: LineSeries, frame: Frame) -> list[str]:
    dashes = " dashes" if series.is_dashed else ""
    runs = stretches(series, frame.plot.breaks)
    points = sum(map(len, runs))
    drawn = (frame.route(series, run) for run in runs)
    marks = [path(drawn, f"line line-{series.tone}{dashes}")]
    for route in ([frame.spot(m) for m in run] for run in runs):
        shown = route if points <= 16 or len(route) == 1 else route[-1:]
        marks += [circle(x, y, 4.5 if points < 8 else 3.5, series.tone) for x, y in shown]
    return marks


def _bands(frame: Frame) -> list[str]:
    marks = []
    for band in frame.plot.bands:
        edges = [edge for edge in band.edges if len(known(edge)) == 3]
        upper = [(frame.across(at), frame.axis.scale(high)) for at, _, high in edges]
        lower = [(frame.across(at), frame.axis.scale(low)) for at, low, _ in reversed(edges)]
        marks.append(path([upper + lower], band.tone, closed=True))
    return marks


def _reference(frame: Frame) -> list[str]:
    reference = frame.plot.reference
    if reference is None or finite(reference.value) is None:
        return []
    y = frame.axis.scale(reference.value)
    return [line(frame.axis.left, y, frame.across.end, y, "ref")]


def _breaks(frame: Frame) -> tuple[list[str], list[Box]]:
    """A dotted line where counting changed, with its words over the plot."""
    marks: list[str] = []
    taken: list[Box] = []
    times = frame.plot.times()
    top, bottom = frame.axis.scale.end, frame.axis.scale.start
    for stop in frame.plot.breaks:
        before = max((at for at in times if at < stop.at), default=stop.at)
        x = frame.across.within((stop.at + before) / 2)
        text = shortened(plain(stop.words), frame.size * 0.6)
        start = max(min(x, frame.size - width(text) - 1), 0.0)
        box = text_box(start, top - 14, text, "start")
        marks.append(line(x, top - 8, x, bottom, "break"))
        taken.append(Box(x - 1, top - 8, x + 1, bottom))
        if not any(box.grown(4).overlaps(other) for other in taken[:-1]):
            taken.append(box)
            marks.append(words(start, top - 14, text, "quiet"))
    return marks, taken


def _feet(frame: Frame) -> tuple[str, ...]:
    said, times = frame.plot.said_times(), frame.plot.times()
    if len(times) > 6 and not said and all(at == int(at) for at in times):
        a_year = (frame.across.end - frame.across.start) / max(times[-1] - times[0], 1)
        times = round_years(times, a_year)
    places = [Tick(frame.across(at), said.get(at) or time_in_words(at)) for at in times]
    return foot(places, frame.axis.scale.start + 20, width_of_figure=frame.size)


def _notes(frame: Frame) -> list[str]:
    """What the axis does not show at once; a lone line says its gaps beside them."""
    several = len(frame.plot.series) > 1
    has_gap = several and any(gaps(series) for series in frame.plot.series)
    note = axis_note(frame.axis.scale.low, frame.plot.unit) if not frame.plot.is_from_nought else ""
    return [said for said in (note, "A gap in a line: not known." if has_gap else "") if said]


def _has_points(plot: LinePlot) -> bool:
    return any(stretches(series, ()) for series in plot.series)


def _table(plot: LinePlot, times_are: str) -> ChartTable:
    said = plot.said_times()
    figures = [{m.at: m.value for m in series.moments} for series in plot.series]
    rows: list[tuple[Cell, ...]] = [
        (
            plain(said.get(at) or time_in_words(at)),
            *(cell(column[at]) if at in column else "" for column in figures),
            *(edge for band in plot.bands for edge in _edges(band, at)),
        )
        for at in (plot.times() if _has_points(plot) or any(figures) else ())
    ]
    edges = [f"{plain(band.name)}, {edge}" for band in plot.bands for edge in ("from", "to")]
    columns = (times_are, *(plain(series.name) for series in plot.series), *edges)
    return ChartTable(columns, tuple(rows), (Unit(), *(plot.unit for _ in columns[1:])))


def _edges(band: Band, at: float) -> tuple[Cell, Cell]:
    for time, low, high in band.edges:
        if time == at:
            return cell(low), cell(high)
    return "", ""
