"""Small multiples: a small plot for each area, all on one scale, so that shapes compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from carewright_engine.charts.key import drawn_key
from carewright_engine.charts.line_plot import Break, LineSeries, Moment, stretches, time_in_words
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
from carewright_engine.charts.rows import NO_NAME
from carewright_engine.charts.scales import NOT_KNOWN, Linear, Unit, finite, known, ticks
from carewright_engine.charts.svg import Drawing, circle, line, paragraph, path, rect, words
from carewright_engine.charts.text import LINE, fits, plain, shortened, width, wrapped

_NARROWEST: Final = 148.0
_BETWEEN: Final = 20.0
_PLOT: Final = 74.0
_FEET: Final = 40.0


@dataclass(frozen=True, slots=True)
class Panel:
    """One small plot: its name and its line."""

    name: str
    moments: tuple[Moment, ...]
    tone: Tone = PUBLIC


@dataclass(frozen=True, slots=True)
class _Shared:
    """What all panels have in common."""

    unit: Unit
    breaks: tuple[Break, ...]
    compared: LineSeries | None
    times: tuple[float, ...]
    highest: float
    lowest: float


def line_multiples(
    caption: Caption,
    panels: Sequence[Panel],
    *,
    unit: Unit | None = None,
    breaks: Sequence[Break] = (),
    compared: LineSeries | None = None,
    panels_are: str = "Area",
    wide: Width = 680,
) -> Picture:
    """A panel each; the line to compare with, such as the nation's, is muted in every one."""
    shared = _shared(panels, unit or Unit(), tuple(breaks), compared)
    key = (KeyItem("line", "muted", compared.name),) if compared else ()
    return picture(
        caption,
        _table(panels, shared, panels_are),
        lambda size: _drawn(panels, shared, size, key),
        wide=wide,
        key=key,
        is_empty=not panels,
    )


def _drawn(
    panels: Sequence[Panel], shared: _Shared, size: float, key: Sequence[KeyItem]
) -> Drawing:
    heading = drawn_key(key, size)
    across = max(min(int((size + _BETWEEN) / (_NARROWEST + _BETWEEN)), 4, len(panels)), 1)
    wide = (size + _BETWEEN) / max(across, 2) - _BETWEEN
    marks = list(heading.marks)
    y = heading.height
    for start in range(0, len(panels), across):
        row = panels[start : start + across]
        names = [wrapped(plain(panel.name) or NO_NAME, wide, lines=2, bold=True) for panel in row]
        deep = max(map(len, names))
        for place, (panel, lines) in enumerate(zip(row, names, strict=True)):
            left = place * (wide + _BETWEEN)
            top = y + LINE * deep
            marks += paragraph(left, top - LINE * (len(lines) - 1) - 5, lines, "strong")
            marks += _panel(panel, shared, left, top + 16, wide)
        y += LINE * deep + 16 + _PLOT + _FEET
    notes = _notes(panels, shared, size)
    marks += paragraph(0, y + 2, notes, "quiet")
    return Drawing(size, y + LINE * len(notes) - 4, tuple(marks))


def _panel(panel: Panel, shared: _Shared, left: float, top: float, wide: float) -> list[str]:
    base = top + _PLOT
    across = Linear(shared.times[0], shared.times[-1], left + 5, left + wide - 5)
    up = Linear(shared.lowest, shared.highest, base, top)
    marks = [
        line(left, up(0), left + wide, up(0), "axis"),
        line(left, top, left + wide, top, "grid"),
    ]
    for stop in shared.breaks:
        before = max((at for at in shared.times if at < stop.at), default=stop.at)
        x = across.within((stop.at + before) / 2)
        marks.append(line(x, top, x, base, "break"))
    if shared.compared:
        marks.append(_route(shared.compared, shared, across, up, "line thin line-muted"))
    own = LineSeries(panel.name, panel.moments, panel.tone)
    marks.append(_route(own, shared, across, up, f"line line-{panel.tone}"))
    return [*marks, *_ends(own, shared, across, up), *_feet(shared, left, wide, base)]


