"""Levers whose effect is found by following people one by one, with them and without."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.scenarios.followed.pulls import Pull
from carewright_engine.demand.scenarios.levers.base import Lever, UnknownInOutlook
from carewright_engine.demand.scenarios.outlook import Outlook


def followed_with(lever: Lever, to: Outlook, pull: Pull, instead: str) -> Outlook:
    """What is projected, times what the lever does to the same people with the same dice.

    Each future takes one of the runs, in turn. `instead` is the field that could be stated where
    nobody can be followed.
    """
    lever.require_later_than_now(to)
    if to.followed is None:
        raise UnknownInOutlook(instead, "left out", ("stated, as nobody is followed here",))
    effects = to.followed.effects(to.pulled, pull, certain=lever.held)
    reach = lever.whom(to)
    changed = dict(to.kinds)
    for kind, amounts in to.kinds.items():
        effect = effects[kind]
        changed[kind] = replace(
            amounts,
            people=amounts.people * _by_draw(effect.people, to.draws, reach),
            each=amounts.each * _by_draw(effect.each, to.draws, reach),
        )
    return replace(to, kinds=changed, pulled=(*to.pulled, pull))


def _by_draw(factor: Array, draws: int, reach: Array) -> Array:
    """[run, year, band] as [draw, year, area, band]; 1 where the lever does not reach."""
    runs = np.arange(draws) % len(factor) if len(factor) > 1 else np.zeros(1, int)
    by_draw: Array = 1 + (factor[runs][:, :, None, :] - 1) * reach
    return by_draw
