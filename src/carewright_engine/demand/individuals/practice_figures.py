"""What the full model assumes where no published file says: each with its source, none fitted.

Where a published rate exists the model is set to it (`practice_model`): people with care at home
and in care homes by age band, mean hours by age band, unpaid carers' hours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from carewright_engine.demand.individuals.carers import CarerModel
from carewright_engine.demand.refusing import (
    BadParameter,
    require_not_negative,
)

PRACTICE: Final = "practice figure, not fitted"
HOME_CARE: Final = "Public Health Scotland, Insights in Social Care, care at home 2020/21"
CARE_HOMES: Final = "Public Health Scotland, Insights in Social Care, care homes 2020/21"
UNPAID_CARE: Final = "Northern Ireland census of 2021, hours of unpaid care, all ages"
SURVEY: Final = "Scottish social care survey 2010, hours of people with home care"


@dataclass(frozen=True, slots=True)
class Figure:
    """One assumption: what it is, its values, and where from."""

    name: str
    values: tuple[float, ...]
    source: str

    def __post_init__(self) -> None:
        require_not_negative(self.name, self.values)
        if not self.source.strip():
            raise BadParameter(self.name, "without a source", "where the figure comes from")


#: First ages of the bands 18 to 64, 65 to 74, 75 to 84, 85 and over.
BANDS: Final = (18, 65, 75, 85)

WITH_CARE_AT_HOME: Final = Figure(
    "people with care at home for each person, by age band",
    (0.0038, 0.0183, 0.0621, 0.1793),
    HOME_CARE,
)
IN_CARE_HOMES: Final = Figure(
    "people in care homes for each person, by age band",
    (0.0011, 0.0070, 0.0313, 0.1272),
    CARE_HOMES,
)
HOURS_BY_BAND: Final = Figure(
    "mean hours a week of care at home, by age band", (23.5, 11.0, 9.0, 9.1), HOME_CARE
)
SPREAD_OF_HOURS: Final = Figure(
    "standard deviation of the logarithm of hours between people alike", (0.75,), SURVEY
)
UNPAID_HOURS: Final = Figure(
    "unpaid carers by hours a week: 1 to 19, 20 to 34, 35 to 49, 50 and over",
    (0.453, 0.111, 0.127, 0.309),
    UNPAID_CARE,
)
TAKES_SUPPORT: Final = Figure(
    "share of those eligible at home who take support, by need", (0, 0.6, 0.75, 0.85, 0.9), PRACTICE
)
LIGHTER_NEED: Final = Figure(
    "low and moderate need for each person with substantial or critical need", (1.6, 1.1), PRACTICE
)
CRITICAL: Final = Figure("critical of substantial and critical need", (0.35,), PRACTICE)
DEATH_BY_NEED: Final = Figure(
    "chance of death beside one another, by need", (0.8, 1.0, 1.5, 2.2, 3.5), PRACTICE
)
BETTER: Final = Figure(
    "chance to go down a level of need at age 20 and at 90", (0.15, 0.03), PRACTICE
)
HOURS_BY_NEED: Final = Figure(
    "hours of support beside one another, by need", (0, 0.4, 0.6, 1.0, 1.8), PRACTICE
)
CHARGE_RESPONSE: Final = Figure(
    "fall in the logarithm of taking support for each pound a week", (0.004,), PRACTICE
)
ALONE: Final = Figure(
    "share who live alone at 20, 50, 70 and 90, women", (0.10, 0.14, 0.33, 0.65), PRACTICE
)
ALONE_MEN: Final = Figure(
    "share who live alone at 20, 50, 70 and 90, men", (0.12, 0.20, 0.24, 0.42), PRACTICE
)
FINDS_COMPANY: Final = Figure("chance that somebody alone finds company", (0.03,), PRACTICE)
CARE_HOME_BY_HOUSEHOLD: Final = Figure(
    "share in a care home beside others alike: in company, alone", (0.8, 1.2), PRACTICE
)


def practice_carers() -> CarerModel:
    """Main carers: practice figures, but for hours, which are the census's."""
    hours = np.array(UNPAID_HOURS.values)
    heavier = np.array([1.0, 1.2, 1.5, 2.0])
    by_need = np.stack([hours * heavier ** (level - 2) for level in range(5)])
    by_need /= by_need.sum(axis=-1, keepdims=True)
    stops = np.array([[[0.08, 0.12], [0.09, 0.16], [0.10, 0.20], [0.10, 0.24]]] * 2)
    stops[1] *= 1.25  # a carer who lives elsewhere
    return CarerModel(
        cared_for=np.array([[0, 0], [0.5, 0.3], [0.6, 0.4], [0.65, 0.45], [0.7, 0.5]]),
        begins=np.array([[0, 0], [0.08, 0.05], [0.1, 0.06], [0.12, 0.08], [0.12, 0.08]]),
        hours=np.stack([by_need, by_need], axis=1),
        with_person=np.array([0, 0.6, 0.7, 0.8, 0.85]),
        stops=stops,
        strain_begins=np.array([0.05, 0.10, 0.15, 0.20]),
        strain_eases=np.array([0.35, 0.30, 0.25, 0.20]),
        relief=np.array([0.1, 0.25, 0.35, 0.45]),
        need_rises=np.array([0, 0.15, 0.15, 0.15, 0]),
        breaks=np.array([[0, 1], [1, 3], [2, 5], [4, 8]], float),
    )
