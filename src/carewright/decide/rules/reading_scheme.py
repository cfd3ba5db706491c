"""Reads a scheme of delegation from its file; every row that cannot be read says how to mend it."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import StringIO
from typing import Final, TypeVar

from carewright.decide.rules.coverage import Fault, faults_of
from carewright.decide.rules.decided_acts import DecidedAct, Framework
from carewright.decide.rules.notation import (
    NotUnderstood,
    read_roles,
    read_stage,
    written_roles,
    written_stage,
)
from carewright.decide.rules.scheme import Bounds, SchemeRow, Stage
from carewright.decide.rules.scheme_file import COLUMNS, STEPS
from carewright.platform.api import Role

T = TypeVar("T")
Reader = Callable[[str, str], int]
"""Reads a figure from what a column holds."""

#: Plain digits or groups of three, and pence: never an exponent, which costs a minute to write out.
_POUNDS: Final = re.compile(r"£?\s?([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.([0-9]{1,2}))?")

NEEDED: Final = ("act", "framework", "step_1")
MOST_ROWS: Final = 500
MOST_COLUMNS: Final = 60
MOST_ROWS_OF_AN_ACT: Final = 60
MOST_PENCE: Final = 10**15
MOST_SIGNS: Final = 40  # of an amount: no more are looked at
MOST_SCRUTINY_DAYS: Final = 60
MOST_COUNT: Final = 1_200  # months or days: a hundred years of months


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in one place of the file, and how to mend it."""

    row: int  # as a spreadsheet numbers it, the heading being 1; 0 is the whole file
    column: str
    what: str
    mend: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds: rows that can be used, and everything that keeps it from being used."""

    rows: tuple[SchemeRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def usable(self) -> bool:
        """Whether the whole file can be proposed; a part of one never is."""
        return bool(self.rows) and not self.problems and not self.faults


class _Wrong(Exception):
    """A cell that cannot be read."""

    def __init__(self, column: str, what: str, mend: str) -> None:
        super().__init__(what)
        self.column, self.what, self.mend = column, what, mend


@dataclass
class _Line:
    """One row of the file while it is read: the cells, and what is wrong with them."""

    number: int
    cells: dict[str, str]
    wrong: list[Problem] = field(default_factory=list)

    def cell(self, column: str) -> str:
        return (self.cells.get(column) or "").strip()


def read_scheme(content: bytes, *, roles: frozenset[Role]) -> Reading:
    """The rows of a file and its problems; `roles` are those that may decide in this body."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        mend = "Save it as “CSV UTF-8” and give it again"
        return Reading(problems=(Problem(0, "", "The file is not text in UTF-8", mend),))
    if "\0" in text:
        mend = "Save the spreadsheet as CSV and give that"
        return Reading(problems=(Problem(0, "", "The file is not CSV", mend),))
    return _read(text, roles)


def _read(text: str, roles: frozenset[Role]) -> Reading:
    first = text.splitlines()[0] if text.strip() else ""
    delimiter = max(",;\t", key=first.count)
    try:
        lines = list(csv.reader(StringIO(text), delimiter=delimiter, strict=True))
    except csv.Error as error:
        mend = "Save the spreadsheet as CSV again"
        return Reading(problems=(Problem(0, "", f"The file is broken: {error}", mend),))
    headings = [name.strip().lower().replace(" ", "_") for name in (lines[0] if lines else [])]
    if problems := list(_problems_of_headings(headings, len(lines))):
        return Reading(problems=tuple(problems))
    rows: list[SchemeRow] = []
    found: list[Problem] = []
    for number, cells in enumerate(lines[1:], start=2):
        if any(cell.strip() for cell in cells):
            line = _Line(number, dict(zip(headings, cells, strict=False)))
            if row := _row(line, roles):
                rows.append(row)
            found += line.wrong
    found += _too_many(rows)
    if not rows and not found:
        found = [Problem(0, "", "The file has no rows", "Add a row for each power")]
    faults = () if found else tuple(faults_of(rows))
    return Reading(tuple(rows), tuple(found), faults)


