"""Days of an agreement: terms as bars, decisions and notices as marks, today as a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from carewright_engine.charts.axes import round_years
from carewright_engine.charts.labels import Box, Wanted, placed
from carewright_engine.charts.palette import on_tone, word_tone
from carewright_engine.charts.picture import (
    FOCUS,
    PUBLIC,
    UNKNOWN,
    Caption,
    ChartTable,
    Picture,
    Tone,
    Width,
    picture,
)
from carewright_engine.charts.rows import Rows, is_narrow, laid_out
from carewright_engine.charts.scales import Linear
from carewright_engine.charts.svg import Drawing, diamond, line, rect, words
from carewright_engine.charts.text import LINE, fits, plain

_THICK: Final = 20.0
_REACH: Final = 7.0
_AIR: Final = 8.0
_EDGE: Final = 8.0  # half a mark at either end


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from a first to a last; hollow where they are only an option."""

    starts_on: date
    last_day: date
    words: str
    is_option: bool = False


@dataclass(frozen=True, slots=True)
class DayMark:
    """One day that matters, and whether it has passed without what was due on it."""

    on: date
    words: str
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class TermRow:
    """One line of the chart: its stretches and its days."""

    name: str
    stretches: tuple[Stretch, ...] = ()
    marks: tuple[DayMark, ...] = ()

    def days(self) -> list[date]:
        """Every day that has to be within the picture."""
        ends = [day for each in self.stretches for day in (each.starts_on, each.last_day)]
        return [*ends, *(each.on for each in self.marks)]


def terms(caption: Caption, rows: Sequence[TermRow], *, today: date, wide: Width = 1000) -> Picture:
    """The rows under one another over the years that they need, with a line at today."""
    return picture(
        caption,
        _table(rows),
        lambda size: _drawn(rows, today, size),
        wide=wide,
        is_empty=not any(row.days() for row in rows),
    )


def _drawn(rows: Sequence[TermRow], today: date, size: float) -> Drawing:
    body = laid_out([row.name for row in rows], size, top=LINE + _AIR, thick=_THICK, to_right=False)
    days = [day for row in rows for day in row.days()]
    low, high = min([today, *days]), max([today, *days])
    across = Linear(_at(low), _at(high), body.left + _EDGE, size - _EDGE)
    marks = [*_years(low, high, across, body), *body.marks]
    taken = _names_kept_clear(body, size)
    for row, y in zip(rows, body.tops, strict=True):
        marks += _stretches(row, across, y, taken)
        marks += _days(row, across, y, taken)
    now = across(_at(today))
    marks.append(line(now, LINE, now, body.bottom, "ref"))
    wanted = [
        each for row, y in zip(rows, body.tops, strict=True) for each in _said(row, across, y)
    ]
    within = Box(body.left, LINE, size, body.bottom + _AIR)
    return Drawing(size, body.bottom + 4, (*marks, *placed(wanted, within=within, taken=taken)))


def _names_kept_clear(body: Rows, size: float) -> list[Box]:
    """On a telephone a row's name stands over it, where no other words may go."""
    if not is_narrow(size):
        return []
    above = [0.0, *(top + _THICK for top in body.tops[:-1])]
    return [Box(0, low, size, top - 1) for low, top in zip(above, body.tops, strict=True)]


def _years(low: date, high: date, across: Linear, body: Rows) -> list[str]:
    """The first of each January that is in the picture, those named that have room."""
    years = [year for year in range(low.year, high.year + 2) if low <= date(year, 1, 1) <= high]
    if not years:
        return [words(across.start, 13, str(low.year), "quiet")]
    days = max((high - low).days, 1)
    named = round_years(years, (across.end - across.start) / days * 365)
    marks = []
    for year in years:
        x = across(_at(date(year, 1, 1)))
        marks.append(line(x, LINE, x, body.bottom, "grid"))
        if year in named and fits(str(year), across.end + _EDGE - x - 4):
            marks.append(words(x + 4, 13, str(year), "quiet"))
    return marks


def _stretches(row: TermRow, across: Linear, y: float, taken: list[Box]) -> list[str]:
    """Each as a bar, with its words inside where they fit."""
    marks = []
    for each in row.stretches:
        start, end = across(_at(each.starts_on)), across(_at(each.last_day))
        tone = UNKNOWN if each.is_option else PUBLIC
        marks.append(rect(start, y, max(end - start, 2), _THICK, tone))
        taken.append(Box(start, y, max(end, start + 2), y + _THICK))
        if _fits_inside(each, across):
            look = "" if each.is_option else on_tone(PUBLIC)
            marks.append(words(start + _AIR, y + 15, plain(each.words), look))
    return marks


def _days(row: TermRow, across: Linear, y: float, taken: list[Box]) -> list[str]:
    marks = []
    for each in row.marks:
        x, middle = across(_at(each.on)), y + _THICK / 2
        marks.append(diamond(x, middle, _REACH, _tone(each)))
        taken.append(Box(x - _REACH, middle - _REACH, x + _REACH, middle + _REACH))
    return marks


def _said(row: TermRow, across: Linear, y: float) -> list[Wanted]:
    """Words beside the marks, and beside the bars that are too short for theirs."""
    middle = y + _THICK / 2
    found = []
    for each in row.marks:
        look = f"{word_tone(FOCUS)} halo" if each.is_late else "halo"
        found.append(_wanted(across(_at(each.on)), middle, each.words, look, _REACH))
    for stretch in row.stretches:
        if not _fits_inside(stretch, across):
            start, end = across(_at(stretch.starts_on)), across(_at(stretch.last_day))
            half = (end - start) / 2
            found.append(_wanted(start + half, middle, stretch.words, "quiet halo", half))
    return found


def _wanted(x: float, y: float, text: str, look: str, reach: float) -> Wanted:
    return Wanted(x, y, plain(text), look, reach=reach, may_stand_off=False)


def _fits_inside(each: Stretch, across: Linear) -> bool:
    room = across(_at(each.last_day)) - across(_at(each.starts_on))
    return fits(plain(each.words), room - 2 * _AIR)


def _tone(each: DayMark) -> Tone:
    return FOCUS if each.is_late else PUBLIC


def _at(day: date) -> float:
    return float(day.toordinal())


def _table(rows: Sequence[TermRow]) -> ChartTable:
    said = [
        (f"{plain(row.name)}: {plain(each.words)}", _day(each.starts_on), _day(each.last_day))
        for row in rows
        for each in row.stretches
    ]
    said += [
        (f"{plain(row.name)}: {plain(each.words)}", _day(each.on), "")
        for row in rows
        for each in row.marks
    ]
    return ChartTable(("What", "From", "To"), tuple(said))


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
