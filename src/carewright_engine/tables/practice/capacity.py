"""Places, beds and staff as each register gives them, placeholders and gaps included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from carewright_engine.tables.practice.draws import Numbers, from_quantiles, spread
from carewright_engine.tables.practice.published import EDITIONS, QUANTILES, sizes
from carewright_engine.tables.practice.services import Service

HOME_CARE: Final = ("care_at_home", "housing_support")
STATES_NO_PLACES: Final = frozenset(
    ("fostering", "adoption", "adult_placement", "child_care_agency", "nurse_agency")
)
ZERO_PLACES: Final = 0.62  # 673 of 1,092 care at home services in 2022 have 0 places
BLANK_PLACES: Final = 0.01  # 11 of 1,092 leave them blank
TENTH: Final = 0.25  # care at home with staff 0.1, adult services in the register of July 2024
HUNDREDTH: Final = 0.15  # 164 of 1,092 have 0.01 in the register of 2022
NO_STAFF_GIVEN: Final = {  # the share of registrations whose staff are blank, by edition
    "care_home": (0.25, 0.13, 0.09),
    "childminder": (0.90, 0.87, 0.85),
}
CHANGES_PLACES: Final = 0.12  # homes that added or gave up places between two registers
BED_MISMATCH: Final = 0.12  # homes whose beds are not their places


@dataclass(frozen=True, slots=True)
class Capacity:
    """What one register says of a service's size, as it prints it; empty where it is blank."""

    places: str
    beds: str
    single_bedrooms: str
    in_double_rooms: str
    staff: str


def measure_services(
    rng: np.random.Generator, services: Sequence[Service]
) -> dict[tuple[str, int], Capacity]:
    """The size of every service in every register that lists it."""
    places = _places(rng, services)
    staff = _staff(rng, services, places)
    beds = spread(rng, len(services))
    return {
        (service.number, year): _capacity(
            service, places[service.number][at], staff[service.number][at], float(beds[number])
        )
        for number, service in enumerate(services)
        for at, year in enumerate(EDITIONS)
        if service.listed(year)
    }


def _capacity(service: Service, places: str, staff: str, draw: float) -> Capacity:
    if not service.site.kind.is_care_home:
        return Capacity(places, "", "", "", staff)
    number = float(places)
    beds = number - 1 if draw < BED_MISMATCH / 2 else number + (draw > 1 - BED_MISMATCH / 2)
    shared = 2.0 if 0.3 < draw < 0.38 and beds > 10 else 0.0
    return Capacity(places, printed(beds), printed(beds - shared), printed(shared), staff)


def printed(number: float) -> str:
    """A number as the register's files print it: 40.0, 3.05."""
    return str(float(round(number, 2)))


def _groups(services: Sequence[Service], by_sector: bool) -> dict[tuple[str, str], list[Service]]:
    """Services alike in kind, those in the last register first."""
    groups: dict[tuple[str, str], list[Service]] = {}
    for service in sorted(services, key=lambda s: not s.listed(EDITIONS[-1])):
        sector = service.site.sector if by_sector else "any"
        groups.setdefault((service.profile, sector), []).append(service)
    return groups


def _drawn(
    rng: np.random.Generator, members: Sequence[Service], values: tuple[float, ...]
) -> Numbers:
    """Values by their published quantiles, spread evenly among those in the last register."""
    now = sum(service.listed(EDITIONS[-1]) for service in members)
    uniform = np.concatenate([spread(rng, now), spread(rng, len(members) - now)])
    return from_quantiles(uniform, QUANTILES, values)


def _places(
    rng: np.random.Generator, services: Sequence[Service]
) -> dict[str, tuple[str, str, str]]:
    """Registered places in 2016, 2019 and 2022."""
    found: dict[str, tuple[str, str, str]] = {}
    for (profile, sector), members in _groups(services, by_sector=True).items():
        values = sizes(profile, sector, "places")
        if profile in STATES_NO_PLACES or values is None:
            found |= {service.number: ("", "", "") for service in members}
            continue
        for service, places in zip(members, _drawn(rng, members, values), strict=True):
            found[service.number] = _over_time(rng, service, max(1, round(float(places))))
    for profile in HOME_CARE:
        members = [service for service in services if service.profile == profile]
        members.sort(key=lambda service: not service.listed(EDITIONS[-1]))
        now = sum(service.listed(EDITIONS[-1]) for service in members)
        draws = np.concatenate([spread(rng, now), spread(rng, len(members) - now)])
        for service, draw in zip(members, draws, strict=True):
            if draw < ZERO_PLACES:
                found[service.number] = ("0.0",) * 3
            elif draw > 1 - BLANK_PLACES:
                found[service.number] = ("",) * 3
    return _kept_by_successors(services, found)


