"""What every row of law has on its page: since when it holds, where from, and who checked it."""

from __future__ import annotations

from datetime import date

from carewright_engine.rules.rows import Checked


def standing(
    starts_on: date, ends_before: date | None, source: str, checked: Checked
) -> tuple[str, ...]:
    """The cells from "from" to "verified"."""
    ends = ends_before.isoformat() if ends_before else ""
    return (starts_on.isoformat(), ends, source, checked.label)
