"""Every service with its numbers, name, address and first day, before any figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

import numpy as np

from carewright_engine.tables.practice.names import HOUSES, street
from carewright_engine.tables.practice.postcodes import Unit
from carewright_engine.tables.practice.providers import Provider
from carewright_engine.tables.practice.published import EDITIONS
from carewright_engine.tables.practice.sites import Site
from carewright_engine.tables.practice.zones import Land

PAIR_KIND: Final = "care_at_home_with_housing_support"
REGISTER_OPENED: Final = date(2002, 4, 1)
ON_THE_FIRST_DAY: Final = 0.33  # 4,658 of the 13,933 services of 2016
FIRST_DAYS: Final = {  # when services that a register is the first to list were registered
    2016: (date(2002, 4, 2), date(2016, 1, 31)),
    2019: (date(2016, 4, 15), date(2019, 2, 15)),
    2022: (date(2019, 4, 15), date(2022, 2, 15)),
}


@dataclass(frozen=True, slots=True)
class Service:
    """A registration: one row of a register, without its figures."""

    number: str
    profile: str  # the kind of service that its figures follow
    care_service: str
    subtype: str
    client_group: str
    site: Site
    provider: Provider
    name: str
    address: str
    town: str
    unit: Unit
    registered_on: date
    combined_with: str | None = None
    first_half: bool = True  # of a combined pair: the care at home half

    def listed(self, year: int) -> bool:
        """Whether the register of 31 March of that year lists the service."""
        return year in self.site.years


def register_services(
    rng: np.random.Generator,
    land: Land,
    units: Sequence[Unit],
    sites: Sequence[Site],
    providers: Sequence[Provider],
    words: Iterator[str],
) -> list[Service]:
    """One registration for each site, two linked ones where care and housing go together."""
    of_zone: dict[int, list[Unit]] = {}
    for unit in units:
        of_zone.setdefault(unit.zone, []).append(unit)
    firsts: list[Service] = []
    for site, provider in zip(sites, providers, strict=True):
        unit = of_zone[site.zone][int(rng.integers(len(of_zone[site.zone])))]
        firsts.append(_service(rng, 2 * len(firsts), land, site, provider, unit, next(words)))
    found: list[Service] = []
    for at, site in enumerate(sites):
        service = firsts[at]
        if site.follows is not None:
            before = firsts[site.follows]
            service = replace(service, name=before.name, address=before.address, unit=before.unit)
        found += _pair(service, 2 * at) if site.kind.kind == PAIR_KIND else [service]
    return found


def _service(
    rng: np.random.Generator,
    number: int,
    land: Land,
    site: Site,
    provider: Provider,
    unit: Unit,
    word: str,
) -> Service:
    registered_on = _first_day(rng, min(site.years))
    return Service(
        number=_number(number),
        profile="care_at_home" if site.kind.kind == PAIR_KIND else site.kind.kind,
        care_service=site.kind.care_service,
        subtype=site.kind.subtype,
        client_group=site.kind.client_group,
        site=site,
        provider=provider,
        name=_name(rng, site, provider, land.zones[site.zone].place, word),
        address=street(rng, word),
        town=land.zones[site.zone].place,
        unit=unit,
        registered_on=registered_on,
    )


def _number(number: int) -> str:
    """The register's number; real ones carry the year of registration, and none is of 2099."""
    return f"CS2099{number + 1:06d}"


def _pair(service: Service, number: int) -> list[Service]:
    """Care at home and the housing support registered with it, each naming the other."""
    other = _number(number + 1)
    housing = replace(
        service,
        number=other,
        profile="housing_support",
        care_service="Housing Support Service",
        subtype="",
        name=service.name.replace("Care at Home", "Housing Support"),
        combined_with=service.number,
        first_half=False,
    )
    return [replace(service, combined_with=other), housing]


def _first_day(rng: np.random.Generator, first_listed: int) -> date:
    if first_listed == EDITIONS[0] and rng.random() < ON_THE_FIRST_DAY:
        return REGISTER_OPENED
    earliest, latest = FIRST_DAYS[first_listed]
    return earliest + timedelta(days=int(rng.integers((latest - earliest).days)))


def _name(rng: np.random.Generator, site: Site, provider: Provider, place: str, word: str) -> str:
    """The name on the door, in the manner of each kind of service."""
    kind = site.kind.kind
    public = site.sector in ("council", "health_board")
    house = HOUSES[int(rng.integers(len(HOUSES)))]
    council = f"{site.council} Council"
    if kind in (PAIR_KIND, "care_at_home"):
        return f"Care at Home - {place}" if public else f"{provider.word} Care at Home - {place}"
    names = {
        "older_people_home": f"{word} {house}",
        "childrens_home": f"{word} {'Cottage' if public else house}",
        "housing_support": f"{council if public else provider.word} Housing Support - {place}",
        "day_support": f"{word} Day {'Centre' if public else 'Opportunities'}",
        "nurse_agency": f"{provider.word} Nurse Agency",
        "adult_placement": f"{council if public else provider.word} Shared Lives",
        "childminder": provider.name,
        "nursery_over_3": f"{word} {'Primary School Nursery Class' if public else 'Playgroup'}",
        "nursery_under_3": f"{f'{word} Family Centre' if public else f'Little {word} Nursery'}",
        "fostering": f"{council} Fostering Service",
        "adoption": f"{council} Adoption Service",
        "school_accommodation": f"{word} School",
        "child_care_agency": f"{provider.word} Sitter Service",
    }
    return names.get(kind, f"{word} {house}")
