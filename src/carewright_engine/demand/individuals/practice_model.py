"""The full model for one population, set to how many of each age use support now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from carewright_engine.demand.individuals import practice_figures
from carewright_engine.demand.individuals.eligibility import SCOTTISH_DEFAULT, Rules
from carewright_engine.demand.individuals.life_model import Households, Levers, LifeModel, Support
from carewright_engine.demand.individuals.need_model import LEVELS, SETTINGS, NeedModel
from carewright_engine.demand.individuals.practice_figures import PRACTICE_FIGURES, Figures
from carewright_engine.demand.individuals.steady import death_by_need, worse_to_keep
from carewright_engine.demand.individuals.use import (
    BANDS,
    PUBLISHED,
    Use,
    bands_of,
    expected_use,
)
from carewright_engine.demand.refusing import BadParameter

Table = NDArray[np.float64]

#: Nobody's age has fewer than so many in a hundred without need.
MOST_IN_NEED: Final = 0.95
#: Between household, take-up and care home no formula is exact: the aim is moved until the
#: expected use is the wanted one, to this share of it.
NEAR: Final = 1e-9
MOST_ROUNDS: Final = 200
#: Places in care homes beside one another, by need; nobody with less than substantial need.
IN_HOMES_BY_NEED: Final = np.array([0, 0, 0, 0.6, 1.4])
MOST_IN_HOMES: Final = 0.8  # of those with substantial or critical need
LEAST: Final = 1e-7  # use of an age band where none is counted


@dataclass(frozen=True, slots=True, eq=False)
class Moves:
    """Yearly chances of dying and leaving, and people who come, by sex and age; births by age."""

    death: Table
    leaving: Table
    arrivals: Table
    fertility: Table


@dataclass(frozen=True, slots=True, eq=False)
class Settled:
    """A model, and the shares of need `[sex, age, need]` of its base year."""

    model: LifeModel
    shares: Table


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
    """The full model for `population[sex, age]`, near Scotland's use; shares by age stay as now.

    `death` and `leaving` are chances, `arrivals` people a year, by sex and age; `fertility` is by
    age. Those who join have the need of their age.
    """
    moves = Moves(death, leaving, arrivals, fertility)
    return _aimed(population, moves, rules, PUBLISHED, PRACTICE_FIGURES, levers).model


def need_shares(population: Table) -> Table:
    """Shares by sex, age and need such that use by age band is about Scotland's."""
    return _need_shares(population, SCOTTISH_DEFAULT, PUBLISHED, PRACTICE_FIGURES)


def set_to_use(
    population: Table, moves: Moves, *, use: Use, rules: Rules, figures: Figures
) -> Settled:
    """The model whose expected use by age band in the base year is `use`.

    Raises BadParameter where no share of people with need gives so much use under these rules.
    """
    use = Use(*(np.maximum(each, LEAST) for each in (use.at_home, use.in_homes, use.hours)))
    aim = use
    for _ in range(MOST_ROUNDS):
        settled = _aimed(population, moves, rules, aim, figures, None)
        found = expected_use(settled.model, population, settled.shares)
        if found.away_from(use) < NEAR:
            return settled
        aim = aim.times(use, found)
    wanted = f"no more than can be eligible under “{rules.name}”"
    raise BadParameter("use of support", f"{use.at_home.max():.3f} of an age at home", wanted)


def _aimed(
    population: Table,
    moves: Moves,
    rules: Rules,
    use: Use,
    figures: Figures,
    levers: Levers | None,
) -> Settled:
    shares = _need_shares(population, rules, use, figures)
    model = LifeModel(
        need=_need_model(population, shares, moves, rules, use, figures),
        households=_households(population.shape[1], figures),
        carers=practice_figures.practice_carers(figures),
        support=_support(np.zeros((population.shape[1], LEVELS)), figures),
        rules=rules,
        levers=levers or Levers(),
    )
    return Settled(_with_hours(model, population, shares, use, figures), shares)


def _need_shares(population: Table, rules: Rules, use: Use, figures: Figures) -> Table:
    """Every level in one proportion to the others, as far as use leaves room for light need."""
    beside = figures.levels_beside()
    heavy, light = (_smooth(population, each) for each in _levels(rules, use, figures))
    heavy = np.minimum(heavy, MOST_IN_NEED)
    room = (MOST_IN_NEED - heavy) / (beside[1:3].sum() * heavy)  # some have no need at any age
    light = np.clip(light, 0, room)
    low, moderate = (each * heavy * light for each in beside[1:3])
    some = np.stack([low, moderate, heavy * beside[3], heavy * beside[4]], axis=-1)
    by_age = np.concatenate([1 - some.sum(axis=-1, keepdims=True), some], axis=-1)
    return np.broadcast_to(by_age, (2, population.shape[1], LEVELS)).copy()


