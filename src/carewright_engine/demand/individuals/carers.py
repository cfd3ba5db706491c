"""Unpaid carers: who they live with, how many hours they give, how strained they are, their breaks.

Each person with need has at most one main carer, told by one number. Carers are counted through
those they care for; a carer of two people counts twice, and other helpers are not counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from carewright_engine.demand.individuals.need_model import LEVELS
from carewright_engine.demand.refusing import (
    require_between,
    require_not_negative,
    require_shape,
    require_shares,
)

Table = NDArray[np.float64]

#: Hours of unpaid care a week, in the bands of the census of 2021.
HOURS: Final = ("1 to 19", "20 to 34", "35 to 49", "50 and over")
LIVES: Final = ("with the person", "elsewhere")
NO_CARER: Final = 0


class Carer(NamedTuple):
    """One kind of main carer."""

    lives: int
    hours: int
    strained: bool


#: Number of a kind of carer -> the kind; number 0 is nobody.
KINDS: Final = tuple(
    Carer(*kind) for kind in product(range(len(LIVES)), range(len(HOURS)), (False, True))
)
STATES: Final = 1 + len(KINDS)


@dataclass(frozen=True, slots=True, eq=False)
class CarerModel:
    """Chances for one year of a main carer, and what their care is worth in hours of support."""

    cared_for: Table  # [need, alone] share of those at home with need who have a main carer
    begins: Table  # [need, alone] chance that somebody without one gets one
    hours: Table  # [need, lives, hours band] shares, of those who begin
    with_person: Table  # [need] share of carers who live with them, of those not living alone
    stops: Table  # [lives, hours, strained] chance to stop, apart from a household that parts
    strain_begins: Table  # [hours] chance
    strain_eases: Table  # [hours] chance
    relief: Table  # [hours] share of the support at home that would be needed without the carer
    need_rises: Table  # [need] chance that need goes up a level in the year a carer stops
    breaks: Table  # [hours, strained] hours a week of break that the carer needs

    def __post_init__(self) -> None:
        hours, lives = len(HOURS), len(LIVES)
        shapes = {
            "cared_for": (LEVELS, 2),
            "begins": (LEVELS, 2),
            "with_person": (LEVELS,),
            "stops": (lives, hours, 2),
            "strain_begins": (hours,),
            "strain_eases": (hours,),
            "relief": (hours,),
            "need_rises": (LEVELS,),
        }
        for name, shape in shapes.items():
            require_shape(name, getattr(self, name), shape)
            require_between(name, getattr(self, name), 0, 1)
        require_shape("hours", self.hours, (LEVELS, lives, hours))
        require_shares("hours", self.hours)
        require_shape("breaks", self.breaks, (hours, 2))
        require_not_negative("breaks", self.breaks)

    def strained_share(self) -> Table:
        """Share strained by hours band, where as many begin to be as cease to be."""
        both = self.strain_begins + self.strain_eases
        steady: Table = np.divide(self.strain_begins, both, out=np.zeros_like(both), where=both > 0)
        return steady


def hours_of_break(model: CarerModel, carers: NDArray[np.int64]) -> Table:
    """Hours a week of break that carers need, of `carers[..., state]`."""
    each = np.array([0.0, *(model.breaks[kind.hours, int(kind.strained)] for kind in KINDS)])
    hours: Table = carers @ each
    return hours


def breaks_needed(model: CarerModel, carers: NDArray[np.float64]) -> tuple[float, float, float]:
    """Hours a week of break that so many carers by hours band need: low, middle and high.

    Low if none of them is strained, high if all are; the middle has the share that `model` has
    where as many begin to be strained as cease to be.
    """
    calm, strained = model.breaks.T
    share = model.strained_share()
    usual = calm * (1 - share) + strained * share
    low, middle, high = (float(carers @ each) for each in (calm, usual, strained))
    return low, middle, high
