"""More or fewer people who come to a nation, and what that makes of each of its areas.

Published variants change moves to and from the nation and leave moves between its areas alone
(National Records of Scotland, Population Projections for Scottish Areas, 2010-based, section 5.2).
So it is here: the nation's net migration at each age is multiplied, and those who come beyond the
projection, or do not, are shared between areas by the people of that age.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.population.accounts import Accounts, aged_on
from carewright_engine.demand.population.people import Band, in_bands

#: What the nation's net migration is multiplied by. That of the variants is a judgement: so the
#: additional variants of the 2014-based projection of Scotland treat moves from the European Union.
VARIANTS: Final = {"principal": 1.0, "high migration": 1.5, "low migration": 0.5}
MOTHERS: Final = slice(15, 45)
#: At these ages who is gone has died, and what looks like a move is how well dying is known.
SETTLED: Final = slice(70, None)


def net_migration(accounts: Accounts) -> Array:
    """[year, sex, age at its end]: who came to all areas together, less who left; none from 70 on.

    What was fitted to the nation is taken for moves, as births and deaths are as they are.
    """
    net: Array = (accounts.came - accounts.left + accounts.fitted).sum(axis=1)
    net[..., SETTLED] = 0
    return net


def for_twice_the_moves(accounts: Accounts, bands: Sequence[Band]) -> Array:
    """[year, area, band]: by which share there are more people where net migration is doubled.

    Year 0 is the base. Whoever comes grows older, dies and bears children as others do; an effect
    is in proportion to how many more come.
    """
    people = accounts.people
    shared = _shared(net_migration(accounts), people[1:])
    more = np.zeros_like(people)
    for year in range(len(shared)):
        older = aged_on(more[year], _born(accounts, year, more[year]))
        more[year + 1] = older * _living(accounts, year) + shared[year]
    before, after = in_bands(people, bands), in_bands(more, bands)
    return np.divide(after, before, out=np.zeros_like(before), where=before > 0)


def _shared(net: Array, people: Array) -> Array:
    """[year, area, sex, age]: the nation's moves by each area's part of its people."""
    whole = people.sum(axis=1, keepdims=True)
    part: Array = np.divide(people, whole, out=np.zeros_like(people), where=whole > 0)
    return part * net[:, None]


def _living(accounts: Accounts, year: int) -> Array:
    """[area, sex, age at the year's end]: the share who do not die."""
    older = aged_on(accounts.people[year], accounts.born[year])
    living: Array = 1 - np.divide(
        accounts.died[year], older, out=np.zeros_like(older), where=older > 0
    )
    return living.clip(0, 1)


def _born(accounts: Accounts, year: int, more: Array) -> Array:
    """[area, sex]: children of the women who are there besides."""
    women = accounts.people[year, :, 0, MOTHERS].sum(axis=-1)
    besides = more[:, 0, MOTHERS].sum(axis=-1)
    ratio = np.divide(besides, women, out=np.zeros_like(women), where=women > 0)
    born: Array = accounts.born[year] * ratio[:, None]
    return born
