"""Share bars: how much of a whole, with the counts that the share comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from carewright_engine.charts.bars import THICK, Bar, drawn_bars
from carewright_engine.charts.key import drawn_key
from carewright_engine.charts.picture import (
    PUBLIC,
    Caption,
    ChartTable,
    KeyItem,
    Picture,
    Tone,
    Width,
    cell,
    picture,
)
from carewright_engine.charts.rows import laid_out, told
from carewright_engine.charts.scales import Number, Unit, finite, known
from carewright_engine.charts.svg import Drawing, phrase, rect
from carewright_engine.charts.text import plain, shortened, width

_COUNT = Unit()
_BEARS_A_DECIMAL = 1000


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole: 32 of 70 homes. A whole of nought has no share."""

    name: str
    part: Number
    whole: Number
    tone: Tone = PUBLIC
    note: str = ""
    """Said after the share; left empty, it is "32 of 70"."""


def share_bars(
    caption: Caption,
    rows: Sequence[Share],
    *,
    of_the_whole: bool = True,
    rows_are: str = "Name",
    parts_are: str = "Part",
    wholes_are: str = "Whole",
    key: Sequence[KeyItem] = (),
    wide: Width = 680,
) -> Picture:
    """Each bar against its whole (100%), or, where all shares are small, against the largest."""

    def draw(size: float) -> Drawing:
        return (
            _against_whole(rows, size, key) if of_the_whole else _against_largest(rows, size, key)
        )

    return picture(
        caption,
        _table(rows, (rows_are, parts_are, wholes_are, "Share")),
        draw,
        wide=wide,
        key=key,
        is_empty=not rows,
    )


def _percent(rows: Sequence[Share]) -> Unit:
    """Whole hundredths; one decimal, for all alike, where wholes are large enough to bear it."""
    largest = max(known(row.whole for row in rows), default=0.0)
    return Unit(after="%", places=1 if largest >= _BEARS_A_DECIMAL else 0)


def percent(share: Share) -> float | None:
    """The part in a hundred of the whole."""
    part, whole = finite(share.part), finite(share.whole)
    if part is None or whole is None or whole <= 0:
        return None
    return finite(100 * (part / whole))


def _against_largest(rows: Sequence[Share], size: float, key: Sequence[KeyItem]) -> Drawing:
    as_bars = [Bar(row.name, percent(row), row.tone, _note(row)) for row in rows]
    return drawn_bars(as_bars, _percent(rows), size, key)


def _against_whole(rows: Sequence[Share], size: float, key: Sequence[KeyItem]) -> Drawing:
    heading = drawn_key(key, size)
    placed = laid_out([row.name for row in rows], size, top=heading.height, thick=THICK)
    room = size - placed.left
    unit = _percent(rows)
    words_wide = min(max(_told(row, unit) for row in rows) + 10, room * 0.5)
    full = room - words_wide
    marks = [*heading.marks, *placed.marks]
    for row, top in zip(rows, placed.tops, strict=True):
        marks += _drawn_row(row, unit, placed.left, top, full, words_wide)
    return Drawing(size, placed.bottom + 4, tuple(marks))


def _drawn_row(
    row: Share, unit: Unit, left: float, top: float, full: float, words_wide: float
) -> tuple[str, ...]:
    share = percent(row)
    x = left + full + 10
    if share is None:
        hollow = rect(left + 0.6, top + 0.6, full - 1.2, THICK - 1.2, "unknown")
        return hollow, phrase(x, top + 15, ((unit.say(None), "quiet"),))
    said = told(unit, share, words_wide - 12)
    note = shortened(_note(row), words_wide - 16 - width(said, bold=True))
    length = min(max(share, 0.0), 100.0) / 100 * full
    return (
        rect(left, top, full, THICK, "track"),
        rect(left, top, max(length, 1), THICK, row.tone),
        phrase(x, top + 15, ((said, "strong"), (note, "quiet"))),
    )


def _note(row: Share) -> str:
    if finite(row.part) is None or finite(row.whole) is None:
        return plain(row.note)
    return plain(row.note) or f"{_COUNT.say(row.part)} of {_COUNT.say(row.whole)}"


def _told(row: Share, unit: Unit) -> float:
    return width(unit.say(percent(row)), bold=True) + 6 + width(_note(row))


def _table(rows: Sequence[Share], columns: tuple[str, ...]) -> ChartTable:
    return ChartTable(
        columns,
        tuple((row.name, cell(row.part), cell(row.whole), percent(row)) for row in rows),
        (Unit(), _COUNT, _COUNT, _percent(rows)),
    )
