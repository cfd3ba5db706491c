"""How an area's share of its nation's people changes with age: moving, and dying apart from it.

Two dated populations of the areas are enough. Of a cohort's share at both dates the logarithm of
the ratio is the sum of what happened each year in between; spread over single years of age it
says at which ages an area gains and loses. Nothing else about moving within Scotland is known
from the files, and what is not moving (more deaths than the nation's, a mistaken base) is in it.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.population.people import AGES, OLDEST, Band

#: Ages at which people come to study and leave again; how sharply is seen in the base alone.
STUDENTS: Final = (17, 27)
#: How far a yearly rate is thought to be from nought, from its neighbour's, and from what the
#: base's own ages say for students: one percentage point each.
SOFT: Final = 0.01
#: What a cohort's share says beyond chance is not trusted further than two per cent.
COARSE: Final = 0.02


def by_single_years(banded: Array, bands: tuple[Band, ...], base: Array, then: Array) -> Array:
    """[area, sex, band] spread over ages, as the area's share of the nation at each age has it.

    `base[area, sex, age]` are the areas later on and `then[sex, age]` the nation at that date:
    where students live at twenty they lived before, whichever cohort they are of.
    """
    raw = _share(base) * then
    spread = np.empty_like(raw)
    for place, (youngest, oldest) in enumerate(bands):
        ages = slice(youngest, oldest + 1)
        total = raw[..., ages].sum(-1)
        factor = np.divide(banded[..., place], total, out=np.zeros_like(total), where=total > 0)
        spread[..., ages] = raw[..., ages] * factor[..., np.newaxis]
    return spread


def yearly_change_of_share(base: Array, earlier: Array, span: int, survivors: Array) -> Array:
    """[area, sex, age]: by how much, as a logarithm a year, a cohort's share changes at an age.

    Takes base and earlier people [area, sex, age] `span` years apart, and for those who are 90
    and over at the base `survivors[sex, age]`: how many of the nation's earlier ages live on.
    Fitted by least squares with soft constraints, so that a small island leans on the nation.
    """
    change = _change_of_cohorts(base, earlier, span, survivors)
    passes = np.zeros((AGES - span, AGES))
    for row, age in enumerate(range(span, AGES)):
        passes[row, age - span + 1 : age + 1] = 1
    own = np.zeros_like(base)
    own[..., 1:] = np.diff(np.log(np.maximum(_share(base), 1e-9)), axis=-1)
    found = np.empty_like(base)
    for area, sex in np.ndindex(base.shape[:2]):
        trust = 1 / (1 / np.maximum(base[area, sex, span:], 1.0) + COARSE**2)
        found[area, sex] = _fitted(passes, trust, change[area, sex], own[area, sex])
    return found


def _fitted(passes: Array, trust: Array, change: Array, own: Array) -> Array:
    """Yearly rates by age that add up to the change of each cohort, softly constrained."""
    ages = np.arange(AGES)
    student = ((ages >= STUDENTS[0]) & (ages <= STUDENTS[1])).astype(float)
    weight = SOFT**-2
    step = np.eye(AGES)[1:] - np.eye(AGES)[:-1]
    smooth = (step.T * (weight * (1 - student[1:]))) @ step
    normal = (passes.T * trust) @ passes + smooth + weight * (np.eye(AGES) + np.diag(student))
    wanted = (passes.T * trust) @ change + weight * student * own
    return np.asarray(np.linalg.solve(normal, wanted), dtype=np.float64)


def _change_of_cohorts(base: Array, earlier: Array, span: int, survivors: Array) -> Array:
    """[area, sex, age - span]: logarithm of the later share over the earlier one, by cohort."""
    now, then = _share(base), _share(earlier)
    oldest = slice(OLDEST - span, AGES)
    merged = (then[..., oldest] * survivors[..., oldest]).sum(-1) / survivors[..., oldest].sum(-1)
    before = np.concatenate([then[..., : OLDEST - span], merged[..., np.newaxis]], axis=-1)
    tiny = 1e-9
    change: Array = np.log(np.maximum(now[..., span:], tiny) / np.maximum(before, tiny))
    return np.clip(change, -2.0, 2.0)


def _share(people: Array) -> Array:
    total = people.sum(axis=0)
    share: Array = np.divide(people, total, out=np.zeros_like(people), where=total > 0)
    return share
