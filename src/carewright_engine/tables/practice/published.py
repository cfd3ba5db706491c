"""The published figures that the practice region is calibrated on, read from reviewed tables.

`published_kinds.csv`, `published_grades.csv` and `published_sizes.csv` hold national counts,
percentages and quantiles of the Scottish register of care services, each with its source. No
row of any register is in them.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

EDITIONS: Final = (2016, 2019, 2022)
SECTORS: Final = ("private", "voluntary", "council", "health_board")
QUANTILES: Final = (0.0, 0.25, 0.5, 0.75, 0.95, 1.0)
SCOTLAND_MID_2020: Final = 5_466_000


@dataclass(frozen=True, slots=True)
class KindOfService:
    """A kind of registered service: how many the nation has, who runs them, who uses them."""

    kind: str
    care_service: str
    subtype: str
    client_group: str
    numbers: tuple[int, ...]  # by edition
    sectors: Mapping[str, int]
    leaves_in_3_years: float
    lives_among: str  # all, older or children; councils: one to each council

    @property
    def for_adults(self) -> bool:
        """Whether the kind is for adults; childminders and nurseries are not."""
        return self.client_group == "Adults"

    @property
    def is_care_home(self) -> bool:
        """Whether people live there."""
        return self.care_service == "Care Home Service"


@cache
def kinds() -> tuple[KindOfService, ...]:
    """Every kind of service that a region of this size has."""
    return tuple(
        KindOfService(
            kind=row["kind"],
            care_service=row["care_service"],
            subtype=row["subtype"],
            client_group=row["client_group"],
            numbers=tuple(int(row[f"n_{year}"]) for year in EDITIONS),
            sectors={sector: int(row[sector]) for sector in SECTORS},
            leaves_in_3_years=float(row["leaves_in_3_years"]),
            lives_among=row["lives_among"],
        )
        for row in _rows("published_kinds.csv")
    )


@cache
def lowest_grades(kind: str, year: int) -> Mapping[int, float]:
    """Shares of services by their lowest grade, in per cent of those graded."""
    for row in _rows("published_grades.csv"):
        if row["kind"] == kind and int(row["year"]) == year:
            return {grade: float(row[f"g{grade}"]) for grade in range(1, 7)}
    raise KeyError((kind, year))


@cache
def ungraded_share(kind: str, year: int) -> float:
    """The share of services that have no grade, from 0 to 1."""
    for row in _rows("published_grades.csv"):
        if row["kind"] == kind and int(row["year"]) == year:
            return float(row["ungraded"]) / 100
    raise KeyError((kind, year))


@cache
def sizes(kind: str, sector: str, quantity: str) -> tuple[float, ...] | None:
    """Values at `QUANTILES` of places, staff or staff per place; None when never stated."""
    wanted = {(kind, sector, quantity), (kind, "any", quantity)}
    found = {
        row["sector"]: tuple(
            float(row[name]) for name in ("p0", "p25", "p50", "p75", "p95", "p100")
        )
        for row in _rows("published_sizes.csv")
        if (row["kind"], row["sector"], row["quantity"]) in wanted
    }
    return found.get(sector, found.get("any"))


@cache
def _rows(name: str) -> tuple[Mapping[str, str], ...]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))
