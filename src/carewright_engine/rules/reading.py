"""Files of reference data: read strictly, in order of their days, with no two rows at odds."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from importlib.resources import files
from typing import Final, Protocol, TypeVar

from carewright_engine.rules.cells import Cells
from carewright_engine.rules.refusing import Fault, RefusedData
from carewright_engine.values.period import Period


class InForce(Protocol):
    """A row that holds for a while: which, from when, and the first day on which no longer."""

    @property
    def id(self) -> str: ...
    @property
    def starts_on(self) -> date: ...
    @property
    def ends_before(self) -> date | None: ...


Row = TypeVar("Row", bound=InForce)
Rows = dict[str, tuple[Row, ...]]


class NotInForce(LookupError):
    """Nothing of that name holds on the day; the text says what is held."""


_FOLDER: Final = files("carewright_engine") / "reference_data"


def text_of(file: str) -> str:
    """The words of a file that came with Carewright."""
    return (_FOLDER / file).read_text(encoding="utf-8")


def read(file: str, text: str, columns: Sequence[str], make: Callable[[Cells], Row]) -> Rows[Row]:
    """The rows of each name, the oldest first; `RefusedData` with every fault if there is one."""
    found: list[tuple[int, Row]] = []
    faults: list[Fault] = []
    for cells in _lines(file, text, columns, faults):
        row = make(cells)
        faults.extend(cells.faults)
        if not cells.faults:
            found.append((cells.line, row))
    faults.extend(_overlaps(file, found))
    if faults:
        raise RefusedData(sorted(faults, key=lambda fault: fault.line))
    return by_id(row for _, row in found)


def by_id(rows: Iterable[Row]) -> Rows[Row]:
    """The rows of each name, the oldest first."""
    kept: Rows[Row] = {}
    for row in sorted(rows, key=lambda each: each.starts_on):
        kept[row.id] = (*kept.get(row.id, ()), row)
    return kept


def held_on(rows: Rows[Row], name: str, on: date) -> Row:
    """The row of a name that holds on the day; `NotInForce` where there is none."""
    known = rows.get(name)
    if not known:
        raise NotInForce(f"There is no {name} in the reference data")
    for row in known:
        if holds_on(row, on):
            return row
    raise NotInForce(f"No {name} is held for {on}: {', '.join(map(_span, known))}")


def holds_on(row: InForce, day: date) -> bool:
    """Whether the row holds on the day."""
    return Period(row.starts_on, row.ends_before).covers(day)


def _lines(file: str, text: str, columns: Sequence[str], faults: list[Fault]) -> Iterator[Cells]:
    lines = _taken_apart(file, text, faults)
    _line, header = next(lines, (1, []))
    if header != list(columns):
        faults.append(Fault(file, 1, "columns", f"must be {','.join(columns)}"))
        return
    for line, texts in lines:
        if len(texts) != len(columns):
            reason = f"{len(texts)} cells instead of {len(columns)}"
            faults.append(Fault(file, line, "columns", reason))
            continue
        cells = Cells(file, line, dict(zip(columns, texts, strict=True)))
        for column, words in cells.texts.items():
            if words != words.strip():
                cells.refuse(column, "begins or ends with a space")
        yield cells


def _taken_apart(file: str, text: str, faults: list[Fault]) -> Iterator[tuple[int, list[str]]]:
    """The cells of each line; a stray quotation mark is a fault, and reading goes on."""
    lines = csv.reader(text.splitlines(), strict=True)
    while True:
        first = lines.line_num + 1
        try:
            yield first, next(lines)
        except StopIteration:
            return
        except csv.Error as wrong:
            faults.append(Fault(file, first, "columns", f"not cells: {wrong}"))


def _overlaps(file: str, found: Iterable[tuple[int, InForce]]) -> Iterator[Fault]:
    last: dict[str, tuple[int, InForce]] = {}
    for line, row in sorted(found, key=lambda each: (each[1].id, each[1].starts_on)):
        before = last.get(row.id)
        if before and holds_on(before[1], row.starts_on):
            reason = f"line {before[0]} says what {row.id} is on {row.starts_on} already"
            yield Fault(file, line, "from", reason)
        last[row.id] = (line, row)


def _span(row: InForce) -> str:
    until = f" and before {row.ends_before}" if row.ends_before else ""
    return f"one from {row.starts_on}{until}"
