"""A round of uplifts over made-up contracts, once: `python -m bench.uplift_cases`."""

from __future__ import annotations

import argparse
import random
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from hashlib import blake2b
from typing import Final

from bench.harness import Answer, report_run
from bench.uplift_peer import slow_totals, slowly
from carewright_engine.costing.price_lines import Basis, PriceLine, PriceUnit
from carewright_engine.costing.uplift import (
    Driver,
    Formula,
    Index,
    Preview,
    UpliftRule,
    WeightedIndex,
    uplifted,
)
from carewright_engine.values.money import Pence
from carewright_engine.values.period import Period

CONTRACTS, LINES_EACH, SEED = 5_000, 8, 20_270
CASES: Final = ("preview", "slow reference")
APRIL: Final = date(2027, 4, 1)
SERVICES: Final = (
    ("home care", PriceUnit.HOUR, 2_250, 4_000),
    ("care home", PriceUnit.WEEK, 95_000, 150),
    ("day support", PriceUnit.SESSION, 6_500, 300),
    ("sleep-in", PriceUnit.NIGHT, 12_000, 365),
)


def problem(contracts: int) -> tuple[list[PriceLine], UpliftRule]:
    """Contracts of eight lines each, 400 providers, a tenth of the lines left out for a reason."""
    numbers = random.Random(SEED)
    lines = [
        _line(numbers, contract, place)
        for contract in range(contracts)
        for place in range(LINES_EACH)
    ]
    formulas = {
        service: _formula(service, weight)
        for (service, *_), weight in zip(SERVICES, ("0.7", "0.65", "0.6", "0.8"), strict=True)
    }
    rule = UpliftRule(APRIL, formulas, weekly_limit=Pence(150_000), budget=Pence(10_000_000_00))
    return lines, rule


def ours(contracts: int) -> None:
    """The engine."""
    lines, rule = problem(contracts)

    def work() -> Answer:
        found = uplifted(lines, rule)
        prices = [(new.line.id, int(new.price), int(new.effect)) for new in found.lines]
        return _answer(prices, len(found.left_out), totals(found))

    report_run(work)


def peer(contracts: int) -> None:
    """The slow reference."""
    lines, rule = problem(contracts)

    def work() -> Answer:
        found = slowly(lines, rule)
        prices = [(each.id, each.price, each.effect) for each in found if each.price is not None]
        return _answer(prices, len(found) - len(prices), slow_totals(lines, rule, found))

    report_run(work)


def totals(preview: Preview) -> dict[str, int]:
    """The engine's totals under the names that the reference gives them."""
    found = {"all": preview.effect}
    found |= {f"provider {each.provider}": each.effect for each in preview.providers}
    found |= {f"index {each.driver.value}": each.effect for each in preview.by_driver}
    return {name: int(pence) for name, pence in found.items() if pence}


def _answer(prices: list[tuple[str, int, int]], left_out: int, sums: Mapping[str, int]) -> Answer:
    return {
        "lines": len(prices),
        "left_out": left_out,
        "pence_a_year": sums["all"],
        "digest": blake2b(repr((prices, sorted(sums.items()))).encode(), digest_size=8).hexdigest(),
    }


def _line(numbers: random.Random, contract: int, place: int) -> PriceLine:
    service, unit, middle, most = numbers.choice(SERVICES)
    starts_on = APRIL - timedelta(days=numbers.randrange(-20, 1500))
    return PriceLine(
        id=f"C-{contract}/{place}",
        agreement=f"C-{contract}",
        provider=f"P-{contract % 400}",
        service=service,
        unit=unit,
        price=Pence(round(middle * numbers.uniform(0.8, 1.6))),
        quantity_a_year=Decimal(numbers.randrange(1, most * 4)) / 4,
        period=Period(starts_on),
        formula=service,
        basis=numbers.choices((Basis.OPEN, Basis.FIXED), (95, 5))[0],
        negotiated_on=APRIL - timedelta(days=numbers.randrange(30, 2500)),
        floor=Pence(round(middle * numbers.uniform(0.7, 1.1))),
    )


def _formula(service: str, wage: str) -> Formula:
    rises = {Driver.WAGE_FLOOR: "0.0673", Driver.PRICES: "0.0262", Driver.FIXED: "0"}
    rest = (1 - Decimal(wage)) / 2
    weights = (Decimal(wage), rest, rest)
    parts = tuple(
        WeightedIndex(
            weight,
            Index(driver.value, driver.words, driver, Decimal(rise), APRIL, APRIL, "invented"),
        )
        for weight, (driver, rise) in zip(weights, rises.items(), strict=True)
    )
    return Formula(service, service, parts)


def main() -> None:
    """One case, once."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case", choices=CASES)
    parser.add_argument("--scale", type=float, default=1.0)
    asked = parser.parse_args()
    contracts = max(10, round(CONTRACTS * asked.scale))
    (ours if asked.case == CASES[0] else peer)(contracts)


if __name__ == "__main__":
    main()
