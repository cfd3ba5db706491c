"""Five thousand invented agreements of a practice council, of eight price lines each.

They go in by bulk copy, past the actions, as only the round over them is looked at.
"""

from __future__ import annotations

import argparse
import random
import uuid
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from bench import page_rows, register_rows
from bench.uplift_round_benchmark import LINES_EACH

SEED: Final = 2_027
BEGAN: Final = date(2024, 4, 1)
ENDS: Final = date(2099, 4, 1)
VALUE: Final = (
    75 * 90_000
)  # pence over the term: £900 a year each keeps the round below a committee
UNITS: Final = (("hour", 0), ("visit", 30), ("week", 0), ("night", 0))
SERVICE: Final = ("id", "organisation_id", "agreement_id", "number", "name", "care_group",
                  "area_code", "area_name")  # fmt: skip
PRICE: Final = ("id", "organisation_id", "agreement_id", "service_id", "unit", "minutes",
                "day_kind", "zone", "pence", "starts_on", "reason", "written_by_name",
                "written_at")  # fmt: skip


def agreements(count: int, organisation_id: uuid.UUID) -> list[dict[str, Any]]:
    """Live agreements that last long, of 400 providers."""
    draw = random.Random(SEED)
    same = register_rows._same(organisation_id)
    return [
        {**same, **register_rows._drawn(number, draw), "kind": "cost_and_volume", "state": "live",
         "starts_on": BEGAN, "ends_before": ENDS, "value_pence": VALUE,
         "provider_number": f"SP{number % 400}", "provider_name": f"Invented Care {number % 400}"}
        for number in range(1, count + 1)
    ]  # fmt: skip


def services(of: Iterable[dict[str, Any]]) -> Iterator[tuple[Any, ...]]:
    """Two services an agreement, by their columns."""
    for each in of:
        for place in range(2):
            whose = (each["organisation_id"], each["id"])
            yield (_id(each, place), *whose, "", f"Care {place}", "older_people", "", "North")


def prices(of: Iterable[dict[str, Any]]) -> Iterator[tuple[Any, ...]]:
    """Eight lines an agreement: four units of each service."""
    draw = random.Random(SEED)
    for each in of:
        for place in range(LINES_EACH):
            unit, minutes = UNITS[place % len(UNITS)]
            yield (
                _id(each, 100 + place), each["organisation_id"], each["id"],
                _id(each, place // len(UNITS)), unit, minutes, "any", "",
                draw.randrange(900, 95_000), BEGAN, "", "Benchmark", page_rows.AT,
            )  # fmt: skip


def _id(each: dict[str, Any], place: int) -> uuid.UUID:
    return uuid.uuid5(each["id"], str(place))


def fill(count: int, organisation_id: uuid.UUID) -> None:
    """Copies all of it into a migrated database."""
    kept = agreements(count, organisation_id)
    columns = register_rows.COLUMNS
    _copy("contract_agreement", columns, (tuple(e[c] for c in columns) for e in kept))
    _copy("contract_agreementservice", SERVICE, services(kept))
    _copy("contract_priceline", PRICE, prices(kept))


def _copy(table: str, columns: Iterable[str], rows: Iterable[tuple[Any, ...]]) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        with cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        cursor.execute(f"ANALYZE {table}")


def main() -> None:
    """Migrate an empty database, and fill it with officers, a scheme and agreements."""
    import django
    from django.core.management import call_command

    parser = argparse.ArgumentParser()
    parser.add_argument("--agreements", type=int, required=True)
    asked = parser.parse_args()
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)

    from django.utils.timezone import now

    from carewright.config import practice_decide
    from carewright.platform import api as platform

    by = platform.Operator("Benchmark")
    platform.ensure_practice_officers(by=by, at=now())
    practice_decide.fill(by=by, at=now())
    fill(asked.agreements, platform.organisation("elmshire").id)


if __name__ == "__main__":
    main()
