"""Events by the hundred thousand, written as fast as the database takes them."""

from __future__ import annotations

import json
from datetime import timedelta
from uuid import UUID, uuid5

from django.db import connection, transaction

from carewright.platform.api import Sayings, Words
from tests.factories import platform as make

SPACE = UUID("6f9619ff-8b86-d011-b42d-00cf4fc964ff")
COLUMNS = (
    "id, at, act, subject_kind, subject_id, organisation_id, by_id, by_name, reason, facts, salt, "
    "words_digest, leaf"
)


AT_A_TIME = 1_000


def filled(count: int, organisation_id: UUID | None) -> None:
    """The events, so many in each transaction, with ids that are the same in every run."""
    copied = f"COPY platform_auditevent ({COLUMNS}) FROM STDIN"
    for first in range(0, count, AT_A_TIME):
        with transaction.atomic(), connection.cursor() as cursor, cursor.copy(copied) as copy:
            for number in range(first, min(count, first + AT_A_TIME)):
                copy.write_row(_row(number, organisation_id))


def _row(number: int, whose: UUID | None) -> tuple[object, ...]:
    event_id, salt = uuid5(SPACE, str(number)), number.to_bytes(32, "big")
    words = Words("Isla Rowan", f"Review {number}", {"round": number, "file": "services.csv"})
    digest = words.digest(salt)
    at = make.NOW + timedelta(seconds=number)
    said = Sayings(event_id, at, "looked", "area", f"S{number:08d}", whose, "operator", digest)
    return (
        event_id, at, said.act, said.subject_kind, said.subject_id, whose, said.by_id,
        words.by_name, words.reason, json.dumps(words.facts), salt, digest, said.leaf(),
    )  # fmt: skip
