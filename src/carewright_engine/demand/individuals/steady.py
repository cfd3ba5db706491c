"""Yearly chances that keep what is seen at each age: a level's share at 70 follows from 69's."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]


def worse_to_keep(shares: Table, death: Table, better: Table) -> Table:
    """Chance to go up a level so that those who survive have next year's shares at their next age.

    All tables are [sex, age, level]. Of survivors at an age let `q` be the shares and `p` the
    shares wanted a year older. People who cross from level k to k + 1, less those who come back,
    must be sum(p above k) - sum(q above k), whence the chance. Where even nobody rising leaves too
    many above, the chance is 0 and the shares are kept as nearly as can be.
    """
    surviving = shares * (1 - death)
    now = surviving / surviving.sum(axis=-1, keepdims=True)
    wanted = np.concatenate([shares[:, 1:], shares[:, -1:]], axis=1)
    crossing = _above(wanted) - _above(now) + better[..., 1:] * now[..., 1:]
    chance = np.divide(
        crossing, now[..., :-1], out=np.zeros_like(crossing), where=now[..., :-1] > 0
    )
    worse = np.zeros_like(shares)
    worse[..., :-1] = np.clip(chance, 0, 1 - better[..., :-1])
    return worse


def _above(shares: Table) -> Table:
    """Share above each level but the last."""
    above: Table = shares[..., ::-1].cumsum(axis=-1)[..., ::-1][..., 1:]
    return above


def death_by_need(rates: Table, shares: Table, relative: Table) -> Table:
    """Chance of death by need, whose mean at each sex and age is the given chance.

    `rates` is [sex, age], `shares` [sex, age, need], `relative` [need] beside one another.
    """
    mean = (shares * relative).sum(axis=-1)
    chances: Table = np.minimum(0.95, (rates / mean)[..., None] * relative)
    return chances
