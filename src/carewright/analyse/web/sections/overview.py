"""Every kind of care in an area side by side."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from carewright.analyse.web.blocks import Row, Table, row
from carewright.analyse.web.reading import Reading
from carewright.analyse.web.wording import count, number, plain_number, whole
from carewright.ui import rows as ui
from carewright.ui.rows import GridCell, GridColumn
from carewright_engine.provision.answers import Value

NOTHING = "–"
ABOUT = (
    "Open a kind to analyse it by itself. A rate is places for 1,000 people of the age that the "
    "kind mostly supports; HHI goes from near 0 (many equal operators) to 10,000 (one)."
)


def overview(reading: Reading) -> tuple[Row, ...]:
    """One line a kind: how many, who runs them, how good, how concentrated."""
    return row((_kinds(reading),), layout="g1")


def _kinds(reading: Reading) -> Table | None:
    records = reading.records("kinds_side_by_side")
    if not records:
        return None
    heads = (
        *("Services", "Publicly run", "Places", "Staff"),
        *("Graded 4 or better", "HHI", "Places per 1,000"),
    )
    grid = ui.Grid(
        caption=f"Kinds of care in {reading.area}",
        columns=(GridColumn("Kind"), *(GridColumn(head, figures=True) for head in heads)),
        rows=tuple(_line(reading, record) for record in records),
        stacked=True,
    )
    return reading.tabled("kinds_side_by_side", grid, note=ABOUT)


def _line(reading: Reading, record: dict[str, Value]) -> tuple[str | GridCell, ...]:
    return (
        GridCell(str(record["name"]), link=_ask_for(reading, record)),
        whole(record["services"]),
        whole(record["publicly_run"]),
        _or_nothing(record["places"]),
        _or_nothing(record["staff_wte"]),
        _good(record),
        whole(record["hhi_group"]),
        _rate(record),
    )


def _ask_for(reading: Reading, record: dict[str, Value]) -> str:
    """The question about this kind alone, filled in."""
    asked = reading.answer.question
    day: date = asked.as_at
    question = {
        "area": f"{asked.area.kind}:{asked.area.code}",
        "kind": str(record["kind"]),
        "care_group": str(record["care_group"] or ""),
        "as_at": day.isoformat(),
    }
    return f"{reverse('analyse:areas')}?{urlencode(question)}"


def _or_nothing(value: Value) -> str:
    return NOTHING if value is None else whole(value)


def _good(record: dict[str, Value]) -> str:
    """'32 of 70'."""
    graded, part = count(record["graded"]), number(record["good_share"])
    return f"{round(part * graded)} of {graded}" if part is not None else NOTHING


def _rate(record: dict[str, Value]) -> str | GridCell:
    if record["rate"] is None:
        return NOTHING
    return GridCell(
        plain_number(record["rate"]), beneath=f"aged {record['age']}".replace("-", " to ")
    )
