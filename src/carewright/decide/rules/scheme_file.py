"""The columns of a scheme's file, and a scheme written as a file that can be read back."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO
from typing import Final

from carewright.decide.rules.notation import written_roles, written_stage
from carewright.decide.rules.scheme import SchemeRow

STEPS: Final = tuple(f"step_{number}" for number in range(1, 7))
COLUMNS: Final = (
    "act", "value_over", "value_up_to", "months_over", "months_up_to", "framework", *STEPS,
    "decide_within_days", "urgent_roles", "urgent_days", "cited", "scrutiny_days_before",
    "scrutiny_days_after",
)  # fmt: skip


def written_scheme(rows: Iterable[SchemeRow]) -> str:
    """The scheme as a file that can be read back."""
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(_cells(row) for row in rows)
    return out.getvalue()


def _cells(row: SchemeRow) -> dict[str, str]:
    steps = {column: written_stage(s) for column, s in zip(STEPS, row.stages, strict=False)}
    return {
        "act": row.act.label, "framework": row.framework.value, "cited": row.cited,
        "value_over": _pounds(row.pence.over), "value_up_to": _pounds(row.pence.up_to),
        "months_over": _figure(row.months.over), "months_up_to": _figure(row.months.up_to),
        "decide_within_days": _figure(row.days_to_decide), **steps,
        "urgent_roles": written_roles(row.urgent_roles), "urgent_days": _figure(row.urgent_days),
        "scrutiny_days_before": _figure(row.scrutiny_before),
        "scrutiny_days_after": _figure(row.scrutiny_after),
    }  # fmt: skip


def _pounds(pence: int | None) -> str:
    if pence is None:
        return ""
    whole, rest = divmod(pence, 100)
    return f"{whole}.{rest:02d}" if rest else str(whole)


def _figure(figure: int | None) -> str:
    return "" if figure is None else str(figure)
