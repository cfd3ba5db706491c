"""A hundred thousand invented agreements of one council, and one officer who has signed in.

The same seed gives the same rows. They go in by one bulk copy, past the actions, as only the list
is looked at; prices and signatures belong to the page of one agreement.
"""

from __future__ import annotations

import argparse
import json
import random
import uuid
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from bench import page_rows

ROWS: Final = 100_000
SEED: Final = 2_026
FIRST_DAY: Final = date(2016, 4, 1)
KINDS: Final = (
    "framework_call_off", "framework_call_off", "block", "cost_and_volume", "spot", "spot",
    "spot", "grant", "service_level", "individual_service_fund",
)  # fmt: skip
REGIMES: Final = ("scot_higher", "scot_regulated", "below_threshold")
STATES: Final = ("draft", "signed", "live", "live", "live", "live", "ending")
SUBJECTS: Final = ("Care at home", "Supported living", "Respite", "Day support", "Place in a home")
COLUMNS: Final = (
    "id", "organisation_id", "number", "own_reference", "title", "kind", "regime", "risk",
    "state", "starts_on", "ends_before", "value_pence", "payment_terms", "paid_in_advance",
    "advance_grounds", "data_schedule", "provider_number", "provider_name", "registered_as",
    "exemption_ground", "not_in_source", "written_by_name", "written_by_account", "written_at",
    "begun_early_reason", "over_reason", "signatures_wanted", "exit_planned", "touched_by_accounts",
)  # fmt: skip


def agreement_rows(rows: int, organisation_id: uuid.UUID) -> Iterator[tuple[Any, ...]]:
    """Each agreement by its columns."""
    draw = random.Random(SEED)
    for number in range(1, rows + 1):
        row = {**_same(organisation_id), **_drawn(number, draw)}
        yield tuple(row[column] for column in COLUMNS)


def _same(organisation_id: uuid.UUID) -> dict[str, Any]:
    empty = (
        "own_reference", "payment_terms", "advance_grounds", "registered_as", "exemption_ground",
        "begun_early_reason", "over_reason",
    )  # fmt: skip
    return {
        **dict.fromkeys(empty, ""), "organisation_id": organisation_id, "risk": "low",
        "paid_in_advance": False, "data_schedule": False, "not_in_source": [],
        "written_by_name": "Benchmark", "written_by_account": uuid.UUID(int=SEED),
        "written_at": page_rows.AT, "signatures_wanted": 1, "exit_planned": False,
        "touched_by_accounts": [uuid.UUID(int=SEED)],
    }  # fmt: skip


def _drawn(number: int, draw: random.Random) -> dict[str, Any]:
    starts = FIRST_DAY + timedelta(days=draw.randrange(4_000))
    ends = starts + timedelta(days=draw.choice((365, 730, 1_461))) if number % 20 else None
    provider = draw.randrange(800)
    place = draw.choice(page_rows.COUNCILS)
    return {
        "id": uuid.UUID(int=draw.getrandbits(128), version=4),
        "number": number,
        "title": f"{draw.choice(SUBJECTS)}, {place.capitalize()} {number}",
        "kind": draw.choice(KINDS),
        "regime": draw.choice(REGIMES),
        "state": draw.choice(STATES),
        "starts_on": starts,
        "ends_before": ends,
        "value_pence": draw.randrange(10_000, 900_000_000) if number % 10 else None,
        "provider_number": f"SP29{provider:08d}",
        "provider_name": f"Invented Care {provider} <Limited>",
    }


def fill(rows: int, organisation_id: uuid.UUID) -> None:
    """Copies the agreements into a migrated database."""
    from django.db import connection

    table = "contract_agreement"
    with connection.cursor() as cursor:
        with cursor.copy(f"COPY {table} ({', '.join(COLUMNS)}) FROM STDIN") as copy:
            for row in agreement_rows(rows, organisation_id):
                copy.write_row(row)
        cursor.execute(f"ANALYZE {table}")


def main() -> None:
    """Migrate an empty database, fill it, and print the session's key."""
    import django
    from django.core.management import call_command

    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=ROWS)
    asked = parser.parse_args()
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)

    from carewright.platform.models import Officer

    account = page_rows.officer_account()
    fill(asked.rows, Officer.objects.get(account=account).organisation_id)
    print(json.dumps({"session": page_rows.signed_in(account)}))


if __name__ == "__main__":
    main()
