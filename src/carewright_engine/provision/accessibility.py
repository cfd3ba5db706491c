"""Accessibility: how near people live to a service, and how much of it they can reach."""

from __future__ import annotations

from typing import Final

import numpy as np
import polars as pl

from carewright_engine.provision.answers import Figure, Finding, NotAssessed, Section
from carewright_engine.provision.distances import Numbers, half_within_km, share_within
from carewright_engine.provision.figures import Behind, Dimension, figure, gaps, not_known
from carewright_engine.provision.groundwork import Scope, people_rows, zones_of
from carewright_engine.provision.kinds_of_care import AGES_IN_WORDS
from carewright_engine.provision.questions import Parameters
from carewright_engine.provision.reach import Reach, Sought, reach_of, settled
from carewright_engine.provision.reach_tables import (
    map_table,
    routes_table,
    within_reach_table,
    zones_table,
)
from carewright_engine.provision.words import counted
from carewright_engine.tables.ferries import ferry_councils

NO_ZONES: Final = NotAssessed(
    "How near people live",
    "no data zones with a centre and people of each age were given for this area",
    "A look-up of data zones, their centroids and their population by single year of age",
)
NOT_PLACED: Final = NotAssessed(
    "How near people live",
    "no service could be placed on the map",
    "Postcodes or data-zone centroids, as published",
)
WITHOUT_WALLS: Final = NotAssessed(
    "Reach of care that comes to people",
    "distance to an office means nothing, and the lists do not say which area is served",
    "The area that each provider serves, from the council's contracts",
)
NOT_RECORDED: Final = NotAssessed(
    "Languages and physical access", "not recorded in the given lists", "Providers' own entries"
)


def accessibility(scope: Scope) -> Dimension:
    """Distance to the nearest service, what can be reached, and for whom it is accessible."""
    recorded = _recorded(scope)
    questions = () if recorded else (NOT_RECORDED,)
    if scope.kind is None or not scope.kind.has_walls:
        return _comes_to_people(scope, recorded, questions)
    reach = reach_of(scope)
    tables = (map_table(scope), routes_table(scope))
    if reach is None:
        gap = _why_not(scope)
        missing = not_known("access.any.within_5_km", "share", "nearest", gap)
        heading = "Distances cannot be shown"
        section = Section("accessibility", heading, (missing, *recorded), (), tables)
        return section, gaps((), (gap, *questions))
    figures = (*_distances(scope, reach), *_catchment(scope, reach), *recorded)
    measured = (within_reach_table(scope, reach), zones_table(scope, reach))
    heading, cautions = _heading(scope, reach), _cautions(scope, reach)
    section = Section("accessibility", heading, figures, cautions, (*tables, *measured))
    return section, gaps(figures, questions)


def _comes_to_people(
    scope: Scope, recorded: list[Figure], questions: tuple[NotAssessed, ...]
) -> Dimension:
    """Home care is judged by the area served, never by the distance to its office."""
    served = scope.services.filter(pl.col("area_served").is_not_null())
    found = list(recorded)
    if served.height:
        words = "say which area they serve"
        found.append(
            figure("access.area_served", served.height, scope.many, words, "location", served)
        )
    heading = f"{scope.name}: distance to an office means nothing"
    open_questions = questions if served.height else (*questions, WITHOUT_WALLS)
    return Section("accessibility", heading, tuple(found)), gaps((), open_questions)


def _why_not(scope: Scope) -> NotAssessed:
    placed = scope.nation.drop_nulls(["latitude", "longitude"])
    if settled(zones_of(scope.ground, scope.area), "all").height == 0:
        return NO_ZONES
    return NOT_PLACED if placed.height == 0 else NO_ZONES


def _recorded(scope: Scope) -> list[Figure]:
    """Languages and physical access, where a list says anything about them."""
    found = []
    for column, words in (
        ("languages", "say which languages they offer"),
        ("physical_access", "say how people get in and about"),
    ):
        said = scope.services.filter(pl.col(column).is_not_null())
        if said.height:
            found.append(
                figure(f"access.{column}", said.height, scope.many, words, "location", said)
            )
    return found


def _distances(scope: Scope, reach: Reach) -> list[Figure]:
    people_here = people_rows(scope.ground, [scope.area])
    people = float(reach.people.sum())
    who = f"people {AGES_IN_WORDS[reach.age]}"
    found = [figure("access.people", people, "people", who, "people", people_here)]
    for sought in reach.sought:
        near = f"the nearest {scope.one}" + ("" if sought.key == "any" else f" {sought.words}")
        behind = Behind.of(sought.services, people_here)
        found += _of_sort(scope.ground.parameters, reach, sought, f"{who} live", near, behind)
    return found


