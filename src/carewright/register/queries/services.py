"""What others may ask of the services that imported files show."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from carewright.platform import api as platform
from carewright.register import frames, rows
from carewright.register.models import Dataset, ServiceReading
from carewright.register.models.service_reading import COPIED
from carewright.register.rules.life_of_a_dataset import DatasetState


def services(*, seen_by: platform.Officer) -> QuerySet[ServiceReading]:
    """Services of every imported file, for a list page."""
    return ServiceReading.objects.visible_to(seen_by)


def latest_of_each_register(among: QuerySet[ServiceReading]) -> Q:
    """A council's own list of June must not hide the regulator's of March."""
    wanted = Q(pk__in=[])
    for found in among.order_by("register").values("register").annotate(day=Max("as_at")):
        wanted |= Q(register=found["register"], as_at=found["day"])
    return wanted


def days_with_services(*, seen_by: platform.Officer) -> list[date]:
    """The days on which the imported files show services, latest first."""
    return list(places_and_days(seen_by=seen_by).days)


def councils_with_services(*, seen_by: platform.Officer) -> list[tuple[str, str]]:
    """Codes and names of the councils that the imported services stand in."""
    return list(places_and_days(seen_by=seen_by).councils)


def places_and_days(*, seen_by: platform.Officer) -> rows.PlacesAndDays:
    """Councils and days that the imported services stand in, for what a list offers to choose."""
    imported = Dataset.objects.visible_to(seen_by).filter(state=DatasetState.IMPORTED.value)
    return _named_in(frozenset(imported.values_list("id", flat=True)))


@lru_cache(maxsize=64)
def _named_in(dataset_ids: frozenset[UUID]) -> rows.PlacesAndDays:
    """Councils and days in the files: asked once, as imported files never change.

    Nobody is told of a file that they may not see, as its id is then not among those given.
    """
    found = ServiceReading.objects.filter(dataset_id__in=dataset_ids).order_by()
    columns = ("as_at", "council_code", "council_name")
    named = sorted(found.values_list(*columns).distinct())
    # Publishers spell a council in several ways; one spelling is enough for a choice.
    councils = {code: name for _day, code, name in named if code}
    return rows.PlacesAndDays(
        councils=tuple(sorted(councils.items(), key=lambda council: council[1])),
        days=tuple(sorted({day for day, _code, _name in named}, reverse=True)),
    )


def readings_of(service_id: str, *, seen_by: platform.Officer) -> list[rows.Reading]:
    """One service as each imported file shows it, the latest first."""
    found = services(seen_by=seen_by).filter(service_id=service_id).select_related("dataset")
    return [
        rows.Reading(
            service_id=r.service_id, register=r.register, as_at=r.as_at, source_row=r.source_row,
            sha256=r.dataset.sha256,
            values={name: getattr(r, name) for name in COPIED},
        )
        for r in found.order_by("-as_at", "organisation_id", "-dataset__imported_at")
    ]  # fmt: skip


def reading_on(service_id: str, as_at: date, *, seen_by: platform.Officer) -> ServiceReading | None:
    """The service on one day as figures take it: an own file before a shared one."""
    found = services(seen_by=seen_by).filter(service_id=service_id, as_at=as_at)
    ordered = found.order_by("organisation_id", "-dataset__imported_at", "dataset_id")
    return ordered.select_related("dataset").first()


def published_values(
    service_id: str, as_at: date, *, seen_by: platform.Officer
) -> dict[str, object]:
    """What the file says of a service on a day, for each value that may be put right."""
    reading = reading_on(service_id, as_at, seen_by=seen_by)
    if reading is None:
        raise platform.NotFound
    return frames.published_values(reading.dataset, service_id, as_at)


def services_in_rows(
    dataset_id: UUID, numbers: list[int], *, seen_by: platform.Officer
) -> dict[int, str]:
    """The service that each of these rows of a file is about, where there is one."""
    found = services(seen_by=seen_by).filter(dataset_id=dataset_id, source_row__in=numbers)
    return dict(found.values_list("source_row", "service_id"))
