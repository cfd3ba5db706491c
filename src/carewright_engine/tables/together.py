"""Tables of several files put together: each row once, and each place by its code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl

from carewright_engine.tables.naming import named_areas, placed_in_areas
from carewright_engine.tables.schemas import AREA, MEMBERSHIP, TABLES


def put_together(stacked: Mapping[str, Sequence[pl.DataFrame]]) -> dict[str, pl.DataFrame]:
    """One frame a canonical table. A row that two files hold counts once: the first file's.

    Councils that a file only names get their codes from the look-ups beside it.
    """
    found = {name: once(name, frames) for name, frames in stacked.items() if frames}
    areas = found.get("area", AREA.empty())
    membership = found.get("membership", MEMBERSHIP.empty())
    for name in ("activity", "unit_cost"):
        if name in found:
            found[name] = named_areas(found[name], areas)
    if "service" in found:
        found["service"] = placed_in_areas(found["service"], areas, membership)
    return found


def once(name: str, frames: Sequence[pl.DataFrame]) -> pl.DataFrame:
    """The rows of one table from several files, each once; the first file's stands."""
    if len(frames) == 1:
        return frames[0]
    rows = pl.concat(frames)
    if name == "area":
        # A look-up names an area; the file of centres says where it is. Where wins.
        rows = rows.sort(pl.col("latitude").is_null(), maintain_order=True)
    # An area without a code is known by its name.
    named = {"area_name"} & set(rows.columns)
    return rows.unique({*TABLES[name].key, *named}, keep="first", maintain_order=True)
