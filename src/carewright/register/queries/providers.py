"""Legal providers as the latest registers show them: one line each, whatever they run."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Case, Count, Min, Q, QuerySet, When

from carewright.platform import api as platform
from carewright.register import rows
from carewright.register.models import ServiceReading
from carewright.register.queries.services import latest_of_each_register, services


def providers(words: str, *, seen_by: platform.Officer, most: int) -> list[rows.Provider]:
    """Providers whose name holds the words, by name; the nameless come last."""
    named = _latest(seen_by).filter(provider_name__icontains=words[:100])
    is_nameless = Case(When(named="", then=1), default=0)
    by_name = _grouped(named).order_by(is_nameless, "named", "provider_id")
    return [_row(each) for each in by_name[:most]]


def known_providers(*, seen_by: platform.Officer) -> list[tuple[str, str]]:
    """Number and name of every provider that the latest registers show."""
    return [(each["provider_id"], each["named"]) for each in _grouped(_latest(seen_by))]


def provider(provider_id: str, *, seen_by: platform.Officer) -> rows.Provider:
    """One provider by its number in a register; `NotFound` when no register shows it."""
    found = _grouped(_latest(seen_by).filter(provider_id=provider_id)).first()
    if found is None:
        raise platform.NotFound("There is no such provider in the files that you may see")
    return _row(found)


def _latest(seen_by: platform.Officer) -> QuerySet[ServiceReading]:
    among = services(seen_by=seen_by)
    return among.filter(latest_of_each_register(among)).exclude(provider_id="")


def _grouped(among: QuerySet[ServiceReading]) -> Any:
    """One line for each number; a name that files spell in several ways counts once."""
    return (
        among.order_by("provider_id")
        .values("provider_id")
        .annotate(
            named=Min("provider_name"),
            services=Count("service_id", distinct=True),
            areas=ArrayAgg("council_name", filter=~Q(council_name=""), distinct=True, default=[]),
        )
    )


def _row(found: dict[str, Any]) -> rows.Provider:
    return rows.Provider(
        provider_id=found["provider_id"], name=found["named"], services=found["services"],
        areas=tuple(sorted(found["areas"])),
    )  # fmt: skip
