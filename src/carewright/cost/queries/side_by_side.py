"""Councils' own care beside what they bought, from the files of the register; and headlines."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

import polars as pl

from carewright.platform import api as platform
from carewright.register import api as register
from carewright_engine.costing.headline import Headline, headlines
from carewright_engine.costing.side_by_side import (
    BOUGHT,
    OWN,
    SideBySide,
    councils_only,
    service_of,
    side_by_side,
)
from carewright_engine.costing.spread import OutlierRule

RULE: Final = OutlierRule()


@dataclass(frozen=True, slots=True)
class Beside:
    """One service of the latest year that was returned, with what each council returned, in pence.

    `ours` are the organisation's own two figures, its own care and what it bought; None: none.
    """

    found: SideBySide
    own: tuple[int, ...]
    bought: tuple[int, ...]
    left_out: int  # returns that the picture leaves out as too far from the rest
    ours: tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Published:
    """What the published files of costs tell, and which files those are."""

    services: tuple[Beside, ...]
    headlines: tuple[Headline, ...]
    files: tuple[str, ...]


def published_costs(*, seen_by: platform.Officer) -> Published:
    """Unit costs side by side, the latest year of each service, and headlines of expenditure."""
    inputs = register.inputs_for(seen_by=seen_by)
    costs = inputs.frame("unit_cost")
    latest: dict[tuple[str, str, str], SideBySide] = {}
    for each in side_by_side(costs):
        key = (each.service, each.care_group, each.unit)
        if key not in latest or each.starts_on > latest[key].starts_on:
            latest[key] = each
    area = seen_by.organisation.area_code or ""
    spent = inputs.frame("expenditure")
    return Published(
        tuple(_beside(each, costs, area) for each in latest.values()),
        headlines(spent) if spent.height else (),
        tuple(s.name for s in inputs.sources if s.sha256 in _digests(costs, spent)),
    )


def own_headline(found: Published, area_name: str) -> Headline | None:
    """The organisation's own year, the latest; None where its return is not among the files."""
    own = [each for each in found.headlines if each.area.casefold() in area_name.casefold()]
    return max(own, key=lambda each: each.starts_on, default=None)


def _digests(*frames: pl.DataFrame) -> set[str]:
    return {each for frame in frames if frame.height for each in frame["dataset"].unique()}


def _beside(found: SideBySide, costs: pl.DataFrame, area: str) -> Beside:
    rows = councils_only(costs).filter(
        pl.col("starts_on") == found.starts_on,
        pl.col("care_group") == found.care_group,
        pl.col("unit") == found.unit,
        pl.col("kind").map_elements(service_of, return_dtype=pl.String) == found.service,
    )
    sides = [rows.filter(pl.col("provision") == side) for side in (OWN, BOUGHT)]
    kept = [_within(side["pence"].to_list()) for side in sides]
    left = sum(side.height for side in sides) - sum(map(len, kept))
    return Beside(found, kept[0], kept[1], left, (_ours(sides[0], area), _ours(sides[1], area)))


def _within(pence: list[int]) -> tuple[int, ...]:
    if not pence:
        return ()
    low, high = RULE.limits([Fraction(each) for each in pence])
    return tuple(each for each in pence if low <= each <= high)


def _ours(rows: pl.DataFrame, area: str) -> int | None:
    mine = rows.filter(pl.col("area_code") == area) if area else rows.clear()
    return int(mine["pence"][0]) if mine.height else None