def _of_sort(
    asked: Parameters, reach: Reach, sought: Sought, who: str, near: str, behind: Behind
) -> list[Figure]:
    within = [
        figure(
            f"access.{sought.key}.within_{limit:g}_km",
            share_within(sought.distance, reach.people, limit),
            "share",
            f"of {who} within {limit:g} km of {near}",
            "nearest",
            behind,
            decimals=1,
        )
        for limit in asked.distances_km
    ]
    half = figure(
        f"access.{sought.key}.half_within_km",
        half_within_km(sought.distance, reach.people),
        "km",
        f"half of {who} within this of {near}",
        "nearest",
        behind,
        decimals=1,
    )
    return [*within, half]


def _catchment(scope: Scope, reach: Reach) -> list[Figure]:
    asked = scope.ground.parameters
    unit = f"places per 1,000 people {AGES_IN_WORDS[reach.age]}"
    decay = (
        f"{asked.decay} decay, bandwidth {asked.bandwidth_km:g} km, "
        f"nothing beyond {asked.catchment_km:g} km"
    )
    if reach.access is None:
        gap = NotAssessed(
            "What people can reach", "no service in reach states its places", "Registered places"
        )
        return [not_known("access.catchment", unit, "catchment", gap)]
    behind = Behind.of(reach.placed, people_rows(scope.ground, [scope.area]))
    mean = float(np.average(reach.access, weights=reach.people)) * 1000
    lowest = _lowest_tenth(reach.access, reach.people) * 1000
    parts = (
        ("access.catchment", mean, f"that the average person can reach ({decay})"),
        ("access.catchment_lowest_tenth", lowest, "or fewer for a tenth of people"),
    )
    return [
        figure(key, value, unit, words, "catchment", behind, decimals=1)
        for key, value, words in parts
    ]


def _lowest_tenth(access: Numbers, people: Numbers) -> float:
    order = np.argsort(access, kind="stable")
    reached = np.cumsum(people[order])
    return float(access[order][np.searchsorted(reached, people.sum() / 10)])


def _heading(scope: Scope, reach: Reach) -> str:
    """'A home is near; a very good one often is not'."""
    limit = min(scope.ground.parameters.distances_km)
    near = {s.key: share_within(s.distance, reach.people, limit) for s in reach.sought}
    one = scope.one
    if near["any"] < 0.5:
        return f"Fewer than half live within {limit:g} km of a {one}"
    first = f"A {one} is near" if near["any"] >= 0.9 else f"A {one} is near for most"
    if near.get("good", 1.0) < 0.75:
        return f"{first}; a good one often is not"
    if near.get("very_good", 1.0) < 0.75:
        return f"{first}; a very good one often is not"
    return f"{first}, and so is a good one" if "good" in near else first


def _cautions(scope: Scope, reach: Reach) -> tuple[Finding, ...]:
    found = []
    across = reach.zones.filter(pl.col("council_code").is_in(list(ferry_councils())))
    if across.height:
        people = across[reach.age].sum()
        found.append(
            Finding(
                f"Islands and ferries: {people:,.0f} people {AGES_IN_WORDS[reach.age]} live in "
                "councils where a straight line may cross water. It is not a journey.",
                caution=True,
            )
        )
    missing = zones_of(scope.ground, scope.area).height - reach.zones.height
    if missing:
        words = f"{missing} data zones have no centre or no people given, and are left out."
        found.append(Finding(words, caution=True))
    lost = scope.services.filter(pl.col("latitude").is_null()).height
    if lost:
        said = counted(lost, scope.one, scope.many)
        words = f"{said} could not be placed on the map, and left out of distances."
        found.append(Finding(words, caution=True))
    if reach.access is not None and reach.unstated.height:
        found.append(_silent_about_places(scope, reach))
    return tuple(found)


def _silent_about_places(scope: Scope, reach: Reach) -> Finding:
    """Services in reach that state no places: what people can reach is without theirs."""
    said = counted(reach.unstated.height, scope.one, scope.many)
    states, it = ("states", "it offers") if reach.unstated.height == 1 else ("state", "they offer")
    return Finding(
        f"{said} within {scope.ground.parameters.catchment_km:g} km of people here {states} no "
        f"places: what can be reached is counted without what {it}.",
        ("access.catchment", "access.catchment_lowest_tenth"),
        caution=True,
    )
