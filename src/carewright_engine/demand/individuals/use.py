"""How many people of each age band use support now, and how the full model is set to that."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from carewright_engine.demand.individuals.life_chances import care_home_by_household, takes_support
from carewright_engine.demand.individuals.life_model import LifeModel
from carewright_engine.demand.refusing import require_between, require_shape

Table = NDArray[np.float64]

#: First ages of the bands 18 to 64, 65 to 74, 75 to 84, 85 and over.
BANDS: Final = (18, 65, 75, 85)
HOME_CARE: Final = "Public Health Scotland, Insights in Social Care, care at home 2020/21"
CARE_HOMES: Final = "Public Health Scotland, Insights in Social Care, care homes 2020/21"


@dataclass(frozen=True, slots=True, eq=False)
class Use:
    """People for each head, and hours a week for each of them at home: [band]."""

    at_home: Table
    in_homes: Table
    hours: Table

    def __post_init__(self) -> None:
        for name, most in (("at_home", 1.0), ("in_homes", 1.0), ("hours", 168.0)):
            require_shape(name, getattr(self, name), (len(BANDS),))
            require_between(name, getattr(self, name), 0, most)

    def times(self, other: Use, over: Use) -> Use:
        """This times one over another, each at most what it can be."""
        return Use(
            np.minimum(0.95, self.at_home * _ratio(other.at_home, over.at_home)),
            np.minimum(0.95, self.in_homes * _ratio(other.in_homes, over.in_homes)),
            np.minimum(168, self.hours * _ratio(other.hours, over.hours)),
        )

    def away_from(self, other: Use) -> float:
        """The largest difference beside the other's figure, as a share of it."""
        pairs = (
            (self.at_home, other.at_home),
            (self.in_homes, other.in_homes),
            (self.hours, other.hours),
        )
        return max(float(np.abs(_ratio(one, two) - 1).max()) for one, two in pairs)


#: Scotland's, where an area's own is not known.
PUBLISHED: Final = Use(
    at_home=np.array([0.0038, 0.0183, 0.0621, 0.1793]),
    in_homes=np.array([0.0011, 0.0070, 0.0313, 0.1272]),
    hours=np.array([23.5, 11.0, 9.0, 9.1]),
)


def bands_of(ages: int) -> list[slice]:
    """The ages of each band."""
    return [slice(*pair) for pair in pairwise([*BANDS, ages])]


def expected_use(model: LifeModel, population: Table, shares: Table) -> Use:
    """Use in the base year worked out without chance, of `population[sex, age]`.

    `shares` is [sex, age, need]. Hours allow for what unpaid carers spare.
    """
    alone = model.households.alone
    household = np.stack([1 - alone, alone], axis=-1)[:, :, None, :]
    people = population[..., None, None] * shares[..., None] * household  # sex, age, need, alone
    in_homes = people * care_home_by_household(model)
    supported = np.multiply(model.rules.meets, takes_support(model))
    helped = (people - in_homes) * supported[:, None]
    left = 1 - expected_relief(model)
    hours = helped * model.support.hours[:, :, None] * left
    bands = bands_of(population.shape[1])
    heads = _in_bands(population.sum(axis=0), bands)
    at_home = _in_bands(helped.sum(axis=(0, 2, 3)), bands)
    return Use(
        at_home=at_home / heads,
        in_homes=_in_bands(in_homes.sum(axis=(0, 2, 3)), bands) / heads,
        hours=_in_bands(hours.sum(axis=(0, 2, 3)), bands) / np.maximum(at_home, 1e-300),
    )


def expected_relief(model: LifeModel) -> Table:
    """[need, alone]: the share of support that main carers spare, whoever has none included."""
    carers = model.carers
    by_place = (carers.hours * carers.relief).sum(axis=-1)  # need, lives
    with_person = carers.with_person[:, None] * np.array([1.0, 0.0])  # nobody lives with the alone
    places = np.stack([with_person, 1 - with_person], axis=-1)  # need, alone, lives
    relief: Table = carers.cared_for * (places * by_place[:, None]).sum(axis=-1)
    return relief


def _in_bands(by_age: Table, bands: list[slice]) -> Table:
    return np.array([by_age[band].sum() for band in bands])


def _ratio(above: Table, below: Table) -> Table:
    """Above over below; 1 where both are nought."""
    ratio: Table = np.divide(above, below, out=np.ones_like(above), where=below > 0)
    return ratio
