"""What every area's analysis stands on, worked out once from the given files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

import polars as pl

from carewright_engine.provision.answers import NotAssessed
from carewright_engine.provision.areas import (
    LOCALITIES,
    MADE_OF_COUNCILS,
    AreaRef,
    areas_of_kind,
    data_zones_of,
)
from carewright_engine.provision.comparators import alike_by
from carewright_engine.provision.counting import as_known_on, counted_services, snapshots_until
from carewright_engine.provision.groups import propose_groups
from carewright_engine.provision.inputs import Inputs
from carewright_engine.provision.kinds_of_care import AGES, KIND_BY_KEY, KindOfCare, name_of
from carewright_engine.provision.locating import located
from carewright_engine.provision.people import people_by_council, people_by_row, people_by_zone
from carewright_engine.provision.questions import Parameters, Question

NO_LIST: Final = NotAssessed(
    "Provision",
    "no list of services was given for this area on or before the day asked about",
    "The regulator's list of services, true on that day or earlier",
)


@dataclass(frozen=True, slots=True)
class Groundwork:
    """Counted services, people and areas, shared by the analyses of many areas.

    `now` is each register's latest list on or before the day, placed on the map; `ever` also
    holds the earlier lists.
    """

    inputs: Inputs
    as_at: date
    parameters: Parameters
    now: pl.DataFrame
    ever: pl.DataFrame
    zones: pl.DataFrame
    councils: pl.DataFrame
    population_rows: pl.DataFrame
    likeness: pl.DataFrame
    people: Mapping[str, Mapping[str, float]]  # of each council, by band of age
    areas: Mapping[str, tuple[AreaRef, ...]]  # councils and what they make up, by kind


def groundwork(inputs: Inputs, as_at: date, parameters: Parameters) -> Groundwork:
    """Everything that does not depend on which area is asked about."""
    counted = counted_services(
        inputs.frame("service"),
        _groups(inputs, as_at),
        inputs.confirmed,
        children_too=parameters.children_too,
    )
    by_row = people_by_row(inputs, as_at)
    zones = people_by_zone(inputs, by_row)
    councils = people_by_council(zones, by_row)
    return Groundwork(
        inputs,
        as_at,
        parameters,
        now=located(as_known_on(counted, as_at), inputs),
        ever=snapshots_until(counted, as_at),
        zones=zones,
        councils=councils,
        population_rows=by_row.select("area_code", "area_kind", "dataset", "source_row"),
        likeness=alike_by(inputs, zones, councils),
        people={row["council_code"]: row for row in councils.to_dicts()},
        areas={kind: areas_of_kind(inputs, kind) for kind in MADE_OF_COUNCILS},
    )


def _groups(inputs: Inputs, as_at: date) -> pl.DataFrame:
    """Groups as given, else as proposed from the latest lists: owners change with the years."""
    given = inputs.frames.get("provider_group")
    return propose_groups(as_known_on(inputs.frame("service"), as_at)) if given is None else given


@dataclass(frozen=True, slots=True)
class Scope:
    """One question set on its groundwork: the services it is about, here and in the nation."""

    ground: Groundwork
    question: Question
    kind: KindOfCare | None
    services: pl.DataFrame  # of the kind, in the area, now
    earlier: pl.DataFrame  # of the kind, in the area, in every list up to now
    nation: pl.DataFrame  # of the kind, in the whole nation, now
    every_kind: pl.DataFrame  # of every kind counted, in the area, now

    @property
    def area(self) -> AreaRef:
        """The area asked about."""
        return self.question.area

    @property
    def has_list(self) -> bool:
        """Whether any list speaks of the area: without one nothing can be counted, not even 0."""
        return self.every_kind.height > 0

    @property
    def name(self) -> str:
        """'Care homes for older people'."""
        if self.kind is None:
            return "Registered services for adults"
        return name_of(self.kind, self.question.care_group)

    @property
    def many(self) -> str:
        """'homes', or 'services'."""
        return self.kind.many if self.kind else "services"

    @property
    def one(self) -> str:
        """'home', or 'service'."""
        return self.kind.one if self.kind else "service"

    @property
    def lists(self) -> str:
        """Day of the list that the figures are true on, as ISO; empty when there is none."""
        days = self.services["as_at"].unique().sort()
        return ", ".join(day.isoformat() for day in days)


def scope(ground: Groundwork, question: Question) -> Scope:
    """The services that a question is about."""
    wanted = _of_kind(question)
    here = within(question.area, ground.now, ground.inputs)
    return Scope(
        ground,
        question,
        KIND_BY_KEY[question.kind] if question.kind else None,
        services=here.filter(wanted),
        earlier=within(question.area, ground.ever, ground.inputs).filter(wanted),
        nation=ground.now.filter(wanted & _same_nation(question.area)),
        every_kind=here,
    )


def within(area: AreaRef, services: pl.DataFrame, inputs: Inputs) -> pl.DataFrame:
    """Services that lie in an area: by council, or by data zone where it is smaller."""
    if area.kind in LOCALITIES:
        return services.filter(pl.col("data_zone").is_in(data_zones_of(inputs, area)))
    return services.filter(pl.col("council_code").is_in(list(area.councils)))


def nation_letter(area: AreaRef) -> str:
    """The first letter of its codes names the nation: S for Scotland, E for England."""
    return (area.councils[0] if area.councils else area.code)[:1]


def zones_of(ground: Groundwork, area: AreaRef) -> pl.DataFrame:
    """The area's data zones with their people and centres."""
    if area.kind in LOCALITIES:
        return ground.zones.filter(pl.col("code").is_in(data_zones_of(ground.inputs, area)))
    return ground.zones.filter(pl.col("council_code").is_in(list(area.councils)))


def people_of(ground: Groundwork, area: AreaRef) -> dict[str, float] | None:
    """People of each band of age; None unless every part of the area is known."""
    if area.kind in LOCALITIES:
        zones = zones_of(ground, area)
        if zones.height == 0 or zones["all"].null_count():
            return None
        return {band: float(zones[band].sum()) for band in AGES}
    if not area.councils or not set(area.councils) <= ground.people.keys():
        return None
    parts = [ground.people[code] for code in area.councils]
    return {band: float(sum(part[band] for part in parts)) for band in AGES}


def people_rows(ground: Groundwork, areas: list[AreaRef]) -> pl.DataFrame:
    """The rows of the population files behind the people of some areas."""
    councils = {code for area in areas for code in area.councils}
    codes = {area.code for area in areas if area.kind in LOCALITIES}
    by_zone = ground.councils.filter(pl.col("basis") == "data_zone")["council_code"]
    inside = ground.zones.filter(pl.col("council_code").is_in(list(councils & set(by_zone))))[
        "code"
    ].to_list()
    own = sorted(councils - set(by_zone))
    for area in areas:
        if area.code in codes:
            inside += zones_of(ground, area)["code"].to_list()
    return ground.population_rows.filter(pl.col("area_code").is_in([*inside, *own]))


def _of_kind(question: Question) -> pl.Expr:
    wanted = pl.lit(value=True)
    if question.kind:
        wanted = wanted & (pl.col("kind_key") == question.kind)
    if question.care_group:
        wanted = wanted & (pl.col("care_group") == question.care_group)
    return wanted


def _same_nation(area: AreaRef) -> pl.Expr:
    return pl.col("council_code").str.starts_with(nation_letter(area))
