"""How many people will live where: by area, sex and single year of age, with honest widths.

`project` takes a base forward by births, deaths and moves; `project_areas` does so for all areas
of a nation out of published tables; `as_published` uses an official projection as it is. Counting
conventions, what is derived or borrowed, and the accounts of every year are part of the answer.
docs/methods/population.md says all this for an analyst.
"""

from carewright_engine.demand.population.areas_of_nation import (
    Grounds,
    Tables,
    grounds_in,
    project_areas,
)
from carewright_engine.demand.population.components import Components, Origin
from carewright_engine.demand.population.conventions import Conventions
from carewright_engine.demand.population.official import as_published, official_people
from carewright_engine.demand.population.people import Population, population_in
from carewright_engine.demand.population.projecting import PopulationDraws, project
from carewright_engine.demand.population.then_and_now import Growth, then_and_now
from carewright_engine.demand.population.uncertainty import SIZES, Sizes

__all__ = [
    "SIZES",
    "Components",
    "Conventions",
    "Grounds",
    "Growth",
    "Origin",
    "Population",
    "PopulationDraws",
    "Sizes",
    "Tables",
    "as_published",
    "grounds_in",
    "official_people",
    "population_in",
    "project",
    "project_areas",
    "then_and_now",
]
