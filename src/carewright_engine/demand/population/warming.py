"""Compile the kernels of this package, or find them compiled, by projecting one made-up person."""

from __future__ import annotations

import numpy as np

from carewright_engine.demand.population.components import COHORTS, Components
from carewright_engine.demand.population.conventions import Conventions
from carewright_engine.demand.population.people import AGES, SEXES, Population
from carewright_engine.demand.population.projecting import project


def warm() -> None:
    """Run every kernel once; what was compiled is kept on disk."""
    people = np.ones((1, len(SEXES), AGES))
    cohorts, ages = np.zeros((1, 1, len(SEXES), COHORTS)), np.zeros((1, 1, len(SEXES), AGES))
    components = Components(1, cohorts, ages[:, :, 0], ages, cohorts, ages)
    base = Population(("nowhere",), 0, people)
    project(base, components, years=1, draws=1, nation=people)
    project(base, components, years=1, conventions=Conventions.RATES_OF_YEAR_BEFORE)
