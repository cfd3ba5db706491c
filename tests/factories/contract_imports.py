"""Registers of contracts of a few rows, and imports of them as far as a test wants."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any
from uuid import UUID

from carewright.contract import api as contract
from carewright.contract.api import Kind, Regime
from carewright.platform import api as platform
from tests.factories import platform as make
from tests.factories import register as files

#: One contract as a council lists it; every name is invented.
ROW = {
    "Contract Reference": "R-1", "Contract Title": "Care at home, Skerry Coast",
    "Supplier Name": "Rowan Care Limited", "Company Number": "00172081",
    "Service Category": "Home care", "Start Date": "01/04/2024", "End Date": "31/03/2028",
    "Total Contract Value": "£100,000", "Council": "Elmshire Council",
}  # fmt: skip


def register_file(folder: Path, *changes: dict[str, str], name: str = "contracts.csv") -> Path:
    """A register with one row a change; each has a reference and a title of its own."""
    rows = [
        {**ROW, "Contract Reference": f"R-{place}", "Contract Title": f"Care at home {place}",
         **change}
        for place, change in enumerate(changes or ({},), start=1)
    ]  # fmt: skip
    path = folder / name
    with path.open("w", newline="", encoding="utf-8") as out:
        writer = csv.DictWriter(out, list(dict.fromkeys(key for row in rows for key in row)))
        writer.writeheader()
        writer.writerows(rows)
    return path


def begun(by: platform.Officer, file: Path, **given: Any) -> UUID:
    """An import whose rows and suppliers wait for a person's answers."""
    dataset_id = files.read(by, file, kind=contract.KIND_OF_FILE)
    return begun_of(dataset_id, by, **given)


def begun_of(dataset_id: UUID, by: platform.Officer, **given: Any) -> UUID:
    """The same of a file that was read already."""
    wanted: dict[str, Any] = {"kind": Kind.SERVICE_LEVEL, "regime": Regime.PCR2015}
    return contract.begin_import(dataset_id=dataset_id, **{**wanted, **given}, by=by, at=make.NOW)


def placed(by: platform.Officer, batch_id: UUID) -> int:
    """Agreements are made of what can be placed; how many."""
    return contract.place_rows(batch_id=batch_id, by=by, at=make.NOW)


def held_by(by: platform.Officer, folder: Path, word: str) -> dict[str, str]:
    """An import in which a supplier and a row carry the word of the organisation."""
    firm = {"Supplier Name": f"{word} Care", "Contract Title": f"{word} care at home"}
    file = register_file(folder, firm, {**firm, "End Date": "31/02/2027"}, name=f"{word}.csv")
    dataset_id = files.read(by, file, kind=contract.KIND_OF_FILE)
    batch_id = begun_of(dataset_id, by)
    return {
        "register_id": str(dataset_id), "batch_id": str(batch_id),
        "supplier_id": str(contract.imported_suppliers(batch_id, seen_by=by)[0].pk),
        "row_id": str(contract.next_row(batch_id, seen_by=by)),
    }  # fmt: skip
