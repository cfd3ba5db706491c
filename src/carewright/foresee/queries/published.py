"""What the imported files tell beside a projection: then and now, carers, delays, care groups."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

import numpy as np
import polars as pl

from carewright.analyse import api as analyse
from carewright.foresee.queries.projections import answered_projection, projections
from carewright.foresee.rows.published import (
    CareGroupsHere,
    CarersAhead,
    CarersHere,
    CarersOfAge,
    DelaysHere,
    GroupHere,
    ThenAndNow,
)
from carewright.platform import api as platform
from carewright.register import api as register
from carewright_engine.demand.arrays import Array
from carewright_engine.demand.individuals.carers import breaks_needed
from carewright_engine.demand.individuals.practice_figures import practice_carers
from carewright_engine.demand.need import care_groups, carers, delays
from carewright_engine.demand.need.care_groups import Held, Missing
from carewright_engine.demand.need.counted_groups import Count, count_of
from carewright_engine.demand.population import official_people, then_and_now
from carewright_engine.demand.population.areas_of_nation import SCOTLAND
from carewright_engine.demand.refusing import BadParameter
from carewright_engine.demand.scenarios.answers import AgeAndSex
from carewright_engine.provision.areas import COUNTRIES

YEARS: Final = (2011, 2035)
DRAWS: Final = 400
SEED: Final = 20451
#: How files of the practice region are called: nothing invented is said of a real country.
INVENTED: Final = "practice_"
PRACTICE: Final = "the practice region"
#: The nation's own projection; estimates alone end where today does.
PROJECTION: Final = (
    "people of the nation by sex and single year of age, estimated from 2011 and projected to "
    "2035 or later (Office for National Statistics, principal projection)"
)


def growth_then_and_now(*, seen_by: platform.Officer) -> ThenAndNow | Missing:
    """Growth of people aged 65 and over and 85 and over, then and now, in the audit's nation."""
    inputs = register.inputs_for(seen_by=seen_by)
    nation = COUNTRIES[SCOTLAND[0]][1]
    rows = inputs.frame("population").filter(pl.col("area_code") == SCOTLAND)
    years = _years_in(rows)
    if years is None:
        return Missing(f"People of {nation} by 2035", PROJECTION)
    try:
        people = official_people(rows, SCOTLAND, years)
    except BadParameter:
        return Missing(f"People of {nation} by 2035", PROJECTION)
    named = {source.sha256: source.name for source in inputs.sources}
    files = tuple(sorted({named.get(each, each) for each in rows["dataset"].unique()}))
    pairs = then_and_now(people, years[0], years=years, projection="")
    invented = all(each.startswith(INVENTED) for each in files)
    return ThenAndNow(PRACTICE if invented else nation, pairs, files, years == YEARS, nation)


def care_groups_here(*, seen_by: platform.Officer) -> CareGroupsHere:
    """Every care group by name, as the files count it in the officer's area, else in its nation."""
    activity = register.inputs_for(seen_by=seen_by).frame("activity")
    area, councils = _own_area(seen_by)
    if not councils:
        of_councils = activity.filter(pl.col("area_kind") == "council")
        councils = tuple(of_councils["area_code"].drop_nulls().unique())
    groups = tuple(
        GroupHere(each, _counts(each, activity, councils)) for each in care_groups.held(activity)
    )
    return CareGroupsHere(area, len(councils), groups)


def _counts(held: Held, activity: pl.DataFrame, councils: tuple[str, ...]) -> tuple[Count, ...]:
    counted = (count_of(source, activity, councils) for source in held.sources)
    return tuple(each for each in counted if each is not None)


def _own_area(seen_by: platform.Officer) -> tuple[str, tuple[str, ...]]:
    """The name and councils of the officer's own area; of a nation its name alone."""
    own = analyse.own_area(analyse.areas(seen_by=seen_by), seen_by=seen_by)
    code = seen_by.organisation.area_code or SCOTLAND
    return (own.name, own.councils) if own else (COUNTRIES[code[0]][1], ())


def carers_here(*, seen_by: platform.Officer) -> CarersHere | Missing:
    """Unpaid carers of the officer's own area, or of its nation where it has no own one."""
    activity = register.inputs_for(seen_by=seen_by).frame("activity")
    code = seen_by.organisation.area_code or SCOTLAND
    found = carers.carers_of(activity, code[0])
    if isinstance(found, Missing):
        return found
    name, councils = _own_area(seen_by)
    at = [found.areas.index(each) for each in councils or found.areas if each in found.areas]
    if not at:
        return Missing("Unpaid carers", carers.FILES[code[0]])
    breaks = breaks_needed(practice_carers(), found.carers[at].sum(axis=(0, 1)))
    ahead = _carers_ahead(found, at, code, seen_by)
    return CarersHere(name, len(at), _by_age(found, at), breaks, ahead)


