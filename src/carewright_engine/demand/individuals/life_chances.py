"""The full model and its levers as the tables that the kernels read."""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from carewright_engine.demand.individuals.carers import KINDS, CarerModel
from carewright_engine.demand.individuals.life_kernels import RANKS, Chances
from carewright_engine.demand.individuals.life_model import (
    AS_IT_STANDS,
    MOST_YEARS_SINCE,
    Levers,
    LifeModel,
    Prevention,
)
from carewright_engine.demand.individuals.need_model import LEVELS, Setting

Table = NDArray[np.float64]


def as_chances(model: LifeModel, year: int) -> Chances:
    """What holds in one year after the base year, levers included.

    All tables are made anew and lie row by row, as the kernels were compiled for.
    """
    return Chances(*(np.array(table, float, order="C") for table in _tables(model, year)))


def _tables(model: LifeModel, year: int) -> Chances:
    need, carers = model.need, model.carers
    levers = model.pulled_in(year)
    return Chances(
        death=need.death,
        leaving=need.leaving,
        better=need.better,
        worse=need.worse,
        care_home=care_home_by_household(model, levers),
        minutes=model.support.hours * levers.hours_per_visit * 60,
        alone=model.households.alone,
        becomes_alone=model.households.becomes_alone,
        finds_company=model.households.finds_company,
        supported=np.stack([meets_rules(model, levers), takes_support(model, levers)], axis=-1),
        need_rises=carers.need_rises,
        reached=_reached(levers.prevention, need.ages, year),
        slowed=_slowed(levers.prevention),
        cared_for=carers.cared_for,
        begins=carers.begins,
        with_person=carers.with_person,
        hours=carers.hours.cumsum(axis=-1),
        stops=np.minimum(1, _stops(carers) * levers.carers_stop),
        strain_changes=_strain_changes(carers),
        strained=carers.strained_share(),
        relief=np.array([0.0, *(carers.relief[kind.hours] for kind in KINDS)]),
        spread=spread_of_hours(model.support.spread),
    )


def meets_rules(model: LifeModel, levers: Levers = AS_IT_STANDS) -> Table:
    """[need]: share who meet the rules; new rules come in by degrees, for the same people first."""
    now = np.array(model.rules.meets)
    if levers.rules is None:
        return now
    then: Table = np.array(levers.rules.meets)
    return then if levers.rules_in_force == 1 else now + (then - now) * levers.rules_in_force


def takes_support(model: LifeModel, levers: Levers = AS_IT_STANDS) -> Table:
    """[need]: share of those eligible who take support at home at this charge."""
    support = model.support
    taken: Table = support.takes * np.exp(-support.charge_response * levers.charge)
    return taken


def spread_of_hours(spread: float) -> Table:
    """Hours over their mean at the middle of each of 64 ranks; lognormal, their mean exactly 1."""
    ranks = [NormalDist().inv_cdf((rank + 0.5) / RANKS) for rank in range(RANKS)]
    hours = np.exp(spread * np.array(ranks))
    over_mean: Table = hours / hours.mean()
    return over_mean


def care_home_by_household(model: LifeModel, levers: Levers = AS_IT_STANDS) -> Table:
    """[age, need, alone]: share who live in a care home, by whether they lived alone."""
    share = model.need.settings[:, :, Setting.CARE_HOME] * levers.care_home
    homes = model.households
    factors = np.array([homes.company_in_care_home, homes.alone_in_care_home])
    by_household: Table = np.minimum(1, np.multiply.outer(share, factors))
    return by_household


def _reached(prevention: Prevention | None, ages: int, year: int) -> Table:
    reached = np.zeros((ages, LEVELS))
    if prevention is not None and year >= prevention.first_year:
        reached[prevention.youngest :, list(prevention.levels)] = prevention.reach
    return reached


def _slowed(prevention: Prevention | None) -> Table:
    return np.ones(1 + MOST_YEARS_SINCE) if prevention is None else prevention.factor()


def _stops(carers: CarerModel) -> Table:
    each = (carers.stops[kind.lives, kind.hours, int(kind.strained)] for kind in KINDS)
    return np.array([0.0, *each])


def _strain_changes(carers: CarerModel) -> Table:
    each = (
        (carers.strain_eases if kind.strained else carers.strain_begins)[kind.hours]
        for kind in KINDS
    )
    return np.array([0.0, *each])
