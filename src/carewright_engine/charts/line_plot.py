"""What a plot of lines is made of, before anything is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from carewright_engine.charts.axes import Upright
from carewright_engine.charts.picture import PUBLIC, Tone
from carewright_engine.charts.scales import Linear, Number, Unit, finite, known
from carewright_engine.charts.svg import Point


@dataclass(frozen=True, slots=True)
class Moment:
    """One point in time and its figure: 2022, 46, "31 March 2022"."""

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
    is_stepped: bool = False
    """A figure that holds until the next one, such as a price, and does not slide towards it."""


@dataclass(frozen=True, slots=True)
class Break:
    """From this time on things were counted in another way."""

    at: float
    words: str = "Counting changed"


@dataclass(frozen=True, slots=True)
class Band:
    """A range that a figure is likely to lie in; its name says how likely: "95 in 100"."""

    name: str
    edges: tuple[tuple[float, float, float], ...]
    """Time, lower edge, upper edge."""
    tone: Tone = "seq-1"


@dataclass(frozen=True, slots=True)
class Reference:
    """A level to compare with: 79.3, "Scotland 79"."""

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

    def times(self) -> list[float]:
        moments = {m.at for series in self.series for m in series.moments}
        edges = {edge[0] for band in self.bands for edge in band.edges}
        return sorted(set(known([*moments, *edges]))) or [0.0]

    def range(self) -> tuple[float, float]:
        """The lowest and the highest figure, with nought unless the caller waives it."""
        figures = known(m.value for series in self.series for m in series.moments)
        figures += known(edge for band in self.bands for _, *ends in band.edges for edge in ends)
        figures += known([self.reference.value]) if self.reference else []
        low, high = min(figures), max(figures)
        return (min(low, 0.0), max(high, 0.0)) if self.is_from_nought else (low, high)

    def said_times(self) -> dict[float, str]:
        """The caller's own words for points in time."""
        return {m.at: m.words for series in self.series for m in series.moments if m.words}

    def ends(self) -> list[tuple[LineSeries, Moment]]:
        """Each line that has a point, with its last one."""
        runs = ((series, stretches(series, self.breaks)) for series in self.series)
        return [(series, found[-1][-1]) for series, found in runs if found]


@dataclass(frozen=True, slots=True)
class Frame:
    """A plot with its scales at one width of the figure."""

    plot: LinePlot
    across: Linear
    axis: Upright
    size: float

    def spot(self, moment: Moment) -> Point:
        return self.across(moment.at), self.axis.scale(finite(moment.value) or 0.0)

    def route(self, series: LineSeries, run: Sequence[Moment]) -> list[Point]:
        """Where the line of a run goes: straight from point to point, or level and then up."""
        spots = [self.spot(moment) for moment in run]
        if not series.is_stepped:
            return spots
        corners = ((two[0], one[1]) for one, two in pairwise(spots))
        return [spot for pair in zip(spots, [*corners, spots[-1]], strict=True) for spot in pair]


def stretches(series: LineSeries, breaks: Sequence[Break]) -> list[list[Moment]]:
    """The runs of known points that one line may join: never over a gap, never over a break."""
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


def gaps(series: LineSeries) -> list[Moment]:
    """Times at which the figure is not known."""
    return [m for m in series.moments if finite(m.value) is None and finite(m.at) is not None]


def time_in_words(at: float) -> str:
    """A year is said without a comma."""
    return f"{at:.0f}" if at == int(at) and abs(at) < 1e6 else f"{at:g}"
