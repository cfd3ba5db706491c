"""Where counting jumped: found by rule, told to the reader, and left out of the fit."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from carewright_engine.demand.arrays import Array

#: No real change halves or doubles a council's support in one year, or does so for those under
#: 65 and not for their elders; a new way of counting does.
JUMP: Final = float(np.log(2))
ENOUGH: Final = 200.0  # people or hours below which chance may do it


@dataclass(frozen=True, slots=True)
class Jump:
    """Between two financial years: people or hours aged 18 to 64, and 65 and over."""

    year: int  # the first counted in the new way
    younger: tuple[float, float]
    older: tuple[float, float]


def jumps(counted: Array, first_year: int) -> list[Jump]:
    """Jumps of one council; `counted` is [year, band], the first band 18 to 64."""
    younger, older = counted[:, 0], counted[:, 1:].sum(axis=1)
    known = [at for at in range(len(counted)) if np.isfinite(younger[at] + older[at])]
    found = []
    for before, after in pairwise(known):
        pair = ((younger[before], younger[after]), (older[before], older[after]))
        if _is_jump(*pair):
            found.append(Jump(first_year + after, *pair))
    return found


def _is_jump(younger: tuple[float, float], older: tuple[float, float]) -> bool:
    total = (younger[0] + older[0], younger[1] + older[1])
    if max(total) < ENOUGH:
        return False
    apart = max(younger) >= ENOUGH and abs(_step(younger) - _step(older)) > JUMP
    return bool(apart or abs(_step(total)) > JUMP)


def _step(pair: tuple[float, float]) -> float:
    return float(np.log(max(pair[1], 1.0) / max(pair[0], 1.0)))


def first_fitted(counted: Array, first_year: int) -> Array:
    """[area]: the first year after the last jump of each; `counted` is [year, area, band]."""
    areas = range(counted.shape[1])
    found = [jumps(counted[:, area], first_year) for area in areas]
    return np.array([each[-1].year if each else first_year for each in found])
