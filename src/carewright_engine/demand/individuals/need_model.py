"""How need changes from year to year, and how people come and go: the five-state model."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from carewright_engine.demand.hashing import ONE
from carewright_engine.demand.refusing import (
    BadParameter,
    require_between,
    require_not_negative,
    require_shape,
    require_shares,
)

Table = NDArray[np.float64]


class Need(IntEnum):
    """Levels of need, mildest first; Scotland's four bands and none."""

    NONE = 0
    LOW = 1
    MODERATE = 2
    SUBSTANTIAL = 3
    CRITICAL = 4


class Setting(IntEnum):
    """Where somebody lives and is supported."""

    HOME = 0
    CARE_AT_HOME = 1
    CARE_HOME = 2


SEXES: Final = ("female", "male")
LEVELS: Final = len(Need)
SETTINGS: Final = len(Setting)
#: People are told apart by sex, cohort and need in 16 bits; two numbers are for those who are gone.
MOST_AGES: Final = (65_536 - 2) // (len(SEXES) * LEVELS)


@dataclass(frozen=True, slots=True, eq=False)
class NeedModel:
    """Chances for one year, by sex (female, male), single year of age and level of need.

    The last age means that age and over. Within a year somebody dies, moves away or stays; whoever
    stays may go up or down one level of need; then all are a year older, and the newborn and those
    who moved in join them.
    """

    death: Table  # [sex, age, need] chance to die within the year
    leaving: Table  # [sex, age, need] chance to move away within the year, alive
    better: Table  # [sex, age, need] chance to go down one level, of those who stay
    worse: Table  # [sex, age, need] chance to go up one level, of those who stay
    fertility: Table  # [age] children a year of one woman who are alive at the year's end
    arrivals: Table  # [sex, age, need] people a year who move in
    settings: Table  # [age, need, setting] share of people who live there
    girls: float = 100 / 205  # of newborn children; 105 boys to 100 girls

    def __post_init__(self) -> None:
        shape = (len(SEXES), self.ages, LEVELS)
        for name in ("death", "leaving", "better", "worse"):
            require_shape(name, getattr(self, name), shape)
            require_between(name, getattr(self, name), 0, 1)
        require_between("death and leaving", self.death + self.leaving, 0, 1)
        require_between("better and worse", self.better + self.worse, 0, 1)
        require_between("better at no need", self.better[:, :, Need.NONE], 0, 0)
        require_between("worse at critical need", self.worse[:, :, Need.CRITICAL], 0, 0)
        require_shape("fertility", self.fertility, (self.ages,))
        require_not_negative("fertility", self.fertility)
        require_shape("arrivals", self.arrivals, shape)
        require_not_negative("arrivals", self.arrivals)
        require_shape("settings", self.settings, (self.ages, LEVELS, SETTINGS))
        require_shares("settings", self.settings)
        require_between("girls", self.girls, 0, 1)
        if not 2 <= self.ages <= MOST_AGES:
            raise BadParameter("ages", self.ages, f"from 2 to {MOST_AGES:,} single years")

    @property
    def ages(self) -> int:
        """Single years of age, the last of them open."""
        return int(self.death.shape[1])


def as_threshold(chance: Table) -> NDArray[np.uint32]:
    """The throw below which something with this chance happens, rounded to 1 in 2^31."""
    rounded: NDArray[np.float64] = np.rint(chance * ONE)
    return rounded.astype(np.uint32)
