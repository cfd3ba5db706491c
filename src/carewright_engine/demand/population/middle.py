"""The central projection: each area through each year, fitted to the nation when one is given."""

from __future__ import annotations

import numpy as np

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.population.accounts import Accounts, empty_accounts
from carewright_engine.demand.population.components import Components
from carewright_engine.demand.population.conventions import Conventions
from carewright_engine.demand.population.kernels import (
    fit_to_nation,
    year_by_rates_of_year_before,
    year_by_survivorship,
)
from carewright_engine.demand.population.people import AGES, SEXES, Population, in_grains
from carewright_engine.demand.refusing import BadParameter


def middle(
    base: Population,
    components: Components,
    *,
    years: int,
    conventions: Conventions = Conventions.MID_YEAR,
    nation: Array | None = None,
) -> Accounts:
    """The base taken forward by so many years, with every birth, death and move accounted for.

    `nation[year, sex, age]`, from the year after the base, is an official projection to which the
    areas are fitted every year: they then sum to it exactly. Raises BadParameter.
    """
    components.require(len(base.areas), base.year, years)
    _require_nation(nation, years)
    _require_conventions(components, conventions)
    accounts = empty_accounts(base.areas, base.year, years, conventions, components.origins)
    accounts.people[0] = in_grains(base.people)
    spread = for_each_area(components, len(base.areas))
    for year in range(years):
        _one_year(accounts, spread, year, conventions)
        if nation is not None:
            wanted = np.array(nation[year], dtype=float, order="C")
            fit_to_nation(accounts.people[year + 1], wanted, accounts.fitted[year])
    return accounts


def _one_year(
    accounts: Accounts, components: Components, year: int, conventions: Conventions
) -> None:
    mid_year = conventions is Conventions.MID_YEAR
    pass_year = year_by_survivorship if mid_year else year_by_rates_of_year_before
    for area in range(len(accounts.areas)):
        pass_year(
            accounts.people[year, area],
            components.dying[year, area],
            components.births[year, area],
            components.arrivals[year, area],
            components.leaving[year, area],
            components.departures[year, area],
            components.boys,
            accounts.people[year + 1, area],
            accounts.born[year, area],
            accounts.died[year, area],
            accounts.came[year, area],
            accounts.left[year, area],
        )


def for_each_area(components: Components, areas: int) -> Components:
    """The same components with the axis of areas written out, as kernels want it."""

    def spread(given: Array) -> Array:
        wanted = (given.shape[0], areas, *given.shape[2:])
        return np.array(np.broadcast_to(given, wanted), dtype=float, order="C")

    return Components(
        components.first_year,
        spread(components.dying),
        spread(components.births),
        spread(components.arrivals),
        spread(components.leaving),
        spread(components.departures),
        components.boys,
        components.origins,
    )


def _require_nation(nation: Array | None, years: int) -> None:
    if nation is None:
        return
    if nation.ndim != 3 or nation.shape[0] < years or nation.shape[1:] != (len(SEXES), AGES):
        wanted = f"{years} years by {len(SEXES)} sexes by {AGES} ages"
        raise BadParameter("nation", f"of shape {nation.shape}", wanted)
    if not (np.isfinite(nation).all() and (nation >= 0).all()):
        raise BadParameter("nation", "below 0 or missing somewhere", "0 or more everywhere")


def _require_conventions(components: Components, conventions: Conventions) -> None:
    if conventions is Conventions.RATES_OF_YEAR_BEFORE and components.leaving.any():
        said = "a share of those present"
        raise BadParameter("leaving", said, f"numbers of people under {conventions}")