def _route(series: LineSeries, shared: _Shared, across: Linear, up: Linear, look: str) -> str:
    runs = stretches(series, shared.breaks)
    return path([[(across(m.at), up(finite(m.value) or 0.0)) for m in run] for run in runs], look)


def _ends(series: LineSeries, shared: _Shared, across: Linear, up: Linear) -> list[str]:
    """A dot and a figure at the last point; a lone point between two gaps gets a dot too."""
    runs = stretches(series, shared.breaks)
    if not runs:
        middle = (across.start + across.end) / 2
        box = rect(middle - 44, up.start - 34, 88, 26, "unknown")
        return [box, words(middle, up.start - 16, NOT_KNOWN, "quiet", "middle")]
    last = runs[-1][-1]
    marks = [
        circle(across(m.at), up(finite(m.value) or 0.0), 3.5, series.tone)
        for m in dict.fromkeys([*(run[0] for run in runs if len(run) == 1), last])
    ]
    said = shared.unit.say(last.value)
    half = width(said, bold=True) / 2
    if 2 * half > across.end - across.start + 10:
        return marks  # a figure wider than its panel stands in the table alone
    x = min(max(across(last.at), across.start - 5 + half), across.end + 5 - half)
    y = _clear_of_line(runs[-1], up)
    return [*marks, words(x, y, said, f"{word_tone(series.tone)} halo", "middle")]


def _clear_of_line(run: list[Moment], up: Linear) -> float:
    """Where the last figure stands: under a line that falls to it, if there is room, or above."""
    heights = [up(finite(moment.value) or 0.0) for moment in run[-2:]]
    falls = len(heights) == 2 and heights[0] < heights[1] - 2
    return heights[-1] + 18 if falls and heights[-1] + 22 < up.start else heights[-1] - 8


def _feet(shared: _Shared, left: float, wide: float, base: float) -> list[str]:
    first, last = time_in_words(shared.times[0]), time_in_words(shared.times[-1])
    marks = [words(left, base + 18, shortened(first, wide), "quiet")]
    if first != last and fits(f"{first} {last}", wide - 12):
        marks.append(words(left + wide, base + 18, last, "quiet", "end"))
    return marks


def _notes(panels: Sequence[Panel], shared: _Shared, size: float) -> tuple[str, ...]:
    """How far each panel runs, and what a gap means."""
    low, high = shared.unit.say(shared.lowest), shared.unit.say(shared.highest)
    scale = shortened(f"Each panel runs from {low} to {high}.", size)
    has_gap = any(finite(m.value) is None for panel in panels for m in panel.moments)
    return (scale, "A gap in a line: not known.") if has_gap else (scale,)


def _shared(
    panels: Sequence[Panel], unit: Unit, breaks: tuple[Break, ...], compared: LineSeries | None
) -> _Shared:
    moments = [moment for panel in panels for moment in panel.moments]
    moments += compared.moments if compared else ()
    figures = known(moment.value for moment in moments)
    steps = ticks(min([*figures, 0.0]), max([*figures, 0.0]), most=4)
    times = sorted(set(known(moment.at for moment in moments))) or [0.0]
    return _Shared(unit, breaks, compared, tuple(times), steps[-1], steps[0])


def _table(panels: Sequence[Panel], shared: _Shared, panels_are: str) -> ChartTable:
    columns = [(panel.name, panel.moments) for panel in panels]
    if shared.compared:
        columns.append((shared.compared.name, shared.compared.moments))
    has_times = any(moments for _, moments in columns)
    times = shared.times if has_times else ()
    rows: list[tuple[Cell, ...]] = []
    for name, moments in columns:
        figures = {moment.at: moment.value for moment in moments}
        rows.append((name, *(cell(figures[at]) if at in figures else "" for at in times)))
    return ChartTable(
        (panels_are, *map(time_in_words, times)),
        tuple(rows),
        (Unit(), *(shared.unit for _ in times)),
    )
