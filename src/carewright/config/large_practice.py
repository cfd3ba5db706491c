"""A large practice installation: people, providers and activity for long lists and for load.

Rows go in by one audited import an organisation, all of it or nothing; a run that was broken off
begins again where an organisation is missing. The same seed makes the same rows.
"""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import connection
from django.utils.timezone import now

from carewright.config import practice
from carewright.config.running import say
from carewright.platform import api as platform
from carewright.register import api as register
from carewright_engine.tables.practice.many_people import (
    SOURCE,
    MadeActivity,
    MadePerson,
    many_people,
    much_activity,
)
from carewright_engine.tables.practice.many_services import provider_ids, write_many_services

SEED: Final = 2026
#: Large and small councils, as the lists of one must not be as long as those of another.
SHARES: Final = (("elmshire", 0.6), ("oakshire", 0.25), ("strathalder", 0.15))
TABLES: Final = ("register_person", "register_activity", "register_servicereading")


class OnlyForPractice(Exception):
    """This is a live installation, so nothing invented goes into it."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much of everything."""

    people: int = 100_000
    providers: int = 5_000
    activity: int = 1_000_000

    def share(self, of: float) -> Size:
        """The part of one organisation; providers work for all."""
        return Size(round(self.people * of), self.providers, round(self.activity * of))


def fill(size: Size) -> dict[str, float]:
    """Brings in whatever is missing, and gives the counts and the seconds that it took."""
    if not settings.PRACTICE:
        raise OnlyForPractice(
            "This is a live installation. Large practice data goes into a practice installation: "
            "set CAREWRIGHT_MODE=practice and CAREWRIGHT_HOME to a folder of its own."
        )
    started = time.monotonic()
    practice.fill(settings.ENVIRONMENT)
    _services(size)
    for number, (slug, share) in enumerate(SHARES):
        bring_in_for(slug, size.share(share), seed=SEED + number)
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(TABLES)}")
    return {**counted(), "seconds": round(time.monotonic() - started, 1)}


def counted() -> dict[str, float]:
    """How much there is now."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT count(*) FROM register_person), "
            "(SELECT count(*) FROM register_activity), "
            "(SELECT count(DISTINCT provider_id) FROM register_servicereading "
            "WHERE provider_id LIKE 'SP2090%')"
        )
        found = cursor.fetchone()
    return dict(zip(("people", "activity", "providers"), found, strict=True))


def _services(size: Size) -> None:
    """The invented providers as a published file, by the way that real ones come in."""
    with tempfile.TemporaryDirectory(prefix="carewright-practice-") as folder:
        file = write_many_services(Path(folder), providers=size.providers, seed=SEED)
        say(f"Services of {size.providers:,} providers")
        practice.bring_in(file, platform.organisation("elmshire"))


def bring_in_for(slug: str, size: Size, *, seed: int) -> None:
    """The people of one organisation and what happened to them, unless they are there."""
    whose = platform.organisation(slug)
    first = next(many_people(1, seed=seed))
    if register.is_known(first.id):
        say(f"{whose.name} has its people already")
        return
    providers = provider_ids(size.providers)
    register.bring_in_people(
        organisation_id=whose.id,
        people=map(values_of, many_people(size.people, seed=seed)),
        activity=map(
            values_of,
            much_activity(size.activity, people=size.people, providers=providers, seed=seed),
        ),
        source=SOURCE,
        news=Counter(whose.name, {"people": size.people, "activity": size.activity}),
        by=practice.BY,
        at=now(),
    )


def values_of(made: MadePerson | MadeActivity) -> tuple[object, ...]:
    """A made row's values in their order; PostgreSQL takes lists for its arrays."""
    values = (getattr(made, field.name) for field in fields(made))
    return tuple(list(value) if isinstance(value, tuple) else value for value in values)


class Counter:
    """Says how far it is: on one line of a terminal, else now and then."""

    def __init__(self, name: str, totals: dict[str, int]) -> None:
        self.name = name
        self.totals = totals

    def __call__(self, what: str, so_far: int) -> None:
        """One more piece is written."""
        words = f"{self.name}: {so_far:,} of {self.totals[what]:,} rows of {what}"
        if sys.stderr.isatty():
            end = "\n" if so_far == self.totals[what] else ""
            print(f"\r{words}", end=end, file=sys.stderr, flush=True)
        elif so_far == self.totals[what] or so_far % 200_000 == 0:
            say(words)
