"""What others may ask of people's records. Reading one whole record is an act: `look_at_person`."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet
from django.db.models.functions import Collate

from carewright.platform import api as platform
from carewright.register import rows
from carewright.register.models import Activity, Look, Person
from carewright.register.rules.purposes import Purpose

LATEST = 20
#: After every other letter there is, byte by byte.
LAST_LETTER: Final = chr(0x10FFFF)

#: One step through the index for each area, where a plain DISTINCT reads every person.
AREAS: Final = """
WITH RECURSIVE area AS (
    (SELECT area_code, area_name FROM register_person
     WHERE organisation_id = %(organisation)s AND area_code > ''
     ORDER BY area_code, lower(reference), id LIMIT 1)
    UNION ALL
    SELECT next.area_code, next.area_name FROM area CROSS JOIN LATERAL (
        SELECT person.area_code, person.area_name FROM register_person AS person
        WHERE person.organisation_id = %(organisation)s AND person.area_code > area.area_code
        ORDER BY person.area_code, lower(person.reference), person.id LIMIT 1
    ) AS next
)
SELECT area_code, area_name FROM area ORDER BY area_name, area_code
"""


def people(*, seen_by: platform.Officer) -> QuerySet[Person]:
    """The organisation's people by reference, for a list page; the system administrator's none."""
    platform.require(seen_by, platform.Act.SEE_PEOPLE)
    return Person.objects.for_organisation(seen_by.organisation.id)


def found_people(words: str, *, seen_by: platform.Officer) -> list[rows.Person]:
    """The person of exactly this reference: nobody is looked for by what they are like."""
    found = people(seen_by=seen_by).filter(reference=platform.squeezed(words))
    return [person_row(each) for each in found[:1]]


def beginning_with(letters: str, *, among: QuerySet[Person]) -> QuerySet[Person]:
    """Those whose reference begins so: a stretch of the index, which row security lets be used.

    `LIKE` might tell of rows that are not shown, so the database reads every row before it.
    """
    lettered = among.alias(lettered=Collate("reference", "C"))
    return lettered.filter(lettered__gte=letters, lettered__lt=f"{letters}{LAST_LETTER}")


def person_reference(person_id: UUID, *, seen_by: platform.Officer) -> str:
    """By what the organisation calls a person of its own."""
    found = people(seen_by=seen_by).filter(pk=person_id).values_list("reference", flat=True)
    if not found:
        raise platform.NotFound
    return found[0]


def is_known(person_id: UUID) -> bool:
    """Whether there is such a person, for imports that were broken off."""
    return Person.objects.filter(pk=person_id).exists()


def references(*, seen_by: platform.Officer, among: list[str]) -> list[tuple[str, UUID]]:
    """The ids of the organisation's people with these references."""
    found = people(seen_by=seen_by).filter(reference__in=among)
    return list(found.values_list("reference", "id"))


def looks_at(person_id: UUID, *, seen_by: platform.Officer, most: int = LATEST) -> list[rows.Look]:
    """Who looked at a record of the officer's organisation, the latest first."""
    among = Look.objects.for_organisation(seen_by.organisation.id)
    return [look_row(each) for each in among.filter(person_id=person_id).order_by("-at")[:most]]


def activity_of(
    person_id: UUID, *, seen_by: platform.Officer, most: int = LATEST
) -> list[rows.Activity]:
    """What happened to a person of the officer's organisation, the latest first."""
    among = Activity.objects.for_organisation(seen_by.organisation.id)
    found = among.filter(person_id=person_id).order_by("-on", "-id")
    return [activity_row(each) for each in found[:most]]


def areas_of_people(*, seen_by: platform.Officer) -> list[tuple[str, str]]:
    """Codes and names of the areas where the organisation's people live, by name."""
    platform.require(seen_by, platform.Act.SEE_PEOPLE)
    with connection.cursor() as cursor:
        cursor.execute(AREAS, {"organisation": seen_by.organisation.id})
        return [(code, name) for code, name in cursor]


def person_row(found: Person) -> rows.Person:
    """The person as others see them."""
    return rows.Person(
        id=found.pk, organisation_id=found.organisation_id, reference=found.reference,
        area_code=found.area_code, area_name=found.area_name, age_band=found.age_band,
        care_groups=tuple(found.care_groups), need_level=found.need_level,
    )  # fmt: skip


def look_row(found: Look) -> rows.Look:
    """One look as others see it."""
    return rows.Look(found.by_name, found.job_title, Purpose(found.purpose), found.at)


def activity_row(found: Activity) -> rows.Activity:
    """One thing that happened as others see it."""
    return rows.Activity(
        found.kind, found.provider_id, found.on, found.quantity, found.unit, found.source
    )
