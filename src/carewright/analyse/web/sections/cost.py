"""Cost: what a unit of care costs where somebody returned it, in-house beside bought."""

from __future__ import annotations

from typing import Final

from carewright.analyse.web.blocks import Prose, Row, Table, row
from carewright.analyse.web.reading import Reading, cell
from carewright.analyse.web.wording import capital, count, year_of
from carewright.ui import rows as ui
from carewright.ui.rows import GridCell, GridColumn
from carewright_engine.provision.answers import Value

WAYS: Final = (
    "The council’s contract register with price lines",
    "In-house unit costs from the yearly financial return",
    "Fees that people pay themselves, from providers’ yearly return",
)
RUN: Final = {"in_house": "In-house", "external": "Bought", "all": "Both together"}


def cost(reading: Reading) -> tuple[Row, ...]:
    """Unit costs, or a box as large as they would be."""
    table = _unit_costs(reading)
    if table is None:
        figure = reading.figure("cost.price")
        box = reading.missing(figure)
        return row((box,), (reading.filling(*WAYS),), layout="g2")
    return (
        *row((table,), (_about(reading),)),
        *row((reading.cautions("cost", "Costs of some years ago"),)),
    )


def year_of_costs(reading: Reading) -> str:
    """'2022/23'."""
    year = int(year_of(reading.records("unit_costs")[0]["year_from"]))
    return f"{year}/{(year + 1) % 100:02}"


def _unit_costs(reading: Reading) -> Table | None:
    """One line a kind of care and unit; beneath each cost the middle of all councils."""
    records = reading.records("unit_costs")
    if not records:
        return None
    columns = [key for key in RUN if any(record["provision"] == key for record in records)]
    lines: dict[tuple[Value, ...], dict[str, GridCell]] = {}
    for record in records:
        key = (record["kind"], record["care_group"], record["unit"])
        lines.setdefault(key, {})[str(record["provision"])] = _cost(record)
    grid = ui.Grid(
        caption=f"Unit costs, {year_of_costs(reading)}",
        columns=(
            GridColumn("Care"), GridColumn("Unit"),
            *(GridColumn(RUN[key], figures=True) for key in columns),
        ),
        rows=tuple(
            (
                GridCell(str(kind), beneath=cell(group)), capital(str(unit)),
                *(found.get(key, "–") for key in columns),
            )
            for (kind, group, unit), found in lines.items()
        ),
        stacked=True,
    )  # fmt: skip
    return reading.tabled("unit_costs", grid)


def _cost(record: dict[str, Value]) -> GridCell:
    councils = count(record["councils"])
    others = f"middle of {councils} councils {cell(record['middle_council'], 'pence')}"
    return GridCell(
        cell(record["pence"], "pence"),
        beneath=others if councils > 1 else "no other council returned one",
    )


def _about(reading: Reading) -> Prose:
    return Prose(
        heading="In-house beside bought",
        words="Costs are as councils returned them. In-house costs may hold overheads that a "
        "price does not, and the people supported may differ, so a difference is a question and "
        "not yet a saving.",
        strong="Prices of single contracts are not among the files.",
    )
