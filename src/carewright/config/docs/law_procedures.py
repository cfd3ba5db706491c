"""The part of the page of law that says by which ways something may be procured."""

from __future__ import annotations

from itertools import chain
from typing import Final

from carewright.config.docs.law_rows import standing
from carewright.config.docs.markdown import code, listed, table
from carewright_engine.rules.procedures import Procedure, every_procedure

INTRODUCTION: Final = (
    "What follows from the way to an award: least periods, the standstill, and what is due before "
    "and after the contract. Days are those of the time limits and notices those of the "
    "obligations. An empty period is one that the law does not set; a voluntary standstill, once "
    "given, still has its least length."
)
COLUMNS: Final = (
    *("rule", "way", "light touch", "asking to take part", "tendering", "standstill"),
    *("before the contract", "after it", "holds in"),
    *("from", "no longer from", "source", "verified", "test"),
)
TEST: Final = "test_each_way_has_the_periods_standstill_and_notices_of_its_law"


def procedures() -> tuple[str, str, str]:
    """Heading, introduction and table."""
    rows = map(_row, chain.from_iterable(every_procedure().values()))
    return ("## Ways to an award", INTRODUCTION, table(COLUMNS, rows))


def _row(row: Procedure) -> tuple[str, ...]:
    return (
        code(row.id),
        row.words,
        row.light_touch.value,
        listed(row.participation),
        listed(row.tendering),
        " ".join(filter(None, (row.standstill.value, listed(row.standstill_limit)))),
        listed(row.before_contract),
        listed(row.after_contract),
        row.jurisdiction.label,
        *standing(row.starts_on, row.ends_before, row.source, row.checked),
        code(TEST),
    )
