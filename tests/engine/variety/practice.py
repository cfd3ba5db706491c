"""Registers of three practice councils that agree in everything but what a test plants."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from carewright_engine.tables.kinds import read_published
from carewright_engine.variety.contracts import Contract, contracts_of

COUNCILS = ("Elmshire", "Oakshire", "Strathalder")
HEADERS = (
    "Contract reference", "Title", "Supplier", "Type of care", "Start", "Rate", "Unit",
    "Notice by provider", "Notice by council", "Payment terms", "Paid in advance", "Price review",
    "Contract type", "Length (months)", "Status",
)  # fmt: skip
HOME_CARE = (
    "Home care", "01/04/2025", "21.50", "hour", "12 weeks", "12 weeks", "28 days", "No",
    "CPI each April", "Framework", "36", "Active",
)  # fmt: skip
CARE_HOME = (
    "Care homes", "01/04/2025", "850", "week", "28 days", "28 days", "28 days", "No",
    "Agreed each year", "Spot", "24", "Active",
)  # fmt: skip
Plants = dict[tuple[str, str], str]  # reference and heading -> what stands there instead


def registers(folder: Path, planted: Plants, *, without: tuple[str, ...] = ()) -> list[Contract]:
    """Six contracts for home care and six for care homes in each council, through the reader."""
    found: list[Contract] = []
    for council in COUNCILS:
        text = io.StringIO(newline="")
        kept = [place for place, name in enumerate(HEADERS) if name not in without]
        rows = [HEADERS, *(_row(council, number, planted) for number in range(12))]
        csv.writer(text).writerows([row[place] for place in kept] for row in rows)
        path = folder / f"{council}.csv"
        path.write_text(text.getvalue())
        table = read_published(path, kind="contract_register").tables["contract"]
        found.extend(contracts_of(table, {table["dataset"][0]: council}))
    return found


def _row(council: str, number: int, planted: Plants) -> tuple[str, ...]:
    terms = HOME_CARE if number < 6 else CARE_HOME
    reference = f"{council[0]}{number}"
    row = (reference, f"{terms[0]} {number}", f"Provider {number} of {council} Ltd", *terms)
    pairs = zip(HEADERS, row, strict=True)
    return tuple(planted.get((reference, heading), cell) for heading, cell in pairs)
