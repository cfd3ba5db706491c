"""Finds services, providers and files by words, numbers and postcodes."""

from __future__ import annotations

from django.db.models import Case, F, FloatField, Q, Value, When
from django.db.models.functions import Replace, Upper

from carewright.platform import api as platform
from carewright.register import rows
from carewright.register.models import Dataset, ServiceReading
from carewright.register.queries.files import datasets
from carewright.register.queries.services import latest_of_each_register, services


def found_services(words: str, *, seen_by: platform.Officer, most: int) -> list[rows.FoundService]:
    """Services of the latest registers: by number or postcode first, then by likeness of names."""
    exact = platform.squeezed(words)
    among = services(seen_by=seen_by)
    found = (
        among.filter(latest_of_each_register(among))
        .annotate(
            place=Replace(Upper("postcode"), Value(" "), Value("")),
            alike=platform.likeness(words, "name", "provider_name"),
        )
        .annotate(
            score=Case(
                When(Q(service_id__iexact=exact) | Q(provider_id__iexact=exact), then=Value(3.0)),
                When(place__startswith=exact, then=Value(2.0)),
                default=F("alike"),
                output_field=FloatField(),
            )
        )
        .filter(score__gte=platform.ENOUGH)
        .order_by("-score", "name", "service_id")
    )
    return _each_once(found[: most * 3], most)


def _each_once(found: object, most: int) -> list[rows.FoundService]:
    once: dict[str, rows.FoundService] = {}
    for reading in found:  # type: ignore[attr-defined]
        once.setdefault(reading.service_id, _service(reading))
    return list(once.values())[:most]


def _service(reading: ServiceReading) -> rows.FoundService:
    return rows.FoundService(
        service_id=reading.service_id,
        name=reading.name,
        kind=reading.kind,
        provider_name=reading.provider_name,
        town=reading.town,
        postcode=reading.postcode,
        as_at=reading.as_at,
        score=float(reading.score),  # type: ignore[attr-defined]
    )


def found_files(words: str, *, seen_by: platform.Officer, most: int) -> list[Dataset]:
    """Given files whose name or title is like the words, the likest first."""
    alike = platform.likeness(words, "file_name", "title")
    found = datasets(seen_by=seen_by).annotate(score=alike).filter(score__gte=platform.ENOUGH)
    return list(found.order_by("-score", "-uploaded_at", "id")[:most])
