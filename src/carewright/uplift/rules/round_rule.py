"""The rule of a round as plain values that can be kept, and as the engine takes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from carewright.contract.api import Chosen, Kind, Unit
from carewright_engine.costing.employers_costs import KnownShare
from carewright_engine.costing.minimum_price import BuiltUp, HourOfCare, VisitPrice, built_up
from carewright_engine.costing.price_lines import Basis
from carewright_engine.costing.uplift import (
    AgreedPrice,
    Driver,
    Formula,
    Index,
    UpliftRule,
    WeightedIndex,
)
from carewright_engine.values.money import Pence

MINUTES: Final = 60


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a price, and the rise of what moves it: 0.7 and 0.0673."""

    driver: Driver
    weight: Decimal
    rise: Decimal
    source: str
    verified: bool = False
    key: str = ""  # under which it is held as reference data; empty: it was typed
    why: str = ""  # it was typed


@dataclass(frozen=True, slots=True)
class RoundFormula:
    """An agreed way to raise prices of some units; a national settlement is one as well."""

    key: str
    words: str
    units: tuple[Unit, ...]
    shares: tuple[Share, ...]

    def formula(self, effective_on: date) -> Formula:
        """As the engine takes it; `WeightsNotOne` where the shares are not the whole price."""
        return Formula(self.key, self.words, tuple(
            WeightedIndex(each.weight, Index(
                each.driver.value, each.driver.words, each.driver, each.rise, effective_on,
                effective_on, each.source, each.verified,
            ))
            for each in self.shares
        ))  # fmt: skip


@dataclass(frozen=True, slots=True)
class SetApart:
    """An agreement whose prices somebody else sets, and who says so."""

    basis: Basis
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorInputs:
    """What an hour of home care costs an employer at least; pence an hour of contact, or shares."""

    wage: Pence
    travel_minutes: Decimal
    on_pay: Decimal  # National Insurance and pension, as a share of pay
    other_on_costs: Decimal
    mileage: Pence
    running_costs: Pence
    surplus: Decimal
    source: str = ""
    pay: str = ""  # where the wage comes from, or why it was typed
    wage_key: str = ""  # under which it is held as reference data; empty: it was typed

    @property
    def hour(self) -> BuiltUp:
        """The hour, built up."""
        return built_up(HourOfCare(
            self.wage, self.travel_minutes, KnownShare(self.on_pay), self.other_on_costs,
            self.mileage, self.running_costs, self.surplus,
        ))  # fmt: skip

    def of(self, unit: Unit, minutes: int) -> Pence | None:
        """The legal direct cost of one unit; None where the model does not speak of it."""
        if unit is Unit.HOUR:
            return self.hour.direct_cost
        if unit is Unit.VISIT:
            return VisitPrice(minutes, self.hour).direct_cost_of_visit
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundRule:
    """Which agreements, by which formulas, what stays out, and what no price should go below."""

    formulas: tuple[RoundFormula, ...]
    chosen: Chosen = field(default_factory=Chosen)
    set_apart: Mapping[str, SetApart] = field(default_factory=dict)  # by C-0417
    agreed: Mapping[UUID, AgreedPrice] = field(default_factory=dict)  # by the price line
    months_since_negotiated: int | None = 3
    weekly_limit: Pence | None = None
    floor: FloorInputs | None = None

    def formula_of(self, unit: Unit) -> str:
        """The formula that covers a unit; empty where none does."""
        return next((each.key for each in self.formulas if unit in each.units), "")

    def for_engine(self, effective_on: date, *, explained: Mapping[str, str]) -> UpliftRule:
        """All that the engine works a preview out from, besides the lines."""
        return UpliftRule(
            effective_on, {each.key: each.formula(effective_on) for each in self.formulas},
            agreed={str(line): price for line, price in self.agreed.items()}, explained=explained,
            months_since_negotiated=self.months_since_negotiated, weekly_limit=self.weekly_limit,
        )  # fmt: skip


def as_plain(rule: RoundRule) -> dict[str, Any]:
    """The rule in plain values, for JSON; decimals as their digits."""
    chosen = rule.chosen
    return {
        "formulas": [_plain_formula(each) for each in rule.formulas],
        "chosen": {
            "kinds": [each.value for each in chosen.kinds],
            "care_groups": list(chosen.care_groups), "providers": list(chosen.providers),
            "services": list(chosen.services),
            "budget_holders": [str(each) for each in chosen.budget_holders],
        },
        "set_apart": {
            key: {"basis": each.basis.value, "why": each.why}
            for key, each in rule.set_apart.items()
        },
        "agreed": {
            str(line): {"price": each.price, "source": each.source}
            for line, each in rule.agreed.items()
        },
        "months_since_negotiated": rule.months_since_negotiated,
        "weekly_limit": rule.weekly_limit,
        "floor": _plain_floor(rule.floor),
    }  # fmt: skip


def from_plain(kept: Mapping[str, Any]) -> RoundRule:
    """The rule from what `as_plain` wrote."""
    chosen = kept["chosen"]
    return RoundRule(
        formulas=tuple(_formula(each) for each in kept["formulas"]),
        chosen=Chosen(
            kinds=tuple(Kind(each) for each in chosen["kinds"]),
            care_groups=tuple(chosen["care_groups"]), providers=tuple(chosen["providers"]),
            services=tuple(chosen["services"]),
            budget_holders=tuple(UUID(each) for each in chosen["budget_holders"]),
        ),
        set_apart={
            key: SetApart(Basis(each["basis"]), each["why"])
            for key, each in kept["set_apart"].items()
        },
        agreed={
            UUID(line): AgreedPrice(Pence(each["price"]), each["source"])
            for line, each in kept["agreed"].items()
        },
        months_since_negotiated=kept["months_since_negotiated"],
        weekly_limit=kept["weekly_limit"], floor=_floor(kept["floor"]),
    )  # fmt: skip


def _plain_formula(each: RoundFormula) -> dict[str, Any]:
    return {
        "key": each.key, "words": each.words, "units": [unit.value for unit in each.units],
        "shares": [
            {"driver": share.driver.value, "weight": str(share.weight), "rise": str(share.rise),
             "source": share.source, "verified": share.verified, "key": share.key,
             "why": share.why}
            for share in each.shares
        ],
    }  # fmt: skip


def _formula(kept: Mapping[str, Any]) -> RoundFormula:
    return RoundFormula(
        kept["key"], kept["words"], tuple(Unit(each) for each in kept["units"]),
        tuple(
            Share(Driver(each["driver"]), Decimal(each["weight"]), Decimal(each["rise"]),
                  each["source"], each["verified"], each.get("key", ""), each.get("why", ""))
            for each in kept["shares"]
        ),
    )  # fmt: skip


_SHARES: Final = ("travel_minutes", "on_pay", "other_on_costs", "surplus")
_PENCE: Final = ("wage", "mileage", "running_costs")
_WORDS: Final = ("source", "pay", "wage_key")


def _plain_floor(floor: FloorInputs | None) -> dict[str, Any] | None:
    if floor is None:
        return None
    told: dict[str, Any] = {name: str(getattr(floor, name)) for name in _SHARES}
    return told | {name: getattr(floor, name) for name in (*_PENCE, *_WORDS)}


def _floor(kept: Mapping[str, Any] | None) -> FloorInputs | None:
    if kept is None:
        return None
    told: dict[str, Any] = {name: Decimal(kept[name]) for name in _SHARES}
    told |= {name: kept[name] for name in _PENCE}
    return FloorInputs(**told, **{name: kept.get(name, "") for name in _WORDS})