def _carers_ahead(
    found: carers.Carers, at: list[int], area_code: str, seen_by: platform.Officer
) -> CarersAhead | None:
    """Carers in the last year of the latest projection of this area; None where there is none.

    As many of each age give as much care as the census found, among the people whom the projection
    has then. What chance does to the people is not in the interval, only what it did to the shares.
    """
    own = projections(seen_by=seen_by).filter(
        organisation_id=seen_by.organisation.id, area_code=area_code, answered_at__isnull=False
    )
    latest = own.first()
    if latest is None:
        return None
    read = answered_projection(latest.pk, seen_by=seen_by)
    people = _people_by_carers_age(read.answer.basis.ages)
    shares = found.carers[at].sum(axis=0) / found.people[at].sum(axis=0)[:, None]
    by_hours = shares * people[:, None]
    low, high = _interval_of_shares(found, at)
    each = zip(by_hours.sum(axis=1), low * people, high * people, strict=True)
    return CarersAhead(
        read.row.id, read.row.reference, read.answer.years[-1],
        tuple((float(middle), float(least), float(most)) for middle, least, most in each),
        breaks_needed(practice_carers(), by_hours.sum(axis=0)),
    )  # fmt: skip


def _people_by_carers_age(ages: Sequence[AgeAndSex]) -> Array:
    """People of the last year by the ages that carers are counted by; bands of five fit in them."""
    bounds = [int(re.split("[-+]", each)[0]) for each in carers.AGES]
    places = np.searchsorted(bounds, [each.youngest for each in ages], side="right") - 1
    people = np.zeros(len(bounds))
    for place, each in zip(places, ages, strict=True):
        if place >= 0:
            people[place] += each.women_later + each.men_later
    return people


def delays_and_care(*, seen_by: platform.Officer) -> DelaysHere:
    """Delayed days by council, and what went with more care at home where enough are held."""
    digests = tuple(register.tables_in_use(seen_by=seen_by))
    activity = register.inputs_for(seen_by=seen_by).frame("activity")
    days, span = delays.delayed_days(activity)
    names = (
        {each.code: each.name for each in analyse.areas(seen_by=seen_by).offered} if days else {}
    )
    return DelaysHere(
        association=_association(_Held(digests, activity)),
        days=tuple((names.get(each.area_code, each.area_code), each.days, each.months)
                   for each in days),
        span=span, with_both=delays.councils_with_both(activity), wanted=delays.FEWEST_COUNCILS,
    )  # fmt: skip


@dataclass(frozen=True)
class _Held:
    """The activity that files hold, known by the digests of their tables."""

    digests: tuple[str, ...]
    activity: pl.DataFrame = field(compare=False)


@lru_cache(maxsize=8)
def _association(held: _Held) -> delays.Association | None:
    for supply in ("hours", "people"):
        try:
            return delays.association(held.activity, supply=supply, seed=SEED)
        except BadParameter:
            continue
    return None


def _years_in(rows: pl.DataFrame) -> tuple[int, int] | None:
    """2011 to 2035 where the file holds them, else what it holds of them; None for one year."""
    if rows.is_empty():
        return None
    held = rows["on"].dt.year()
    first, last = max(int(min(held)), YEARS[0]), min(int(max(held)), YEARS[1])
    return (first, last) if last > first else None


def _by_age(found: carers.Carers, at: list[int]) -> tuple[CarersOfAge, ...]:
    """The councils at these places together; draws are weighted by how many people each has."""
    low, high = _interval_of_shares(found, at)
    people, giving = found.people[at].sum(axis=0), found.carers[at].sum(axis=0)
    return tuple(
        CarersOfAge(
            ages, float(people[row]),
            tuple(zip(carers.HOURS, map(float, giving[row]), strict=True)),
            float(giving[row].sum() / people[row]), (float(low[row]), float(high[row])),
        )
        for row, ages in enumerate(carers.AGES)
    )  # fmt: skip


def _interval_of_shares(found: carers.Carers, at: list[int]) -> Array:
    """[low or high, age]: where the share of carers lies with 95 chances in 100."""
    weights = found.people[at] / found.people[at].sum(axis=0)
    drawn = (found.drawn(DRAWS, SEED)[:, at].sum(axis=3) * weights).sum(axis=1)
    interval: Array = np.percentile(drawn, [2.5, 97.5], axis=0)
    return interval