def _levels(rules: Rules, use: Use, figures: Figures) -> tuple[Table, Table]:
    """[band]: share with substantial or critical need, and light need beside its usual proportion.

    Whoever is in a care home would be helped at home with the chance of heavy need. Heavy need is
    at least what care homes hold; where that alone fills the use at home, there is less light need.
    """
    helped = figures.levels_beside() * _supported(rules, figures)
    taking = figures.levels_beside() * figures.takes_support.values
    eligible = use.at_home + use.in_homes * taking[3:].sum()
    heavy = np.maximum(eligible / helped.sum(), use.in_homes / MOST_IN_HOMES)
    left = eligible - heavy * helped[3:].sum()
    light = helped[1:3].sum()
    beside = np.clip(left / (heavy * light), LEAST, 1) if light > 0 else np.ones_like(left)
    return heavy, beside


def care_home_shares(population: Table, shares: Table, use: Use) -> Table:
    """Share in a care home by age and need, such that use by age band is about as wanted."""
    in_homes = _smooth(population, use.in_homes)
    weight = (shares[0] * IN_HOMES_BY_NEED).sum(axis=-1)
    by_age: Table = np.minimum(0.9, (in_homes / weight)[:, None] * IN_HOMES_BY_NEED)
    return by_age


def _smooth(population: Table, by_band: Table) -> Table:
    """By single year of age: smooth between bands, and each band's mean as given."""
    ages = population.shape[1]
    people = np.maximum(population.sum(axis=0), 1e-9)
    bands = bands_of(ages)
    middles = [np.average(np.arange(ages)[band], weights=people[band]) for band in bands]
    curve = np.exp(np.interp(np.arange(ages), middles, np.log(by_band)))
    for band, wanted in zip(bands, by_band, strict=True):
        curve[band] *= wanted / np.average(curve[band], weights=people[band])
    curve[: BANDS[0]] = curve[BANDS[0]]
    return curve


def _need_model(
    population: Table, shares: Table, moves: Moves, rules: Rules, use: Use, figures: Figures
) -> NeedModel:
    ages = population.shape[1]
    young, old = figures.better.values
    better = np.zeros_like(shares)
    better[..., 1:] = np.interp(np.arange(ages), [20, 90], [young, old])[:, None]
    by_need = death_by_need(moves.death, shares, np.array(figures.death_by_need.values))
    settings = np.zeros((ages, LEVELS, SETTINGS))
    settings[..., 2] = care_home_shares(population, shares, use)
    settings[..., 1] = (1 - settings[..., 2]) * _supported(rules, figures)
    settings[..., 0] = 1 - settings[..., 1:].sum(axis=-1)
    return NeedModel(
        death=by_need,
        leaving=np.repeat(moves.leaving[..., None], LEVELS, axis=-1) * (1 - by_need),
        better=better,
        worse=worse_to_keep(shares, by_need, better),
        fertility=moves.fertility,
        arrivals=moves.arrivals[..., None] * shares,
        settings=settings,
    )


def _supported(rules: Rules, figures: Figures) -> Table:
    """Share of those at home with care at home, by need."""
    supported: Table = np.multiply(rules.meets, figures.takes_support.values)
    return supported


def _households(ages: int, figures: Figures) -> Households:
    at = [20, 50, 70, 90]
    women, men = (
        np.interp(np.arange(ages), at, values.values)
        for values in (figures.alone, figures.alone_men)
    )
    alone = np.stack([women, men])
    alone[:, :16] = 0
    both = np.stack([1 - alone, alone], axis=-1)
    back = np.zeros_like(both)
    back[..., 1] = figures.finds_company.values[0]
    company, by_self = figures.care_home_by_household.values
    return Households(
        alone=alone,
        becomes_alone=worse_to_keep(both, np.zeros_like(both), back)[..., 0],
        finds_company=back[..., 1],
        alone_in_care_home=by_self,
        company_in_care_home=company,
    )


def _with_hours(
    model: LifeModel, population: Table, shares: Table, use: Use, figures: Figures
) -> LifeModel:
    """Hours by age and need whose mean in each age band, carers' help allowed for, is as wanted."""
    hours = np.zeros((population.shape[1], LEVELS))
    beside = figures.hours_beside()
    alike = replace(model, support=replace(model.support, hours=hours + beside))
    mean = expected_use(alike, population, shares).hours
    for band, wanted, found in zip(bands_of(len(hours)), use.hours, mean, strict=True):
        hours[band] = beside * wanted / max(found, LEAST)
    hours[: BANDS[0]] = hours[BANDS[0]]
    return replace(model, support=replace(model.support, hours=np.minimum(hours, 168)))


def _support(hours: Table, figures: Figures) -> Support:
    return Support(
        takes=np.array(figures.takes_support.values, float),
        charge_response=np.array(figures.charge_response.values),
        hours=hours,
        spread=figures.spread_of_hours.values[0],
    )
