"""An invented register of contracts as a council would give it, with faults planted in its rows."""

from __future__ import annotations

import csv
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

SEED: Final = 2_028
SUPPLIERS_PER_ROW: Final = 20  # rows to a supplier, on average
CARE: Final = ("Care at home", "Supported living", "Respite", "Day support", "Care home place")
HEADERS: Final = (
    "Contract Reference", "Contract Title", "Description", "Department", "Supplier Name",
    "Company Number", "Service Category", "Start Date", "End Date", "Total Contract Value",
    "Price", "Price unit", "Notice by provider", "Payment terms", "Status", "Officer's note",
)  # fmt: skip


def write(file: Path, rows: int) -> dict[str, int]:
    """Writes the register; how many of its rows are read, clear, doubtful and no contract."""
    sorts: Counter[str] = Counter()
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", newline="", encoding="utf-8") as out:
        lines = csv.writer(out)
        lines.writerow(HEADERS)
        for row, sort in _rows(rows):
            lines.writerow(row)
            sorts[sort] += 1
    clear = sorts["clear"]
    return {
        "read": sorts.total(), "kept": clear, "doubtful": sorts["doubtful"],
        "refused": sorts["refused"], "clear": clear,
    }  # fmt: skip


def _rows(rows: int) -> Iterator[tuple[tuple[Any, ...], str]]:
    draw = random.Random(SEED)
    for number in range(1, rows + 1):
        if number % 200 == 0:
            yield ("", "Total", *[""] * (len(HEADERS) - 2)), "refused"
        else:
            wrong = number % 50 == 1
            yield _row(number, wrong, draw), "doubtful" if wrong else "clear"


def _row(number: int, wrong: bool, draw: random.Random) -> tuple[Any, ...]:
    """One contract; where it is wrong, its last day is no day."""
    firm = draw.randrange(max(1, number // SUPPLIERS_PER_ROW + 1))
    first, care = draw.randrange(2016, 2026), draw.choice(CARE)
    ends = "31/02/2030" if wrong else f"31/03/{first + draw.randrange(2, 9)}"
    pounds, price = draw.randrange(10_000, 900_000), draw.randrange(1_500, 3_500) / 100
    note = "Words that an officer wrote beside it, and that nothing is read from. " * 3
    return (
        f"R-{number}", f"{care}, ward {number}", f"{care} for adults in ward {number}, by contract",
        "Adult social care", f"Invented Care {firm} Limited", f"{10_000_000 + firm}", care,
        f"01/04/{first}", ends, f"£{pounds:,}", f"{price:.2f}", "hour", "12 weeks",
        "Paid in 28 days", "Active", note,
    )  # fmt: skip


def main() -> None:
    """Migrate an empty database, and give it the officers of a practice council."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", interactive=False, verbosity=0)

    from django.utils.timezone import now

    from carewright.platform import api as platform

    platform.ensure_practice_officers(by=platform.Operator("Benchmark"), at=now())


if __name__ == "__main__":
    main()
