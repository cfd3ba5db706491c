"""The slow reference for a round of uplifts: one line at a time, in `decimal`, nothing shared.

It takes the engine's inputs and none of its functions, so a mistake would have to be made twice.
Benchmarks time it, and tests hold the engine to it to the penny.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext

from carewright_engine.costing.price_lines import PriceLine
from carewright_engine.costing.uplift import UpliftRule

PENNY = Decimal(1)


@dataclass(frozen=True)
class Slow:
    """One line's answer; no price: it is left out, and why."""

    id: str
    price: int | None
    effect: int
    why: tuple[str, ...]
    floor: str


def slowly(lines: Sequence[PriceLine], rule: UpliftRule) -> list[Slow]:
    """Every line, in order."""
    with localcontext() as context:
        context.prec = 120
        return [_one(line, rule) for line in lines]


def slow_totals(
    lines: Sequence[PriceLine], rule: UpliftRule, answers: Sequence[Slow]
) -> dict[str, int]:
    """The effect in a year, in pence: of all, of each provider, and of each index."""
    with localcontext() as context:
        context.prec = 120
        sums = {"all": Decimal(0)}
        moved: dict[str, Decimal] = {}
        for line, answer in zip(lines, answers, strict=True):
            sums["all"] += answer.effect
            provider = f"provider {line.provider}"
            sums[provider] = sums.get(provider, Decimal(0)) + answer.effect
            if answer.price is not None and line.id not in rule.agreed:
                _add_moved(line, rule, moved)
        sums |= {f"index {driver}": _rounded(pence) for driver, pence in moved.items()}
    return {name: int(pence) for name, pence in sums.items() if pence}


def _add_moved(line: PriceLine, rule: UpliftRule, moved: dict[str, Decimal]) -> None:
    """What each index adds to one line, exact."""
    for part in rule.formulas[line.formula].parts:
        more = Decimal(line.price) * part.weight * part.index.rise * line.quantity_a_year
        driver = part.index.driver.value
        moved[driver] = moved.get(driver, Decimal(0)) + more


def _one(line: PriceLine, rule: UpliftRule) -> Slow:
    day = rule.effective_on if line.applies_on is None else line.applies_on
    why = _why(line, rule, day)
    if why:
        return Slow(line.id, None, 0, tuple(why), _floor(line, line.price, rule))
    if line.id in rule.agreed:
        price = int(rule.agreed[line.id].price)
    else:
        price = int(_rounded(Decimal(line.price) + _more(line, rule)))
    effect = int(_rounded((Decimal(price) - Decimal(line.price)) * line.quantity_a_year))
    return Slow(line.id, price, effect, (), _floor(line, price, rule))


def _more(line: PriceLine, rule: UpliftRule) -> Decimal:
    more = Decimal(0)
    for part in rule.formulas[line.formula].parts:
        more += Decimal(line.price) * part.weight * part.index.rise
    return more


def _why(line: PriceLine, rule: UpliftRule, day: date) -> list[str]:
    found, settled = [], line.id in rule.agreed
    if line.period.ends_before is not None and line.period.ends_before <= day:
        found.append("ended")
    if not line.period.starts_on < day:
        found.append("starts_later")
    if line.basis == "fixed":
        found.append("fixed")
    if settled:
        return found
    if line.basis == "national":
        found.append("national")
    if line.negotiated_on is not None and _is_recent(line.negotiated_on, rule):
        found.append("negotiated")
    week = line.price if line.unit == "week" else line.weekly_cost
    if rule.weekly_limit is not None and week is not None and week > rule.weekly_limit:
        found.append("above_limit")
    if rule.formulas.get(line.formula) is None:
        found.append("no_formula")
    return found


def _is_recent(negotiated_on: date, rule: UpliftRule) -> bool:
    """Whether fewer months have passed than the rule asks for; months by calendar."""
    if rule.months_since_negotiated is None:
        return False
    year, month, day = rule.effective_on.year, rule.effective_on.month, rule.effective_on.day
    for _ in range(rule.months_since_negotiated):
        year, month = (year - 1, 12) if month == 1 else (year, month - 1)
    while True:
        try:
            return negotiated_on >= date(year, month, day)
        except ValueError:
            day -= 1


def _floor(line: PriceLine, price: int, rule: UpliftRule) -> str:
    if line.floor is None:
        return "not_assessed"
    if price < line.floor:
        return "explained" if rule.explained.get(line.id) else "below"
    return "above"


def _rounded(exact: Decimal) -> Decimal:
    return exact.quantize(PENNY, rounding=ROUND_HALF_UP)
