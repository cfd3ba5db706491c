"""Whose law holds for an agreement."""

from __future__ import annotations

from typing import Final

from carewright.contract.rules.words import Regime
from carewright_engine.rules import facts as law
from carewright_engine.rules.applying import NATIONS_OF
from carewright_engine.values.bank_holidays import Nation

#: The first letter of the area that an organisation answers for.
_BY_LETTER: Final = {"S": Nation.SCOTLAND, "E": Nation.ENGLAND, "W": Nation.WALES}


def nation_of(regime: Regime, area_code: str) -> Nation | None:
    """By the regime where that says it, else by where the organisation is; None where neither does.

    None is never some nation: what depends on it is not assessed.
    """
    possible = NATIONS_OF[law.Regime(regime.value)]
    if len(possible) == 1:
        return next(iter(possible))
    found = _BY_LETTER.get(area_code[:1])
    return found if found in possible else None