def _problems_of_headings(headings: list[str], lines: int) -> Iterator[Problem]:
    if len(headings) > MOST_COLUMNS:
        what = f"The file has {len(headings):,} columns"
        yield Problem(1, "", what, "Use the template's headings and no others")
        return
    for name in NEEDED:
        if name not in headings:
            yield Problem(1, name, f"The column {name} is missing", "Use the template's headings")
    for name in headings:
        if name and name not in COLUMNS:
            mend = "Remove it, or use one of the template's headings"
            yield Problem(1, name[:60], "The column is not known", mend)
        if name and headings.count(name) > 1:
            yield Problem(1, name[:60], "The column stands there twice", "Remove one of them")
    if lines > MOST_ROWS + 1:
        yield Problem(0, "", f"The file has more than {MOST_ROWS} rows", "Join rows that agree")


def _too_many(rows: list[SchemeRow]) -> Iterator[Problem]:
    for act in DecidedAct:
        if sum(row.act is act for row in rows) > MOST_ROWS_OF_AN_ACT:
            what = f"{act.label} has more than {MOST_ROWS_OF_AN_ACT} rows"
            yield Problem(0, "act", what, "Join rows that agree")


def _row(line: _Line, roles: frozenset[Role]) -> SchemeRow | None:
    """The row, or None with everything that is wrong with it."""
    act = _tried(line, lambda: _act(line))
    pence = _tried(line, lambda: _bounds(line, "value", _pence))
    months = _tried(line, lambda: _bounds(line, "months", _count))
    side = _tried(line, lambda: _framework(line))
    stages = _tried(line, lambda: _stages(line, roles))
    urgent = _tried(line, lambda: _urgent(line, roles))
    days = _tried(line, lambda: (_optional(line, "decide_within_days", _count),))
    cited = _tried(line, lambda: (_cited(line),))
    looked_at = _tried(line, lambda: _scrutiny(line))
    if line.wrong or not (
        cited and act and pence and months and side and stages and urgent and days and looked_at
    ):
        return None
    return SchemeRow(
        line.number, act, pence, months, side, stages, *urgent, days[0], cited[0], *looked_at
    )


def _tried(line: _Line, read: Callable[[], T]) -> T | None:
    try:
        return read()
    except _Wrong as wrong:
        line.wrong.append(Problem(line.number, wrong.column, wrong.what, wrong.mend))
        return None


def _act(line: _Line) -> DecidedAct:
    typed = line.cell("act")
    for act in DecidedAct:
        if typed.casefold() in (act.label.casefold(), act.value):
            return act
    names = ", ".join(act.label for act in DecidedAct)
    what = f"“{typed[:60]}” is no act" if typed else "No act is named"
    raise _Wrong("act", what, f"Use one of: {names}")


def _framework(line: _Line) -> Framework:
    typed = line.cell("framework").casefold()
    if typed in ("", *(side.value for side in Framework)):
        return Framework(typed or "either")
    raise _Wrong("framework", f"“{typed[:60]}” is not understood", "Write in, out or either")


def _bounds(line: _Line, name: str, read: Reader) -> Bounds:
    over = _optional(line, f"{name}_over", read)
    up_to = _optional(line, f"{name}_up_to", read)
    if over is not None and up_to is not None and over >= up_to:
        column = f"{name}_up_to"
        raise _Wrong(column, "The upper limit is not above the lower", "Put the larger figure here")
    return Bounds(over, up_to)


def _optional(line: _Line, column: str, read: Reader) -> int | None:
    typed = line.cell(column)
    return read(column, typed) if typed else None


