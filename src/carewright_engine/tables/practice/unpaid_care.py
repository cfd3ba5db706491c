"""Unpaid carers, as a census office publishes them: by council, age and hours a week."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import polars as pl

from carewright_engine.tables.practice.draws import apportion
from carewright_engine.tables.practice.land import COUNCILS
from carewright_engine.tables.practice.people import AGES, People
from carewright_engine.tables.practice.zones import Land

HOURS: Final = ("0", "1to19", "20to34", "35to49", "50plus")
# People by hours of unpaid care a week, all Northern Ireland at its census of 2021.
CENSUS: Final = {
    "5to14_years": ((5, 14), (248_806, 1_932, 228, 112, 316)),
    "15to39_years": ((15, 39), (538_184, 25_983, 6_909, 10_462, 12_819)),
    "40to64_years": ((40, 64), (492_536, 61_618, 13_797, 14_541, 34_633)),
    "65_and_over": ((65, AGES - 1), (287_609, 11_244, 3_702, 2_994, 20_923)),
}
# Carers in each council, of as many as the nation's shares would give.
AGAINST_THE_NATION: Final = {"Elmshire": 0.95, "Oakshire": 1.02, "Strathalder": 1.09}
COLUMNS: Final = ("ltla21_name", "ltla21_code", "variable", "value")


def unpaid_care(land: Land, people: People) -> pl.DataFrame:
    """Everyone aged 5 and over, and how many hours of care a week they give to somebody."""
    rows = [
        (council.name, council.code, variable, number)
        for council in COUNCILS
        for variable, number in _of_council(council.name, land, people)
    ]
    return pl.DataFrame(rows, schema=list(COLUMNS), orient="row")


def _of_council(name: str, land: Land, people: People) -> Iterator[tuple[str, int]]:
    by_age = {
        ages: _by_hours(int(people.between(*between)[land.of(name)].sum()), counted, name)
        for ages, (between, counted) in CENSUS.items()
    }
    everyone = [sum(column) for column in zip(*by_age.values(), strict=True)]
    for ages, numbers in {"5_and_over": everyone, **by_age}.items():
        yield f"total_{ages}", sum(numbers)
        for hours, number in zip(HOURS, numbers, strict=True):
            yield f"count_{ages}_{hours}_hours", number


def _by_hours(everyone: int, counted: tuple[int, ...], council: str) -> list[int]:
    """People of one age by hours of care, the first those who give none."""
    none, *giving = counted
    more = [AGAINST_THE_NATION[council] * number for number in giving]
    return apportion([none + sum(giving) - sum(more), *more], everyone)
