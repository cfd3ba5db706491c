"""A hundred thousand invented service readings, and one officer who has signed in.

The same seed gives the same rows. They stand as a register's yearly files do: ten thousand
services a file, each under its number again in the next file. The session is written as Django
writes it; nobody types a password.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any, Final

ROWS: Final = 100_000
ROWS_IN_A_FILE: Final = 10_000
SEED: Final = 2_026
AT: Final = datetime(2026, 6, 3, 12, 0, tzinfo=UTC)
FIRST_YEAR: Final = 2016

TREES: Final = ("Alder", "Ash", "Birch", "Elder", "Hazel", "Juniper", "Larch", "Rowan")
ENDINGS: Final = ("dale", "muir", "ness", "shire")
COUNCILS: Final = tuple(tree + ending for tree in TREES for ending in ENDINGS)  # all invented
KINDS: Final = (
    ("Care Home", "Care Home Service"),
    ("Care at Home", "Support Service - Care at Home"),
    ("Housing Support", "Housing Support Service"),
    ("Day Club & Lunches", "Support Service - Other than Care at Home"),
    ("Home for Children", "Care Home Service"),
)
SECTORS: Final = ("private", "private", "private", "voluntary", "council", "health_board")


def service_rows(rows: int) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each reading by its columns, with the place of the file that it stands in."""
    draw = random.Random(SEED)
    services = [_service(number, draw) for number in range(min(rows, ROWS_IN_A_FILE))]
    for row in range(rows):
        file, place = divmod(row, ROWS_IN_A_FILE)
        grade = draw.choice((None, 2, 3, 4, 4, 5, 5, 6))
        graded = {"min_grade": grade, "graded_on": grade and date(FIRST_YEAR + file, 3, 1)}
        yield file, {**services[place], "source_row": place + 2, "as_at": as_at(file), **graded}


def as_at(file: int) -> date:
    """The day on which a file is true."""
    return date(FIRST_YEAR + file, 12, 31)


def council_code(place: int) -> str:
    """The code of a council of the invented country."""
    return f"S129{place + 1:05d}"


def question(rows: int) -> str:
    """What is asked of the list: one council's services of the latest file, by a word."""
    return f"council={council_code(27)}&day={as_at((rows - 1) // ROWS_IN_A_FILE)}&q=home"


def question_for_one() -> str:
    """What finds a single row: a service's number, on a day."""
    return f"q={service_id(0)}&day={as_at(0)}"


def service_id(number: int) -> str:
    """The number under which a service stands in each file."""
    return f"CS29{number:08d}"


def _service(number: int, draw: random.Random) -> dict[str, Any]:
    council = draw.choices(range(len(COUNCILS)), weights=range(1, len(COUNCILS) + 1))[0]
    words, kind = draw.choice(KINDS)
    provider = draw.randrange(400)
    return {
        "service_id": service_id(number),
        "register": "care_inspectorate",
        "name": f"{draw.choice(TREES)} {draw.choice(('Bank', 'Court', 'Lea'))} {words} {number}",
        "kind": kind,
        "care_service": kind,
        "care_group": "older_people",
        "sector": draw.choice(SECTORS),
        "public_class": "",
        "public_basis": "",
        "provider_id": f"SP29{provider:08d}",
        "provider_name": f"Invented Care {provider} <Limited>",
        "status": "Active",
        "counting": draw.choice(("counted", "counted", "counted", "doubtful", "apart")),
        "town": draw.choice(("", *(f"{tree}ton" for tree in TREES))),
        "postcode": "",
        "council_code": council_code(council),
        "council_name": COUNCILS[council],
        "places": draw.choice((None, 0, 12, 24, 40, 1_250)),
        "beds": None,
        "staff_wte": draw.choice((None, 4.5, 31.0)),
    }


def fill(rows: int) -> None:
    """Put the files and their services into a migrated database."""
    from django.db import connection

    from carewright.register.models import ServiceReading
    from carewright.register.models.service_reading import COPIED

    files = [_imported_file(file, rows) for file in range(-(-rows // ROWS_IN_A_FILE))]
    named = ", ".join(("dataset_id", *COPIED))
    table = ServiceReading._meta.db_table
    with connection.cursor() as cursor:
        with cursor.copy(f"COPY {table} ({named}) FROM STDIN") as copy:
            for file, row in service_rows(rows):
                copy.write_row((files[file], *(row[column] for column in COPIED)))
        cursor.execute(f"ANALYZE {table}")


def _imported_file(file: int, rows: int) -> Any:
    """A published file that all organisations use."""
    from carewright.register.models import Dataset

    digest = sha256(f"file {file}".encode()).hexdigest()
    kept = min(ROWS_IN_A_FILE, rows - file * ROWS_IN_A_FILE)
    name = f"services_{as_at(file)}.csv"
    given = {"sha256": digest, "size": 1, "uploaded_by_name": "Benchmark", "uploaded_at": AT}
    return Dataset.objects.create(
        **given, document=_document(name, given), state="imported", file_name=name,
        kind="care_inspectorate", title="Invented services", as_at=as_at(file), rows_read=kept,
        rows_kept=kept, imported_by_name="Benchmark", imported_at=AT,
    ).pk  # fmt: skip


def _document(name: str, given: dict[str, Any]) -> Any:
    from carewright.platform.models import Document, DocumentVersion

    made = Document.objects.create(name=name, retention_class="permanent")
    DocumentVersion.objects.create(
        **given, document=made, number=1, name=name, content_type="text/csv",
        stored_as=given["sha256"],
    )  # fmt: skip
    return made


def officer_account() -> Any:
    """The account of the one officer, enrolled as an operator enrols people."""
    from carewright.platform import api as platform
    from carewright.platform.models import Account

    by = platform.Operator("Benchmark")
    council = platform.open_organisation(
        kind=platform.OrganisationKind.COUNCIL, name="Benchmark Council", slug="benchmark",
        practice=True, by=by, at=AT,
    )  # fmt: skip
    email = "commissioner@benchmark.example"
    with platform.acting_for(council.id):
        officer_id = platform.enrol_officer(
            organisation_id=council.id, email=email, name="Benchmark Officer",
            job_title="Commissioner", by=by, at=AT,
        )  # fmt: skip
        platform.grant_role(
            officer_id=officer_id, role=platform.Role.COMMISSIONER,
            starts_on=date(2020, 1, 1), by=by, at=AT,
        )  # fmt: skip
    return Account.objects.get(email=email)


def signed_in(account: Any) -> str:
    """The key of a session that acts for the organisation already, as after a first page."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from carewright.platform.models import Officer
    from carewright.platform.web.session_store import SessionStore
    from carewright.platform.web.sessions import ORGANISATION, PRACTICE

    session = SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session[ORGANISATION] = str(Officer.objects.get(account=account).organisation_id)
    session[PRACTICE] = True
    session.create()
    return str(session.session_key)


def main() -> None:
    """Migrate an empty database, fill it, and print the session's key."""
    import django
    from django.core.management import call_command

    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=ROWS)
    asked = parser.parse_args()
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    fill(asked.rows)
    print(json.dumps({"session": signed_in(officer_account())}))


if __name__ == "__main__":
    main()
