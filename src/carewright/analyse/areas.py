"""The areas that imported files let people ask about, worked out once for the same files."""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright.analyse.rows import Locality
from carewright_engine.provision.areas import LOCALITIES, AreaRef, all_areas
from carewright_engine.provision.inputs import Inputs

ZONES: Final = ("data_zone", "lsoa")
#: Kinds of area in the order in which a form offers them.
OFFERED: Final = ("council", "integration_authority", "health_board", "country")

#: The tables that tell which areas there are.
TELLING: Final = ("area", "membership", "population", "service")
#: The areas of so many sets of files are kept between pages.
MOST_KEPT: Final = 8


class Areas:
    """Every area of one set of files: those a form offers, and the many localities."""

    def __init__(self, inputs: Inputs) -> None:
        every = all_areas(inputs)
        self.offered = tuple(
            sorted(
                (area for area in every if area.kind in OFFERED),
                key=lambda area: (OFFERED.index(area.kind), area.name),
            )
        )
        self._by_key = {(area.kind, area.code): area for area in every}
        self._membership = inputs.frame("membership")
        self.localities = _localities(every, self._membership)

    def area(self, kind: str, code: str) -> AreaRef | None:
        """The area of that kind and code, localities among them."""
        return self._by_key.get((kind, code))

    def of_organisation(self, code: str) -> AreaRef | None:
        """The area that an organisation looks after, by its code."""
        return next((area for area in self.offered if area.code == code), None)

    def zones_of(self, area: AreaRef) -> tuple[str, ...]:
        """Codes of the data zones that a locality is made of."""
        rows = self._membership.filter(
            (pl.col("parent_kind") == area.kind)
            & (pl.col("parent_code") == area.code)
            & pl.col("kind").is_in(ZONES)
        )
        return tuple(rows["code"].unique().sort().to_list())


def areas_of(inputs: Inputs) -> Areas:
    """The areas that the facts know. The register hands out the same tables until one changes."""
    tables = tuple(inputs.frame(name) for name in TELLING)
    key = tuple(map(id, tables))
    kept = _KEPT.get(key)
    if kept is None:
        # The tables are kept beside what they told, so that no other table takes their place.
        kept = (tables, Areas(inputs))
        # Several threads serve pages: what is returned is held here, whoever makes room.
        while len(_KEPT) >= MOST_KEPT:
            _KEPT.pop(next(iter(list(_KEPT)), ()), None)
        _KEPT[key] = kept
    return kept[1]


def _localities(every: tuple[AreaRef, ...], membership: pl.DataFrame) -> tuple[Locality, ...]:
    names = {area.code: area.name for area in every if area.kind == "council"}
    councils = _councils_of(membership)
    found = [
        Locality(area, area.name, names.get(councils.get(area.code, ""), ""))
        for area in every
        if area.kind in LOCALITIES
    ]
    return tuple(sorted(found, key=lambda each: (each.council, each.name, each.area.code)))


def _councils_of(membership: pl.DataFrame) -> dict[str, str]:
    """The council of each locality, through the data zones that both are made of."""
    zones = membership.filter(pl.col("kind").is_in(ZONES))
    councils = zones.filter(pl.col("parent_kind") == "council").select("code", c="parent_code")
    within = zones.filter(pl.col("parent_kind").is_in(LOCALITIES)).select("code", l="parent_code")
    pairs = within.join(councils, on="code").select("l", "c").unique().sort("l", "c")
    return dict(pairs.unique("l", keep="first", maintain_order=True).iter_rows())


_KEPT: dict[tuple[int, ...], tuple[tuple[pl.DataFrame, ...], Areas]] = {}
