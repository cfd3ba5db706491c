"""Areas of the same kind with their provision and their people, to compare with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl

from carewright_engine.provision.areas import COUNTRIES, LOCALITIES, AreaRef
from carewright_engine.provision.comparators import comparators_of
from carewright_engine.provision.figures import total
from carewright_engine.provision.funnel import Funnel, funnel
from carewright_engine.provision.groundwork import Scope, nation_letter, people_of
from carewright_engine.provision.kinds_of_care import ages_for

# With fewer of the nation's areas on the given lists, a sum over them is not the nation.
ENOUGH_OF_NATION: Final = 2 / 3


@dataclass(frozen=True, slots=True)
class Peer:
    """An area with its provision and its people by band of age."""

    area: AreaRef
    provision: float
    people: dict[str, float]

    def rate(self, age: str) -> float | None:
        """Provision for 1,000 people of the age; None where nobody of that age lives."""
        return 1000 * self.provision / self.people[age] if self.people[age] else None


@dataclass(frozen=True, slots=True)
class Peers:
    """The area, all areas of its kind, the nation, and those most alike."""

    here: Peer
    everyone: tuple[Peer, ...]
    nation: Peer
    alike: tuple[Peer, ...]
    alike_by: tuple[str, ...]
    ages: tuple[str, ...]
    funnel: Funnel | None

    @property
    def age(self) -> str:
        """The most telling age for this care."""
        return self.ages[0]


def provision_column(scope: Scope) -> str:
    """What provision of the kind is counted in: places, or staff counted once."""
    return "places" if scope.kind is not None and scope.kind.measure == "places" else "staff_once"


def here_of(scope: Scope) -> Peer | None:
    """The area itself; None when its people or its provision are not known."""
    people = people_of(scope.ground, scope.area)
    provision = total(scope.services, provision_column(scope))
    if scope.services.height == 0 and scope.every_kind.height > 0:
        provision = 0  # the area is on the lists, and no such service is
    if people is None or provision is None:
        return None
    return Peer(scope.area, float(provision), people)


def peers_of(scope: Scope, here: Peer) -> Peers | None:
    """What to compare with; None when too little of the nation is on the given lists."""
    everyone, known = _everyone(scope), _areas_with_people(scope)
    if len(everyone) < max(2, ENOUGH_OF_NATION * len(known)):
        return None
    ages = ages_for(scope.kind, scope.question.care_group) if scope.kind else ("65+",)
    alike, alike_by = _alike(scope, everyone)
    nation, spread = _nation(scope, everyone), _funnel(scope, everyone, ages[0])
    return Peers(here, everyone, nation, alike, alike_by, ages, spread)


def _areas_with_people(scope: Scope) -> list[AreaRef]:
    """The nation's areas of the kind whose people are known."""
    letter = nation_letter(scope.area)
    return [
        area
        for area in scope.ground.areas[_peer_kind(scope.area)]
        if nation_letter(area) == letter and people_of(scope.ground, area)
    ]


def _peer_kind(area: AreaRef) -> str:
    return "council" if area.kind in (*LOCALITIES, "country") else area.kind


def _everyone(scope: Scope) -> tuple[Peer, ...]:
    """Areas of the kind that a list covers, whose people are known.

    An area that no list covers has no provision that we know of, which is not none.
    """
    covered = set(scope.ground.now["council_code"].drop_nulls().unique())
    by_council = _by_council(scope)
    found = []
    for area in _areas_with_people(scope):
        people = people_of(scope.ground, area)
        stated = [by_council[code] for code in area.councils if code in by_council]
        known = [provision for provision in stated if provision is not None]
        if people is None or not set(area.councils) <= covered or (stated and not known):
            continue
        found.append(Peer(area, float(sum(known)), people))
    return tuple(found)


def _by_council(scope: Scope) -> dict[str, float | None]:
    """Provision of each council that has such a service; None where nobody states any."""
    column = pl.col(provision_column(scope))
    stated = pl.when(column.count() > 0).then(column.sum())
    return dict(scope.nation.group_by("council_code").agg(provision=stated).iter_rows())


def _nation(scope: Scope, everyone: tuple[Peer, ...]) -> Peer:
    letter = nation_letter(scope.area)
    code, name = COUNTRIES.get(letter, (letter, "All areas"))
    people = {age: sum(peer.people[age] for peer in everyone) for age in everyone[0].people}
    councils = tuple(sorted(code for peer in everyone for code in peer.area.councils))
    area = AreaRef("country", code, name, councils)
    return Peer(area, sum(peer.provision for peer in everyone), people)


def _alike(scope: Scope, everyone: tuple[Peer, ...]) -> tuple[tuple[Peer, ...], tuple[str, ...]]:
    """Comparators as the analyst named them, else the most similar."""
    asked = scope.ground.parameters
    by_code = {peer.area.code: peer for peer in everyone}
    if asked.comparators:
        named = [p for p in everyone if {p.area.code, p.area.name} & set(asked.comparators)]
        return tuple(named), ("named by the analyst",)
    if scope.area.kind in (*LOCALITIES, "country"):
        return (), ()
    areas = tuple(peer.area for peer in everyone)
    chosen, measures = comparators_of(
        scope.area, areas, scope.ground.likeness, asked.comparator_count
    )
    return tuple(by_code[area.code] for area in chosen), measures


def _funnel(scope: Scope, everyone: tuple[Peer, ...], age: str) -> Funnel | None:
    """Limits for counts of places; staff are not counts, so they have no funnel."""
    fit = [peer for peer in everyone if peer.people[age] > 0]
    if provision_column(scope) != "places" or len(fit) < 5:
        return None
    return funnel(
        np.array([peer.provision for peer in fit]),
        np.array([peer.people[age] for peer in fit]),
        scope.ground.parameters.winsorised,
    )