def _over_time(rng: np.random.Generator, service: Service, now: int) -> tuple[str, str, str]:
    """Most services keep their places; some homes add a wing or close one."""
    before = [now]
    for _ in EDITIONS[1:]:
        changes = service.site.kind.is_care_home and rng.random() < CHANGES_PLACES
        step = int(rng.integers(-6, 7)) if changes else 0
        before.append(max(2, before[-1] - step) if changes and now > 8 else before[-1])
    third, second, first = (printed(number) for number in before)
    return first, second, third


def _kept_by_successors(
    services: Sequence[Service], found: dict[str, tuple[str, str, str]]
) -> dict[str, tuple[str, str, str]]:
    """A home that goes on under a new provider keeps its places."""
    at_address = {
        (service.name, service.address): service.number
        for service in services
        if service.site.follows is not None
    }
    for service in services:
        follower = at_address.get((service.name, service.address))
        if follower is not None:
            found[service.number] = found[follower]
    return found


def _staff(
    rng: np.random.Generator,
    services: Sequence[Service],
    places: dict[str, tuple[str, str, str]],
) -> dict[str, list[str]]:
    """Whole-time equivalents in 2016, 2019 and 2022, a little different each time."""
    found = _placeholders(rng, services)
    stated = [service for service in services if service.number not in found]
    homes = [s for s in stated if sizes(s.profile, "any", "staff_per_place") is not None]
    others = [s for s in stated if sizes(s.profile, "any", "staff_per_place") is None]
    for by_sector, quantity, some in (
        (False, "staff_per_place", homes),
        (True, "staff", others),
    ):
        for (profile, sector), members in _groups(some, by_sector=by_sector).items():
            values = sizes(profile, sector, quantity)
            if values is None:
                raise ValueError(f"no published staff of {profile}, {sector}")
            for service, drawn in zip(members, _drawn(rng, members, values), strict=True):
                of = [float(p or 0) for p in places[service.number]]
                per = of if quantity == "staff_per_place" else [1.0] * len(of)
                found[service.number] = _a_little_different(rng, float(drawn), per)
    _leave_blank(rng, services, found)
    _state_twice(services, found)
    return found


def _a_little_different(rng: np.random.Generator, drawn: float, per: Sequence[float]) -> list[str]:
    wobble = [*rng.normal(1, 0.03, len(per) - 1), 1.0]
    return [
        printed(max(0.5, drawn * number * float(w))) for number, w in zip(per, wobble, strict=True)
    ]


def _leave_blank(
    rng: np.random.Generator, services: Sequence[Service], found: dict[str, list[str]]
) -> None:
    homes = [service for service in services if service.site.kind.is_care_home]
    minders = [service for service in services if service.profile == "childminder"]
    for members, shares in (
        (homes, NO_STAFF_GIVEN["care_home"]),
        (minders, NO_STAFF_GIVEN["childminder"]),
    ):
        for at, (share, year) in enumerate(zip(shares, EDITIONS, strict=True)):
            listed = [service for service in members if service.listed(year)]
            for service, draw in zip(listed, spread(rng, len(listed)), strict=True):
                if draw < share:
                    found[service.number][at] = ""


def _placeholders(rng: np.random.Generator, services: Sequence[Service]) -> dict[str, list[str]]:
    """The care at home half of a pair often says 0.1 or 0.01: its staff are in the other half."""
    care = [service for service in services if service.profile == "care_at_home"]
    pairs = [service for service in care if service.combined_with is not None]
    pairs.sort(key=lambda service: not service.listed(EDITIONS[-1]))
    now = sum(service.listed(EDITIONS[-1]) for service in pairs)
    of_all = sum(service.listed(EDITIONS[-1]) for service in care)
    draws = np.concatenate([spread(rng, now), spread(rng, len(pairs) - now)])
    tenth, hundredth = TENTH * of_all / now, HUNDREDTH * of_all / now
    found: dict[str, list[str]] = {}
    for service, draw in zip(pairs, draws, strict=True):
        if draw < tenth + hundredth:
            found[service.number] = ["0.1" if draw < tenth else "0.01"] * len(EDITIONS)
    return found


def _state_twice(services: Sequence[Service], found: dict[str, list[str]]) -> None:
    """One pair states the same staff in both halves, and one home for older people says 0.1."""
    latest = EDITIONS[-1]
    for service in services:
        other = service.combined_with
        both = service.profile == "care_at_home" and other is not None and service.listed(latest)
        if both and other is not None and float(found[service.number][-1]) > 0.1:
            found[service.number] = list(found[other])
            break
    home = next(s for s in services if s.profile == "older_people_home" and s.listed(latest))
    found[home.number][-1] = "0.1"
