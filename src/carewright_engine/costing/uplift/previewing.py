"""A round worked out: every line's new price in whole-number arithmetic, rounded once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from fractions import Fraction

from carewright_engine.costing.price_lines import PriceLine
from carewright_engine.costing.uplift.formula import Driver, Formula
from carewright_engine.costing.uplift.leaving_out import reasons
from carewright_engine.costing.uplift.preview import (
    DriverEffect,
    Floor,
    LeftOut,
    NewPrice,
    Preview,
    ProviderEffect,
)
from carewright_engine.costing.uplift.rule import UpliftRule
from carewright_engine.values.money import Pence, rounded_ratio, total, whole_pence


class LineTwice(ValueError):
    """Two lines have one id, so their effects could not be told apart."""


def uplifted(lines: Iterable[PriceLine], rule: UpliftRule) -> Preview:
    """What the round would do to each line, in the order in which they were given."""
    given = tuple(lines)
    _require_own_ids(given)
    factors = {key: formula.factor for key, formula in rule.formulas.items()}
    new: list[NewPrice] = []
    left_out: list[LeftOut] = []
    for line in given:
        effective_on = line.applies_on or rule.effective_on
        if why := reasons(line, rule, effective_on):
            left_out.append(LeftOut(line, why, floor_of(line, line.price, rule)))
        else:
            new.append(_new_price(line, rule, factors))
    return _summed(tuple(new), tuple(left_out), rule)


def part_of(preview: Preview, rule: UpliftRule, ids: Container[str]) -> Preview:
    """The same round of some of its lines, by their ids; its sums are of those alone."""
    return _summed(
        tuple(new for new in preview.lines if new.line.id in ids),
        tuple(out for out in preview.left_out if out.line.id in ids),
        rule,
    )


def floor_of(line: PriceLine, price: Pence, rule: UpliftRule) -> Floor:
    """How a price stands to the line's floor; a price equal to the floor is not below it."""
    if line.floor is None:
        return Floor.NOT_ASSESSED
    if price >= line.floor:
        return Floor.ABOVE
    return Floor.EXPLAINED if rule.explained.get(line.id) else Floor.BELOW


def _new_price(
    line: PriceLine, rule: UpliftRule, factors: Mapping[str, tuple[int, int]]
) -> NewPrice:
    settled = rule.agreed.get(line.id)
    if settled is not None:
        price, source = settled.price, settled.source
    else:
        times, of = factors[line.formula]
        price, source = Pence(rounded_ratio(line.price * times, of)), line.formula
    return NewPrice(
        line=line,
        price=price,
        effective_on=line.applies_on or rule.effective_on,
        source=source,
        spend_now=line.in_a_year(line.price),
        effect=line.in_a_year(price - line.price),
        floor=floor_of(line, price, rule),
    )


def _summed(new: tuple[NewPrice, ...], left_out: tuple[LeftOut, ...], rule: UpliftRule) -> Preview:
    return Preview(
        lines=new,
        left_out=left_out,
        providers=_by_provider(new, left_out),
        by_driver=_by_driver(new, rule),
        spend_now=total(each.spend_now for each in new),
        effect=total(each.effect for each in new),
        agreed=total(each.effect for each in new if each.line.id in rule.agreed),
        budget=rule.budget,
    )


def _by_provider(
    new: Sequence[NewPrice], left_out: Sequence[LeftOut]
) -> tuple[ProviderEffect, ...]:
    changed: dict[str, list[NewPrice]] = {}
    kept: dict[str, list[LeftOut]] = {}
    for each in new:
        changed.setdefault(each.line.provider, []).append(each)
    for out in left_out:
        kept.setdefault(out.line.provider, []).append(out)
    return tuple(
        ProviderEffect(name, tuple(changed.get(name, ())), tuple(kept.get(name, ())))
        for name in sorted(changed.keys() | kept.keys())
    )


def _by_driver(new: Sequence[NewPrice], rule: UpliftRule) -> tuple[DriverEffect, ...]:
    """Exact sums over all lines of a formula, rounded once a driver."""
    spent: dict[str, Fraction] = {}
    for key, lines in _by_formula(new, rule).items():
        spent[key] = _spent(lines)
    return tuple(
        DriverEffect(driver, whole_pence(_moved_by(driver, rule.formulas, spent)))
        for driver in Driver
    )


def _by_formula(new: Sequence[NewPrice], rule: UpliftRule) -> dict[str, list[PriceLine]]:
    found: dict[str, list[PriceLine]] = {}
    for each in new:
        if each.line.id not in rule.agreed:
            found.setdefault(each.line.formula, []).append(each.line)
    return found


def _spent(lines: Sequence[PriceLine]) -> Fraction:
    """What the lines cost in a year, not rounded; few denominators, so sums stay short."""
    units: Counter[int] = Counter()
    for line in lines:
        times, of = line.quantity_a_year.as_integer_ratio()
        units[of] += line.price * times
    return sum((Fraction(pence, of) for of, pence in units.items()), Fraction(0))


def _moved_by(
    driver: Driver, formulas: Mapping[str, Formula], spent: Mapping[str, Fraction]
) -> Fraction:
    parts = (
        spent[key] * part.rise
        for key in spent
        for part in formulas[key].parts
        if part.index.driver is driver
    )
    return sum(parts, Fraction(0))


def _require_own_ids(lines: Sequence[PriceLine]) -> None:
    counted = Counter(line.id for line in lines)
    if len(counted) < len(lines):
        twice = next(key for key, times in counted.items() if times > 1)
        raise LineTwice(f"Two price lines have the id {twice}")
