"""Components by the conventions of the regional projections that take rates of the year before.

The formulas are those of the Witan cohort component model (Mastodon C, for the Greater London
Authority's R model), checked against its published outputs for Bristol.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.population.accounts import aged_on
from carewright_engine.demand.population.components import BOYS, COHORTS, Components, Origin
from carewright_engine.demand.population.history import ARRIVALS, DEPARTURES, History, Years
from carewright_engine.demand.population.people import AGES, OLDEST, SEXES

ORIGINS: Final = (
    Origin("deaths", "derived", "mean of past rates, then the national projection's improvement"),
    Origin("births", "derived", "one year's births by mother's age, scaled to the last year's"),
    Origin("moves", "derived", "mean of past arrivals and departures, held"),
)


@dataclass(frozen=True, slots=True)
class Assumed:
    """What a national projection assumes from the first projected year on, and where to look.

    dying[year, sex, cohort] and births[year, age] give only their ratios to the first year. The
    births by mother's age of `births_by_mother_in` are taken over the women of the year before.
    """

    dying: Array
    births: Array
    births_by_mother_in: int
    deaths_of: Years
    moves_of: Years
    boys: float = BOYS


def components_of_year_before(history: History, assumed: Assumed) -> Components:
    """Components from the year after the history on, for as many years as are assumed.

    Deaths: the mean of past deaths over the previous year's people aged on, held for the first
    year and then multiplied by the ratio of the national chances at the age before. Births: a
    past year's rates, scaled to the births of the last year known. Moves: the mean of past years.
    """
    years = assumed.dying.shape[0]
    first_rate = mean_death_rates(history, assumed.deaths_of)
    ratio = _ratio_to_first(assumed.dying[:, :, :AGES])
    dying = np.zeros((years, 1, len(SEXES), COHORTS))
    dying[:, 0, :, :AGES] = np.minimum(first_rate * ratio, 1.0)
    births = birth_rates(history, assumed.births_by_mother_in) * _ratio_to_first(assumed.births)
    return Components(
        first_year=history.last_year + 1,
        dying=dying,
        births=births[:, np.newaxis],
        arrivals=_held(history, ARRIVALS, assumed.moves_of, years),
        leaving=np.zeros_like(dying),
        departures=_held(history, DEPARTURES, assumed.moves_of, years),
        boys=assumed.boys,
        origins=ORIGINS,
    )


def death_rates(history: History, year: int) -> Array:
    """[sex, age]: deaths of a year over the previous year's people aged on, babies included."""
    born = history.change_in("births", year)[:, 0]
    at_risk = aged_on(history.people_in(year - 1), born)
    return np.divide(
        history.change_in("deaths", year), at_risk, out=np.zeros_like(at_risk), where=at_risk > 0
    )


def mean_death_rates(history: History, years: Years) -> Array:
    """[sex, age]: the plain mean of the rates of these years."""
    rates = [death_rates(history, year) for year in range(years[0], years[1] + 1)]
    mean: Array = np.mean(rates, axis=0)
    return mean


def birth_rates(history: History, year: int) -> Array:
    """[age]: births of a year over the women of the year before, scaled to the latest births.

    With the women of that year itself they give the births of the last year that is known.
    """
    by_mother = np.nan_to_num(history.change_in("births_by_mother", year)[0])
    rates = by_mother / history.people_in(year - 1)[0]
    expected = float((rates * history.people_in(history.last_year - 1)[0]).sum())
    known = float(history.change_in("births", history.last_year)[:, 0].sum())
    scaled: Array = rates * (known / expected)
    return scaled


def _held(history: History, names: tuple[str, ...], years: Years, how_many: int) -> Array:
    """[year, 1, sex, age]: the mean of past moves, the same in every year."""
    mean = sum((history.mean_change(name, years) for name in names), np.zeros((len(SEXES), AGES)))
    return np.broadcast_to(mean, (how_many, 1, len(SEXES), OLDEST + 1)).copy()


def _ratio_to_first(assumed: Array) -> Array:
    """Each year over the first; one where the first is nought."""
    ratio: Array = np.divide(assumed, assumed[0], out=np.ones_like(assumed), where=assumed[0] > 0)
    return ratio
