"""Brings in people and what happened to them by the hundred thousand, all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import connection, transaction

from carewright.platform import api as platform
from carewright.register.actions.reach import nothing
from carewright.register.models import Activity, Person

PEOPLE: Final = (
    "id", "organisation_id", "reference", "area_code", "area_name", "age_band", "care_groups",
    "need_level", "added_by_name", "added_at",
)  # fmt: skip
ACTIVITY: Final = (
    "organisation_id", "kind", "person_id", "provider_id", "service_id", "area_code", "on",
    "quantity", "unit", "source",
)  # fmt: skip
ROWS_BETWEEN_NEWS: Final = 20_000

News = Callable[[str, int], None]
"""Told what is written and how many of it so far; what it raises takes all of it back."""


@transaction.atomic(durable=True)
def bring_in_people(
    *,
    organisation_id: UUID,
    people: Iterable[tuple[object, ...]],
    activity: Iterable[tuple[object, ...]],
    source: str,
    news: News = nothing,
    by: platform.Actor,
    at: datetime,
) -> tuple[int, int]:
    """Writes people and activity of one organisation; gives how many of each there were.

    People are id, reference, area code and name, age band, care groups, level of need; activity
    is person id, kind, provider id, area code, day, quantity, unit.
    """
    platform.require(by, platform.Act.IMPORT_PEOPLE)
    written = _copied(
        Person, PEOPLE, _people(people, organisation_id, by.name, at), _told(news, "people")
    )
    happened = _copied(
        Activity, ACTIVITY, _activity(activity, organisation_id, source), _told(news, "activity")
    )
    platform.audit.record(
        platform.Act.IMPORT_PEOPLE, "organisation", organisation_id, by=by, at=at,
        organisation_id=organisation_id, people=written, activity=happened, source=source,
    )  # fmt: skip
    return written, happened


def _people(
    people: Iterable[tuple[object, ...]], organisation_id: UUID, by: str, at: datetime
) -> Iterator[tuple[object, ...]]:
    for person_id, *said in people:
        yield (person_id, organisation_id, *said, by, at)


def _activity(
    activity: Iterable[tuple[object, ...]], organisation_id: UUID, source: str
) -> Iterator[tuple[object, ...]]:
    for person_id, kind, provider_id, area_code, *when_and_how_much in activity:
        yield (
            organisation_id, kind, person_id, provider_id, "", area_code, *when_and_how_much,
            source,
        )  # fmt: skip


def _copied(
    model: type[Person | Activity],
    columns: tuple[str, ...],
    rows: Iterable[tuple[object, ...]],
    told: Callable[[int], None],
) -> int:
    """Copies rows by way of a table of their own, as none is copied into under row security."""
    table, named = model._meta.db_table, ", ".join(f'"{name}"' for name in columns)
    written = 0
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TEMPORARY TABLE coming ON COMMIT DROP AS "  # noqa: S608 - our own names
            f"SELECT {named} FROM {table} WITH NO DATA"
        )
        with cursor.copy(f"COPY coming ({named}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
                written += 1
                if written % ROWS_BETWEEN_NEWS == 0:
                    told(written)
        cursor.execute(f"INSERT INTO {table} ({named}) SELECT {named} FROM coming")  # noqa: S608
        cursor.execute("DROP TABLE coming")
    if written % ROWS_BETWEEN_NEWS:
        told(written)
    return written


def _told(news: News, what: str) -> Callable[[int], None]:
    return lambda so_far: news(what, so_far)