def _pence(column: str, typed: str) -> int:
    mend = "Write pounds, like 250000 or £250,000; leave it empty for no limit"
    found = _POUNDS.fullmatch(typed) if len(typed) <= MOST_SIGNS else None
    if not found:
        raise _Wrong(column, f"“{typed[:60]}” is no amount", mend)
    pence = int(found[1].replace(",", "")) * 100 + int((found[2] or "").ljust(2, "0"))
    if pence > MOST_PENCE:
        what = f"“{typed[:60]}” is more than a limit can be"
        raise _Wrong(column, what, "Write ten million million pounds at most")
    return pence


def _count(column: str, typed: str) -> int:
    if re.fullmatch(r"[0-9]{1,4}", typed) and int(typed) <= MOST_COUNT:
        return int(typed)
    mend = "Write a whole number, or leave it empty"
    raise _Wrong(column, f"“{typed[:60]}” is no whole number", mend)


def _stages(line: _Line, roles: frozenset[Role]) -> tuple[Stage, ...]:
    cells = [(column, line.cell(column)) for column in STEPS]
    filled = [place for place, (_, typed) in enumerate(cells) if typed]
    if not filled:
        raise _Wrong("step_1", "Nobody decides", "Name a role, or Committee: its name")
    if filled != list(range(len(filled))):
        column = cells[next(i for i, (_, typed) in enumerate(cells) if not typed)][0]
        raise _Wrong(column, "A step is left out", "Move the later steps up")
    return tuple(_stage(column, typed, roles) for column, typed in cells if typed)


def _stage(column: str, typed: str, roles: frozenset[Role]) -> Stage:
    try:
        stage = read_stage(typed)
    except NotUnderstood as wrong:
        raise _Wrong(column, f"“{typed[:60]}” names nobody", _sentence(wrong)) from None
    if len(written_stage(stage)) > 300:
        raise _Wrong(column, "The step is too long", "Name fewer roles")
    for part in stage:
        _check_roles(column, part.roles, roles)
    return stage


def _check_roles(column: str, named: frozenset[Role], roles: frozenset[Role]) -> None:
    for role in sorted(named - roles):
        mend = f"Use a role that decides here: {written_roles(roles)}"
        raise _Wrong(column, f"A {role.label.lower()} decides nothing here", mend)


def _urgent(line: _Line, roles: frozenset[Role]) -> tuple[frozenset[Role], int | None]:
    typed = line.cell("urgent_roles")
    days = _optional(line, "urgent_days", _count)
    if not typed and days is None:
        return frozenset(), None
    if not typed:
        raise _Wrong("urgent_roles", "Nobody is named", "Name the role, or clear urgent_days")
    if not days:
        mend = "Write the working days within which approval must follow"
        raise _Wrong("urgent_days", "No days are given", mend)
    try:
        named = read_roles(typed)
    except NotUnderstood as wrong:
        raise _Wrong("urgent_roles", f"“{typed[:60]}”: no role", _sentence(wrong)) from None
    _check_roles("urgent_roles", named, roles)
    return named, days


def _scrutiny(line: _Line) -> tuple[int | None, int | None]:
    """Members' working days before and after; none where the file has no such columns."""
    return _days(line, "scrutiny_days_before"), _days(line, "scrutiny_days_after")


def _days(line: _Line, column: str) -> int | None:
    days = _optional(line, column, _count) or None
    if days is not None and days > MOST_SCRUTINY_DAYS:
        mend = f"Write {MOST_SCRUTINY_DAYS} working days at most, or leave it empty"
        raise _Wrong(column, f"{days} days are more than a decision waits", mend)
    return days


def _cited(line: _Line) -> str:
    typed = line.cell("cited")[:200]
    if typed.startswith(("=", "+", "-", "@")):
        mend = "Begin with a letter, as in Part 3, paragraph 4.2"
        raise _Wrong("cited", "A spreadsheet would take this for a formula", mend)
    return typed


def _sentence(wrong: NotUnderstood) -> str:
    """What to write instead, with a capital at its start and none of the others lost."""
    words = str(wrong)
    return words[0].upper() + words[1:]
