"""What councils undertake towards the voluntary bodies they fund, on the page of law."""

from __future__ import annotations

from itertools import chain
from typing import Final

from carewright.config.docs.law_rows import standing
from carewright.config.docs.markdown import code, table
from carewright_engine.rules.undertakings import Undertaking, every_undertaking

COLUMNS: Final = (
    *("rule", "undertaking", "from tier", "limit", "why"),
    *("from", "no longer from", "source", "verified", "test"),
)
INTRODUCTION: Final = (
    "None of this is law: it is what councils promised in compacts, asked in proportion to the "
    "value and the risk of a grant. An exception is recorded with its reason."
)
TEST: Final = "test_a_grant_is_asked_for_what_was_undertaken_from_its_tier_on"


def undertakings() -> tuple[str, str, str]:
    """The section: heading, introduction and table."""
    rows = chain.from_iterable(every_undertaking().values())
    return "## Undertakings towards voluntary bodies", INTRODUCTION, table(COLUMNS, map(_row, rows))


def _row(row: Undertaking) -> tuple[str, ...]:
    return (
        code(row.id), row.words, row.tier.value, code(row.limit) if row.limit else "", row.why,
        *standing(row.starts_on, row.ends_before, row.source, row.checked), code(TEST),
    )  # fmt: skip
