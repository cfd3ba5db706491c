"""Every lever there is; a scenario file names them by the word in `lever`."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Field

from carewright_engine.demand.scenarios.levers.balance import BalanceOfCare
from carewright_engine.demand.scenarios.levers.base import Lever, UnknownInOutlook
from carewright_engine.demand.scenarios.levers.carers import CarersStop
from carewright_engine.demand.scenarios.levers.eligibility import LEVELS, Eligibility
from carewright_engine.demand.scenarios.levers.population import Migration
from carewright_engine.demand.scenarios.levers.supply import SupplyLimit, UnitCost
from carewright_engine.demand.scenarios.levers.use import Charge, HoursForEach, Prevention, Trend

AnyLever = Annotated[
    BalanceOfCare
    | CarersStop
    | Charge
    | Eligibility
    | HoursForEach
    | Migration
    | Prevention
    | SupplyLimit
    | Trend
    | UnitCost,
    Field(discriminator="lever"),
]

#: Each lever by its word, with what a commissioner calls it.
LEVERS: Final[dict[str, tuple[type[Lever], str]]] = {
    "prevention": (Prevention, "Telecare, reablement and prevention"),
    "hours_for_each": (HoursForEach, "Longer or shorter visits"),
    "eligibility": (Eligibility, "Who is helped (threshold)"),
    "charge": (Charge, "Charges"),
    "balance_of_care": (BalanceOfCare, "Home instead of care home"),
    "carers_stop": (CarersStop, "Unpaid carers who stop"),
    "trend": (Trend, "Illness at each age"),
    "migration": (Migration, "People moving in and out"),
    "unit_cost": (UnitCost, "Pay and prices"),
    "supply_limit": (SupplyLimit, "A limit to supply"),
}

__all__ = [
    "LEVELS",
    "LEVERS",
    "AnyLever",
    "BalanceOfCare",
    "CarersStop",
    "Charge",
    "Eligibility",
    "HoursForEach",
    "Lever",
    "Migration",
    "Prevention",
    "SupplyLimit",
    "Trend",
    "UnitCost",
    "UnknownInOutlook",
]
