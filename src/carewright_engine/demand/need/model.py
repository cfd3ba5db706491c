"""Rates of use by area and age band: fitted from what was published, drawn for years ahead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.draws import stream
from carewright_engine.demand.need.ahead import Kept, Rates, chance, rates_ahead
from carewright_engine.demand.need.observations import Observations
from carewright_engine.demand.need.rounds import rounds
from carewright_engine.demand.need.settings import Settings
from carewright_engine.demand.need.state import Given, State, given
from carewright_engine.demand.refusing import BadParameter, within

MOST_YEARS = 60


@dataclass(frozen=True, slots=True)
class UseModel:
    """How many people use one kind of support, and how sure that is.

    `kept` holds draws of what was fitted; `last_year` is the last financial year seen.
    """

    kind: str
    areas: tuple[str, ...]
    bands: tuple[str, ...]
    last_year: int
    settings: Settings
    size: Array  # [area, band]: how much more than a large area's its figures scatter
    kept: Kept
    last: Array  # [area, band]: the last year's figure as published; NaN where not believable
    tilt: Array  # [year, area, band], logs: see `steady`; nought beyond its years

    def draw(self, years: int, draws: int, seed: int, *, at_a_time: bool = False) -> Array:
        """Rates [draw, year, area, band], people per head, for the years after the last seen.

        People of a whole year; with `at_a_time` those of one period of it (a quarter), which
        hours a week and places are to be multiplied by.
        """
        found = self._ahead(years, draws, seed)
        return found.rates * np.exp(-found.ratio) if at_a_time else found.rates

    def people(self, population: Array, seed: int) -> Array:
        """People using the support [draw, year, area, band], chance and overdispersion included.

        `population` is [draw, year, area, band] for the years after the last seen; one with a
        single draw serves all (`draws` then is as many as were kept).
        """
        draws = len(population) if len(population) > 1 else self.settings.kept
        rates = self._ahead(population.shape[1], draws, seed)
        return rates.rates * chance(rates, self, seed) * population

    def _ahead(self, years: int, draws: int, seed: int) -> Rates:
        within("years", years, 1, MOST_YEARS)
        within("draws", draws, 1)
        return rates_ahead(self, years, draws, seed)


def fit_use(
    observations: Observations,
    population: Array,
    *,
    through: date,
    settings: Settings | None = None,
    seed: int = 0,
) -> UseModel:
    """Fits rates from figures up to a day; nothing after it is so much as looked at.

    `population` is [year, area, band], people in the middle of each year observed.
    """
    by = settings or Settings()
    seen = observations.through(through).believable()
    people = _people_of(seen, population)
    fixed = given(seen, people, by)
    rng = stream(seed, "need", seen.kind, "fit")
    kept = Kept.of([_wanted(state, fixed) for state in rounds(fixed, rng)])
    last = seen.last_figures()
    untilted = np.zeros((0, *last.shape))
    return UseModel(
        seen.kind, seen.areas, seen.bands, seen.last_year, by, fixed.size, kept, last, untilted
    )


def _people_of(seen: Observations, population: Array) -> Array:
    years = seen.last_year - seen.first_year + 1
    shape = (years, len(seen.areas), len(seen.bands))
    if population.ndim != 3 or len(population) < years or population.shape[1:] != shape[1:]:
        raise BadParameter("population", population.shape, f"{shape} by year, area and band")
    people = population[:years]
    if not (people > 0).all():
        raise BadParameter("population", "not above nought somewhere", "above nought everywhere")
    return people


def _wanted(state: State, fixed: Given) -> dict[str, Array]:
    """What forecasts need of a round, copied."""
    noise = state.year_noise if fixed.year_known.any() else state.part_noise / fixed.steps
    found = {
        "level": state.level[-1],
        "ratio": state.ratio if fixed.year_known.any() else 0 * state.ratio,
        "quarter_steps": np.linalg.cholesky(state.quarter_steps),
        "year_steps": np.linalg.cholesky(state.year_steps),
        "restless": state.restless,
        "drift": state.drift,
        "drift_of_all": np.array(state.drift_of_all),
        "shared": np.array(np.sqrt(state.shared_variance)),
        "noise": np.sqrt(noise),
        "steps": np.array(float(fixed.steps)),
    }
    return {name: np.array(value) for name, value in found.items()}
