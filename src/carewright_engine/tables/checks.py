"""Declared rules over a table of events, all answered for every row in one pass.

A rule is one sentence about a row with the expression that is true where the sentence is
false. All rules of a file are evaluated together, each as one bit a row, and only the rows
that break something are looked at again to say what stood there and how to mend it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter
from typing import Final

import polars as pl

from carewright_engine.tables.reading import ROW_ISSUES, UnreadableFile
from carewright_engine.tables.repeats import Repeats

LISTED: Final = 1000  # rows listed for each rule; the counts always say how many there are
HEADER_ROW: Final = 1

Issue = tuple[int, str, str | None, str, str]  # a row of `ROW_ISSUES`


@dataclass(frozen=True, slots=True)
class Rule:
    """Something that must hold of every row, and what to do where it does not.

    `broken` is true where the rule does not hold; null counts as "not broken", so that a
    blank breaks only the rules that ask for a value. `says` and `mend` are for the person who
    sent the file. `once` names columns that together may stand only once in a file: a row
    that repeats an earlier one in them breaks the rule too.
    """

    code: str
    column: str
    says: str
    mend: str
    broken: pl.Expr
    once: tuple[str, ...] = ()

    @property
    def columns(self) -> frozenset[str]:
        """The columns of the file that the rule reads."""
        return frozenset({self.column, *self.once, *self.broken.meta.root_names()})


@dataclass(frozen=True, slots=True)
class Checked:
    """What the rules found in a table.

    `clean` is true for each row that breaks nothing. `counts` has every rule, those that
    nothing broke included. `issues` lists the first rows of each rule, in order of rows.
    `broken` holds one bit for each row and rule, in columns named by the rules' codes.
    """

    clean: pl.Series
    counts: Mapping[str, int]
    issues: pl.DataFrame
    broken: pl.DataFrame

    @property
    def refused(self) -> int:
        """Rows that break at least one rule."""
        return len(self.clean) - int(self.clean.sum())

    @property
    def mask(self) -> pl.Series:
        """The broken rules of each row as one number: bit 0 is the first rule."""
        if self.broken.width > 64:
            raise ValueError("A mask of 64 bits cannot hold more than 64 rules.")
        bits = (
            pl.col(code).cast(pl.UInt64) * pl.lit(1 << place, pl.UInt64)
            for place, code in enumerate(self.broken.columns)
        )
        return self.broken.select(pl.sum_horizontal(bits).alias("mask")).to_series()


def check(frame: pl.DataFrame, rules: Sequence[Rule], *, listed: int = LISTED) -> Checked:
    """Every rule answered for every row of a table that is in memory as a whole."""
    return Checker(rules, listed=listed).check(frame)


class Checker:
    """Checks a table that arrives in slices, as if it were in memory as a whole.

    It remembers the keys it has seen and how many rows it has listed for each rule.
    """

    def __init__(self, rules: Sequence[Rule], *, listed: int = LISTED) -> None:
        if not rules:
            raise ValueError("A table is checked against one rule at least.")
        _refuse_codes_given_twice(rules)
        self.rules = tuple(rules)
        self.counts = {rule.code: 0 for rule in self.rules}
        self._listed = listed
        self._rows_seen = 0
        self._repeats = {rule.code: Repeats(rule.once) for rule in self.rules if rule.once}

    def check(self, frame: pl.DataFrame) -> Checked:
        """The next slice, checked against the rules and the slices before it."""
        require_columns(frame.columns, self.rules)
        numbered = self._with_row_numbers(frame)
        broken = self._broken(numbered)
        counts = {code: int(broken[code].sum()) for code in broken.columns}
        clean = _clean(broken)
        # Most rows are clean: only the others are looked at row by row.
        issues = self._issues(numbered.filter(~clean), broken.filter(~clean))
        for code, count in counts.items():
            self.counts[code] += count
        return Checked(clean, counts, issues, broken)

    def _with_row_numbers(self, frame: pl.DataFrame) -> pl.DataFrame:
        """The rows as a spreadsheet numbers them, unless the reader has numbered them."""
        first = HEADER_ROW + 1 + self._rows_seen
        self._rows_seen += frame.height
        if "source_row" in frame.columns:
            return frame
        return frame.with_row_index("source_row", offset=first)

    def _broken(self, frame: pl.DataFrame) -> pl.DataFrame:
        """One bit for each row and rule; expressions that rules share are evaluated once."""
        answers = [rule.broken.fill_null(False).alias(rule.code) for rule in self.rules]
        broken = frame.lazy().select(answers).collect()
        return broken.with_columns(
            (broken[code] | repeats.in_earlier_row(frame)).alias(code)
            for code, repeats in self._repeats.items()
        )

    def _issues(self, frame: pl.DataFrame, broken: pl.DataFrame) -> pl.DataFrame:
        """The rows that break a rule, each rule up to its limit, in order of rows."""
        found: list[Issue] = []
        numbers = frame["source_row"].to_list()
        for rule in self.rules:
            room = max(self._listed - self.counts[rule.code], 0)
            values = _values(frame, rule)
            places = (place for place, faulty in enumerate(broken[rule.code]) if faulty)
            found.extend(
                (numbers[place], rule.column, values[place], rule.says, rule.mend)
                for place in islice(places, room)
            )
        return pl.DataFrame(sorted(found, key=itemgetter(0)), schema=ROW_ISSUES, orient="row")


def require_columns(present: Sequence[str], rules: Sequence[Rule]) -> None:
    """Refuse a file that lacks a column which some rule reads."""
    absent = sorted(frozenset[str]().union(*(rule.columns for rule in rules)) - set(present))
    if absent:
        raise UnreadableFile(
            f"The file has no column {', '.join(repr(name) for name in absent)}. "
            "Add the column under this name in the first row, or choose another kind of file."
        )


def _clean(broken: pl.DataFrame) -> pl.Series:
    return broken.select((~pl.any_horizontal(pl.all())).alias("clean")).to_series()


def _values(frame: pl.DataFrame, rule: Rule) -> list[str | None]:
    """What stands in each row where the rule looks."""
    if not rule.once:
        return frame[rule.column].cast(pl.String).to_list()
    return [
        " / ".join("" if part is None else str(part) for part in key)
        for key in frame.select(rule.once).iter_rows()
    ]


def _refuse_codes_given_twice(rules: Sequence[Rule]) -> None:
    codes = [rule.code for rule in rules]
    twice = sorted({code for code in codes if codes.count(code) > 1})
    if twice:
        raise ValueError(f"Two rules have the code {', '.join(twice)}; each needs its own.")
