"""The full model for one population, set to published rates where there are any."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from carewright_engine.demand.individuals import practice_figures as figures
from carewright_engine.demand.individuals.carers import CarerModel
from carewright_engine.demand.individuals.eligibility import SCOTTISH_DEFAULT, Rules
from carewright_engine.demand.individuals.life_model import Households, Levers, LifeModel, Support
from carewright_engine.demand.individuals.need_model import LEVELS, SETTINGS, Need, NeedModel
from carewright_engine.demand.individuals.steady import death_by_need, worse_to_keep

Table = NDArray[np.float64]


def practice_model(
    population: Table,
    *,
    death: Table,
    leaving: Table,
    fertility: Table,
    arrivals: Table,
    rules: Rules = SCOTTISH_DEFAULT,
    levers: Levers | None = None,
) -> LifeModel:
    """The full model for `population[sex, age]`, in which shares by age stay as they are.

    `death` and `leaving` are chances, `arrivals` people a year, by sex and age; `fertility` is by
    age. Those who join have the need of their age.
    """
    shares = need_shares(population)
    carers = figures.practice_carers()
    need = _need_model(population, shares, death, leaving, fertility, arrivals)
    return LifeModel(
        need=need,
        households=_households(population.shape[1]),
        carers=carers,
        support=_support(population, shares, need, carers),
        rules=rules,
        levers=levers or Levers(),
    )


def need_shares(population: Table) -> Table:
    """Shares by sex, age and need such that use by age band is as published."""
    ages = population.shape[1]
    heavy = _heavy(population)
    light = np.array(figures.LIGHTER_NEED.values)
    room = np.minimum(1, (0.95 - heavy) / (light.sum() * heavy))  # someone has no need at any age
    low, moderate = (ratio * heavy * room for ratio in light)
    critical = figures.CRITICAL.values[0] * heavy
    some = np.stack([low, moderate, heavy - critical, critical], axis=-1)
    by_age = np.concatenate([1 - some.sum(axis=-1, keepdims=True), some], axis=-1)
    return np.broadcast_to(by_age, (2, ages, LEVELS)).copy()


def care_home_shares(population: Table, shares: Table) -> Table:
    """Share in a care home by age and need, such that use by age band is as published."""
    by_need = np.array([0, 0, 0, 0.6, 1.4])
    in_homes = _smooth(population, figures.IN_CARE_HOMES.values)
    weight = (shares[0] * by_need).sum(axis=-1)
    by_age: Table = np.minimum(0.9, (in_homes / weight)[:, None] * by_need)
    return by_age


def _heavy(population: Table) -> Table:
    """Substantial and critical need by age: those in care homes, and those helped at home over
    the share of them who take support."""
    taken = np.average(figures.TAKES_SUPPORT.values[Need.SUBSTANTIAL :], weights=(0.65, 0.35))
    helped = np.array(figures.WITH_CARE_AT_HOME.values) / taken
    return _smooth(population, helped + np.array(figures.IN_CARE_HOMES.values))


def _smooth(population: Table, by_band: tuple[float, ...] | Table) -> Table:
    """By single year of age: smooth between bands, and each band's mean as given."""
    ages = population.shape[1]
    starts = np.array(figures.BANDS)
    people = population.sum(axis=0)
    middles = [np.average(np.arange(ages)[band], weights=people[band]) for band in _bands(ages)]
    curve = np.exp(np.interp(np.arange(ages), middles, np.log(by_band)))
    for band, wanted in zip(_bands(ages), by_band, strict=True):
        curve[band] *= wanted / np.average(curve[band], weights=people[band])
    curve[: starts[0]] = curve[starts[0]]
    return curve


def _bands(ages: int) -> list[slice]:
    return [slice(*pair) for pair in pairwise([*figures.BANDS, ages])]


def _need_model(
    population: Table,
    shares: Table,
    death: Table,
    leaving: Table,
    fertility: Table,
    arrivals: Table,
) -> NeedModel:
    ages = population.shape[1]
    young, old = figures.BETTER.values
    better = np.zeros_like(shares)
    better[..., 1:] = np.interp(np.arange(ages), [20, 90], [young, old])[:, None]
    by_need = death_by_need(death, shares, np.array(figures.DEATH_BY_NEED.values))
    settings = np.zeros((ages, LEVELS, SETTINGS))
    settings[..., 2] = care_home_shares(population, shares)
    settings[..., 1] = (1 - settings[..., 2]) * _supported()
    settings[..., 0] = 1 - settings[..., 1:].sum(axis=-1)
    return NeedModel(
        death=by_need,
        leaving=np.repeat(leaving[..., None], LEVELS, axis=-1) * (1 - by_need),
        better=better,
        worse=worse_to_keep(shares, by_need, better),
        fertility=fertility,
        arrivals=arrivals[..., None] * shares,
        settings=settings,
    )


def _supported() -> Table:
    """Share of those at home with care at home, by need, under Scotland's usual threshold."""
    supported: Table = np.multiply(SCOTTISH_DEFAULT.meets, figures.TAKES_SUPPORT.values)
    return supported


def _households(ages: int) -> Households:
    at = [20, 50, 70, 90]
    women, men = (
        np.interp(np.arange(ages), at, values.values)
        for values in (figures.ALONE, figures.ALONE_MEN)
    )
    alone = np.stack([women, men])
    alone[:, :16] = 0
    both = np.stack([1 - alone, alone], axis=-1)
    back = np.zeros_like(both)
    back[..., 1] = figures.FINDS_COMPANY.values[0]
    company, by_self = figures.CARE_HOME_BY_HOUSEHOLD.values
    return Households(
        alone=alone,
        becomes_alone=worse_to_keep(both, np.zeros_like(both), back)[..., 0],
        finds_company=back[..., 1],
        alone_in_care_home=by_self,
        company_in_care_home=company,
    )


def _support(population: Table, shares: Table, need: NeedModel, carers: CarerModel) -> Support:
    """Hours by age and need whose mean in each age band, carers' help allowed for, is published."""
    ages = population.shape[1]
    by_need = np.array(figures.HOURS_BY_NEED.values)
    helped = population.sum(axis=0)[:, None] * shares[0] * need.settings[..., 1]
    left = 1 - mean_relief(carers)
    hours = np.zeros((ages, LEVELS))
    for band, wanted in zip(_bands(ages), figures.HOURS_BY_BAND.values, strict=True):
        mean = (helped[band] * by_need * left).sum() / helped[band].sum()
        hours[band] = by_need * wanted / mean
    hours[: figures.BANDS[0]] = hours[figures.BANDS[0]]
    return Support(
        takes=np.array(figures.TAKES_SUPPORT.values, float),
        charge_response=figures.CHARGE_RESPONSE.values[0],
        hours=np.minimum(hours, 168),
        spread=figures.SPREAD_OF_HOURS.values[0],
    )


def mean_relief(carers: CarerModel) -> Table:
    """Share of support that unpaid carers spare, by need, half of people taken to live alone."""
    by_hours = (carers.hours * carers.relief).sum(axis=-1).mean(axis=-1)
    relief: Table = carers.cared_for.mean(axis=-1) * by_hours
    return relief
