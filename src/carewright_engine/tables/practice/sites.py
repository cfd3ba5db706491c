"""Where services stand and how long: each kind in its national number, sector and council."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from carewright_engine.tables.practice.draws import Numbers, apportion, quota, spread
from carewright_engine.tables.practice.land import COUNCILS
from carewright_engine.tables.practice.people import People
from carewright_engine.tables.practice.published import (
    EDITIONS,
    SCOTLAND_MID_2020,
    KindOfService,
    kinds,
)
from carewright_engine.tables.practice.zones import Land

LEAD_AGENCY_COUNCIL: Final = "Strathalder"  # its health board runs care for adults
THIN_MARKET: Final = 1.8  # how much more of public provision stands where markets are thin
RE_REGISTERED_SHARE: Final = (
    0.6  # more than half of private homes that leave go on under a new provider
)
ISLAND_KINDS: Final = ("older_people_home", "care_at_home", "day_support")

Years = frozenset[int]


@dataclass(frozen=True, slots=True)
class Site:
    """A service's place: kind, who runs it, where it is and which registers list it."""

    kind: KindOfService
    sector: str
    council: str
    zone: int
    years: Years
    follows: int | None = None  # the site whose home it took over, under a new number


def lifetimes(numbers: Sequence[int], leaves: float) -> list[Years]:
    """Which of the three registers list each service, so that every count comes out right.

    Those in the last register come first.
    """
    first, second, third = numbers
    gone_early = min(first, max(round(leaves * first), first - second))
    stayed = first - gone_early
    joined = second - stayed
    gone_late = min(second, max(round(leaves * second), second - third))
    old_gone, new_gone = apportion([stayed, max(joined, 0) + 1e-9], gone_late)
    groups = (
        (EDITIONS, stayed - old_gone),
        (EDITIONS[1:], joined - new_gone),
        (EDITIONS[2:], third - (second - gone_late)),
        (EDITIONS[:2], old_gone),
        (EDITIONS[1:2], new_gone),
        (EDITIONS[:1], gone_early),
    )
    return [frozenset(years) for years, number in groups for _ in range(number)]


def find_sites(rng: np.random.Generator, land: Land, people: People) -> list[Site]:
    """Every service of the region that any of the three registers lists."""
    share = float(people.counts.sum()) / SCOTLAND_MID_2020
    sites: list[Site] = []
    for kind in kinds():
        if kind.lives_among == "councils":
            sites += _one_to_each_council(rng, land, people, kind)
            continue
        numbers = [round(share * number) for number in kind.numbers]
        years = lifetimes(numbers, kind.leaves_in_3_years)
        here = list(_placed(rng, land, people, kind, years))
        sites += _with_successors(here, first=len(sites))
    return _with_island(sites, land)


def _placed(
    rng: np.random.Generator,
    land: Land,
    people: People,
    kind: KindOfService,
    lives: Sequence[Years],
) -> Iterator[Site]:
    """Sites of one kind; sectors and councils in proportion now, and among those gone."""
    living = _living(people, kind)
    for cohort in (True, False):
        years = [life for life in lives if (EDITIONS[-1] in life) is cohort]
        sectors = quota(rng, _public_and_not(kind), len(years))
        by_sector = {
            sector: iter(quota(rng, _councils_by(living, land, sector), sectors.count(sector)))
            for sector in sorted(set(sectors))
        }
        councils = [next(by_sector[sector]) for sector in sectors]
        by_council = {
            council.name: iter(
                _zones(rng, land, living, council.name, councils.count(council.name))
            )
            for council in COUNCILS
        }
        for life, sector, council in zip(years, sectors, councils, strict=True):
            zone = next(by_council[council])
            yield Site(kind, _run_by(kind, sector, council), council, zone, life)


def _public_and_not(kind: KindOfService) -> dict[str, float]:
    public = kind.sectors["council"] + kind.sectors["health_board"]
    shares = {"private": kind.sectors["private"], "voluntary": kind.sectors["voluntary"]}
    return {**shares, "public": public}


def _run_by(kind: KindOfService, sector: str, council: str) -> str:
    if sector != "public":
        return sector
    led = council == LEAD_AGENCY_COUNCIL and kind.sectors["health_board"] > 0 and kind.for_adults
    return "health_board" if led else "council"


def _living(people: People, kind: KindOfService) -> Numbers:
    """The people of each zone among whom a kind of service stands."""
    ages = {"older": (65, 90), "children": (0, 15), "all": (0, 90), "councils": (0, 90)}
    return people.between(*ages[kind.lives_among]).astype(float)


def _councils_by(living: Numbers, land: Land, sector: str) -> dict[str, float]:
    """The councils by the people who would use a service; more is public where few would buy."""
    return {
        council.name: float(living[land.of(council.name)].sum())
        * (THIN_MARKET if (council.name, sector) == (LEAD_AGENCY_COUNCIL, "public") else 1.0)
        for council in COUNCILS
    }


def _zones(
    rng: np.random.Generator, land: Land, living: Numbers, council: str, count: int
) -> list[int]:
    """Zones of the mainland drawn by their people, spread evenly over the towns.

    The countryside has half its share: most services stand in a town.
    """
    members = [at for at in land.of(council) if not land.zones[at].island]
    weights = living[members] * [0.5 if land.zones[at].rural else 1.0 for at in members]
    ends = np.cumsum(weights) / weights.sum()
    return [members[int(np.searchsorted(ends, draw))] for draw in spread(rng, count)]


def _one_to_each_council(
    rng: np.random.Generator, land: Land, people: People, kind: KindOfService
) -> list[Site]:
    living = _living(people, kind)
    return [
        Site(
            kind,
            "council",
            council.name,
            _zones(rng, land, living, council.name, 1)[0],
            frozenset(EDITIONS),
        )
        for council in COUNCILS
    ]


def _with_successors(sites: list[Site], first: int) -> list[Site]:
    """Most private care homes that leave go on under a new provider, at the same address."""
    if not sites or not sites[0].kind.is_care_home:
        return sites
    found = list(sites)
    leavers = [
        at
        for at, site in enumerate(sites)
        if max(site.years) < EDITIONS[-1] and site.sector == "private"
    ]
    taken: set[int] = set()
    for leaver in leavers[: round(RE_REGISTERED_SHARE * len(leavers))]:
        gone = sites[leaver]
        for at, site in enumerate(found):
            next_edition = EDITIONS[EDITIONS.index(max(gone.years)) + 1]
            alike = (site.sector, site.council) == ("private", gone.council)
            if alike and min(site.years) == next_edition and at not in taken:
                taken.add(at)
                found[at] = replace(site, zone=gone.zone, follows=first + leaver)
                break
    return found


def _with_island(sites: list[Site], land: Land) -> list[Site]:
    """The island has one home, one home care service and one day service, all public."""
    village = next(at for at, zone in enumerate(land.zones) if zone.island)
    found = list(sites)
    for kind in ISLAND_KINDS:
        public = [
            at
            for at, site in enumerate(found)
            if site.kind.kind == kind
            and (site.council, site.sector) == (LEAD_AGENCY_COUNCIL, "health_board")
            and EDITIONS[-1] in site.years
        ]
        if not public:
            raise ValueError(f"the island has no {kind}")
        longest = max(public, key=lambda at: len(found[at].years))
        found[longest] = replace(found[longest], zone=village)
    return found
